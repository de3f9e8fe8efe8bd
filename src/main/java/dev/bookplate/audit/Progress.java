package dev.bookplate.audit;

/** Told how long work is getting on; by many threads at once. Knows nothing of terminals. */
public interface Progress {
  /** What a phase goes through, and is counted by. */
  enum Counted {
    /** Documents that something may be found in; findings are counted too. */
    SEARCHED,
    /** Documents. */
    DOCUMENTS,
    /** Books. */
    BOOKS,
    /** Rows of a source without texts. */
    ROWS,
    /** Works. */
    WORKS,
    /** Passages. */
    PASSAGES
  }

  /** Tells nobody. */
  Progress NONE =
      new Progress() {
        @Override
        public void phase(String what, Counted counted, long bytes) {}

        @Override
        public void add(long bytes, long items, long findings) {}
      };

  /**
   * A new phase starts, and with it the counts.
   *
   * @param what is done, as people are told it: {@code scanning}
   * @param counted what it goes through
   * @param bytes of input in all, or 0 where that is not known
   */
  void phase(String what, Counted counted, long bytes);

  /**
   * Something is done.
   *
   * @param bytes of input
   * @param items that were gone through
   * @param findings in them
   */
  void add(long bytes, long items, long findings);
}
