package dev.bookplate.evidence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.bookplate.catalogue.digests.FileDigests;
import dev.bookplate.catalogue.rows.FileFacts.Digest;
import dev.bookplate.origin.Digests;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A file of a corpus as it was digested.
 *
 * @param corpus name of the corpus root
 * @param path relative to it
 * @param modified when it was last changed, as its file system tells it; null where that does not
 *     matter any more
 * @param size in bytes
 * @param md5 32 lower-case hex digits
 * @param sha1 40 lower-case hex digits, or null where it was not made
 * @param sha256 64 lower-case hex digits
 * @param further digests of other kinds that catalogues hold; null for none
 */
public record ScannedFile(
    String corpus,
    String path,
    String modified,
    long size,
    String md5,
    String sha1,
    String sha256,
    Map<Digest, List<String>> further) {

  /**
   * A file and its digests.
   *
   * @param digests with MD5 and SHA-256 at least
   */
  public static ScannedFile of(InputFile file, String modified, FileDigests digests) {
    Map<Digest, List<String>> further = new EnumMap<>(digests.digests());
    further.remove(Digest.MD5);
    further.remove(Digest.SHA1);
    further.remove(Digest.SHA256);
    return new ScannedFile(
        file.corpus(),
        file.path(),
        modified,
        digests.size(),
        digests.of(Digest.MD5).getFirst(),
        digests.of(Digest.SHA1).stream().findFirst().orElse(null),
        digests.sha256(),
        further.isEmpty() ? null : further);
  }

  /** Which file it is. */
  public InputFile file() {
    return new InputFile(corpus, path);
  }

  /** What identifies its bytes. */
  public Digests digests() {
    return new Digests(size, md5, sha1, sha256);
  }

  /** All that its bytes were summed up to. */
  @JsonIgnore
  public FileDigests allDigests() {
    Map<Digest, List<String>> all = new EnumMap<>(Digest.class);
    all.put(Digest.MD5, List.of(md5));
    if (sha1 != null) {
      all.put(Digest.SHA1, List.of(sha1));
    }
    all.put(Digest.SHA256, List.of(sha256));
    if (further != null) {
      all.putAll(further);
    }
    return new FileDigests(size, all);
  }
}
