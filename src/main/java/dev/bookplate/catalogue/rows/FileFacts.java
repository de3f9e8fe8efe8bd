package dev.bookplate.catalogue.rows;

import java.io.Serializable;
import java.util.Locale;
import java.util.Map;

/**
 * What a row says of the file that holds the book.
 *
 * @param name path or name of the file where it came from, or null
 * @param extension lower case, without the dot, or null
 * @param size in bytes, or -1
 * @param digests lower-case hex digits; none where the row gives none
 */
public record FileFacts(String name, String extension, long size, Map<Digest, String> digests)
    implements Serializable {
  /** Nothing is said. */
  public static final FileFacts NONE = new FileFacts(null, null, -1, Map.of());

  /** What a file's bytes are summed up by. */
  public enum Digest {
    /** 8 hex digits. */
    CRC32(8),
    /** 32 hex digits. */
    ED2K(32),
    /** 32 hex digits. */
    MD5(32),
    /** 40 hex digits. */
    SHA1(40),
    /** 64 hex digits. */
    SHA256(64);

    private final int digits;

    Digest(int digits) {
      this.digits = digits;
    }

    /** How many hex digits it has. */
    public int digits() {
      return digits;
    }

    /** The name in files. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
