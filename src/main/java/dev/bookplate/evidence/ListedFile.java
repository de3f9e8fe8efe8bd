package dev.bookplate.evidence;

/**
 * A file of a corpus as it was listed.
 *
 * @param corpus name of the corpus root
 * @param path relative to it
 * @param size in bytes
 * @param shards that it was cut into
 */
public record ListedFile(String corpus, String path, long size, int shards) {
  InputFile file() {
    return new InputFile(corpus, path);
  }
}
