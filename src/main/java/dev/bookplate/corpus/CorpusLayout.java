package dev.bookplate.corpus;

/**
 * A corpus, or folders in it, laid out as a well-known tool or data set does it.
 *
 * @param corpus name of the corpus root
 * @param path of the first such folder, relative to the root; empty for the root itself
 * @param layout whose it is, for people
 * @param why what it was recognised by, as a part of a sentence
 * @param folders how many of them there are in the corpus
 */
public record CorpusLayout(String corpus, String path, String layout, String why, long folders) {
  CorpusLayout andAnother() {
    return new CorpusLayout(corpus, path, layout, why, folders + 1);
  }
}
