package dev.bookplate.catalogue.rows;

import dev.bookplate.catalogue.rows.FileFacts.Digest;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Collects what a record says of its file. */
final class FoundFile {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final Map<Digest, String> digests = new EnumMap<>(Digest.class);
  private String name;
  private String extension;
  private long size = -1;

  FoundFile name(String name) {
    this.name = name;
    return this;
  }

  FoundFile extension(String extension) {
    String bare =
        extension != null && extension.startsWith(".") ? extension.substring(1) : extension;
    this.extension = bare == null ? null : bare.toLowerCase(Locale.ROOT);
    return this;
  }

  /** Nought is what tables say where they know nothing. */
  FoundFile size(long bytes) {
    size = bytes > 0 ? bytes : -1;
    return this;
  }

  /** Keeps the first one of a kind; what is no such digest is left out. */
  FoundFile digest(Digest kind, String digits) {
    if (digits != null) {
      Numbers.digest(kind, digits).ifPresent(hex -> digests.putIfAbsent(kind, hex));
    }
    return this;
  }

  /** Puts a digest in the place of one that was only said. */
  FoundFile measured(Digest kind, String digits) {
    Numbers.digest(kind, digits).ifPresent(hex -> digests.put(kind, hex));
    return this;
  }

  /** LibGen writes SHA-1 in base 32, as Gnutella did. */
  FoundFile sha1(String digits) {
    boolean isBase32 = digits != null && digits.length() == 32;
    return digest(Digest.SHA1, isBase32 ? hexOfBase32(digits) : digits);
  }

  private static String hexOfBase32(String digits) {
    StringBuilder hex = new StringBuilder();
    int bits = 0;
    int kept = 0;
    for (int i = 0; i < digits.length(); i++) {
      int value = BASE32.indexOf(Character.toUpperCase(digits.charAt(i)));
      if (value < 0) {
        return null;
      }
      bits = bits << 5 | value;
      for (kept += 5; kept >= 4; kept -= 4) {
        hex.append(Character.forDigit(bits >> (kept - 4) & 15, 16));
      }
      bits &= (1 << kept) - 1;
    }
    return hex.toString();
  }

  boolean hasDigest() {
    return !digests.isEmpty();
  }

  String digest(Digest kind) {
    return digests.get(kind);
  }

  FileFacts facts() {
    return new FileFacts(name, extension, size, Map.copyOf(digests));
  }
}
