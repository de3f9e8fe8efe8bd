package dev.bookplate.catalogue.digests;

import dev.bookplate.catalogue.rows.FileFacts.Digest;
import dev.bookplate.origin.Digests;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/** Sums a file's bytes up as they go by, in all kinds that are wanted. Belongs to one thread. */
public final class FileDigester {
  private final MessageDigest md5;
  private final MessageDigest sha1;
  private final MessageDigest sha256;
  private final CRC32 crc32;
  private final Ed2k ed2k;
  private long size;

  /**
   * Of a file to come.
   *
   * @param kinds that are wanted
   */
  public FileDigester(Set<Digest> kinds) {
    md5 = kinds.contains(Digest.MD5) ? Digests.algorithm("MD5") : null;
    sha1 = kinds.contains(Digest.SHA1) ? Digests.algorithm("SHA-1") : null;
    sha256 = kinds.contains(Digest.SHA256) ? Digests.algorithm("SHA-256") : null;
    crc32 = kinds.contains(Digest.CRC32) ? new CRC32() : null;
    ed2k = kinds.contains(Digest.ED2K) ? new Ed2k() : null;
  }

  /** The next bytes: {@code data[from, from + count)}. */
  public void update(byte[] data, int from, int count) {
    size += count;
    for (MessageDigest each : new MessageDigest[] {md5, sha1, sha256}) {
      if (each != null) {
        each.update(data, from, count);
      }
    }
    if (crc32 != null) {
      crc32.update(data, from, count);
    }
    if (ed2k != null) {
      ed2k.update(data, from, count);
    }
  }

  /** What it comes to; nothing can be added then. */
  public FileDigests finish() {
    Map<Digest, List<String>> digests = new EnumMap<>(Digest.class);
    put(Digest.MD5, md5, digests);
    put(Digest.SHA1, sha1, digests);
    put(Digest.SHA256, sha256, digests);
    if (crc32 != null) {
      digests.put(Digest.CRC32, List.of(String.format(Locale.ROOT, "%08x", crc32.getValue())));
    }
    if (ed2k != null) {
      digests.put(Digest.ED2K, ed2k.digests());
    }
    return new FileDigests(size, digests);
  }

  private static void put(Digest kind, MessageDigest digest, Map<Digest, List<String>> digests) {
    if (digest != null) {
      digests.put(kind, List.of(Digests.hex(digest.digest())));
    }
  }
}
