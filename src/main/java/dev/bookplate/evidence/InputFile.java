package dev.bookplate.evidence;

import java.util.Comparator;

/**
 * A file of a corpus.
 *
 * @param corpus name of the corpus root
 * @param path relative to it
 */
public record InputFile(String corpus, String path) implements Comparable<InputFile> {
  private static final Comparator<InputFile> ORDER =
      Comparator.comparing(InputFile::corpus).thenComparing(InputFile::path);

  /** By corpus, then by path: the canonical order of a run. */
  @Override
  public int compareTo(InputFile other) {
    return ORDER.compare(this, other);
  }
}
