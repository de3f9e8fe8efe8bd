package dev.bookplate.evidence;

import dev.bookplate.origin.Digests;

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
 */
public record ScannedFile(
    String corpus,
    String path,
    String modified,
    long size,
    String md5,
    String sha1,
    String sha256) {

  /** A file and its digests. */
  public static ScannedFile of(InputFile file, String modified, Digests digests) {
    return new ScannedFile(
        file.corpus(),
        file.path(),
        modified,
        digests.size(),
        digests.md5(),
        digests.sha1(),
        digests.sha256());
  }

  /** Which file it is. */
  public InputFile file() {
    return new InputFile(corpus, path);
  }

  /** What identifies its bytes. */
  public Digests digests() {
    return new Digests(size, md5, sha1, sha256);
  }
}
