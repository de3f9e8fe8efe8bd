package dev.bookplate.evidence;

/** Adds up what was found of one edition. */
final class EditionTally {
  private final Depth depth = new Depth();
  private Depth common;
  private long distinctWords;

  /**
   * Adds a stretch.
   *
   * @param isCommon whether it is common text
   * @param isNewText whether the document's text was not met before
   */
  void add(int start, int end, boolean isCommon, boolean isNewText) {
    if (isCommon) {
      common = common == null ? new Depth() : common;
      common.add(start, end);
    } else {
      depth.add(start, end);
      distinctWords += isNewText ? end - start : 0;
    }
  }

  /** Words that were found, without common text. */
  int union(int words) {
    return depth.union(words);
  }

  /** Words that were found, with common text. */
  int unionWithCommon(int words) {
    if (common == null) {
      return union(words);
    }
    WordRanges all = new WordRanges();
    Depth.Runs found = (start, end, times) -> all.add(times > 0 ? start : end, end);
    depth.runs(words, found);
    common.runs(words, found);
    return all.words();
  }

  /** How often the parts of the edition occur. */
  Occurrence occurrence(int words) {
    return new Occurrence(depth, words);
  }

  /** Words found in documents of distinct texts, each as often as it was. */
  long distinctWords() {
    return distinctWords;
  }
}
