package dev.bookplate.audit;

/** Told how long work is getting on; by many threads at once. Knows nothing of terminals. */
public interface Progress {
  /** Tells nobody. */
  Progress NONE =
      new Progress() {
        @Override
        public void phase(String what, long bytes) {}

        @Override
        public void add(long bytes, long documents, long findings) {}
      };

  /**
   * A new phase starts, and with it the counts.
   *
   * @param what is done, as people are told it: {@code scanning}
   * @param bytes of input in all, or 0 where that is not known
   */
  void phase(String what, long bytes);

  /**
   * Something is done.
   *
   * @param bytes of input
   * @param documents that were looked at
   * @param findings in them
   */
  void add(long bytes, long documents, long findings);
}
