package dev.bookplate.evidence;

/** Told how a merge is getting on. */
public interface MergeWatcher {
  /** Tells nobody. */
  MergeWatcher NONE =
      new MergeWatcher() {
        @Override
        public void merged(ShardCounts shard) {}

        @Override
        public void writesWorks() {}

        @Override
        public void wroteWork() {}
      };

  /** A shard was merged. */
  void merged(ShardCounts shard);

  /** All shards were; from here on works are written. */
  void writesWorks();

  /** One more was. */
  void wroteWork();
}
