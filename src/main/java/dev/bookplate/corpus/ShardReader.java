package dev.bookplate.corpus;

import java.io.Closeable;

/** Reads one shard, streaming: never a whole file in memory unless the format leaves no choice. */
public interface ShardReader extends Closeable {
  /**
   * The next record, or null after the last. What goes wrong inside the file is a {@link
   * ReadOutcome.Failed}, never an exception: after one that ends the file, null follows. No
   * exception ever looks like the end of the input.
   */
  ReadOutcome next();

  /** Records so far, of every outcome: after the last, what the shard adds to the file's count. */
  long records();

  /**
   * Where offsets count from the start of the shard: bytes that it adds to those of the shards
   * after it, after the last record. Where damage hides that, as many as could be unpacked. Else 0.
   */
  default long bytes() {
    return 0;
  }

  @Override
  void close();
}
