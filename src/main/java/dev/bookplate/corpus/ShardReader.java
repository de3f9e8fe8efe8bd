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

  @Override
  void close();
}
