package dev.bookplate.evidence;

/**
 * A file of a corpus.
 *
 * @param corpus name of the corpus root
 * @param path relative to it
 */
public record InputFile(String corpus, String path) implements Comparable<InputFile> {
  /** By corpus, then by path: the canonical order of a run. */
  @Override
  public int compareTo(InputFile other) {
    int order = corpus.compareTo(other.corpus);
    return order == 0 ? path.compareTo(other.path) : order;
  }
}
