package dev.bookplate.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the file of a group of shards, which are neighbours: one after the other, each as if it
 * were alone. The file has its name only once it is closed, and then the shards that came to their
 * end: a group that is stopped keeps those. Belongs to one thread.
 */
public final class GroupWriter implements Closeable {
  /** Files of less work are not waited for: after a power cut their seals tell what is whole. */
  private static final long WORTH_SYNCING_NANOS = 250_000_000;

  private final long started = System.nanoTime();
  private final GroupFile file;
  private final String plan;
  private final FindingLines lines;
  private final List<ShardReceipt> receipts = new ArrayList<>();
  private boolean finished;

  /**
   * Starts the file of a group.
   *
   * @param folder of shard files, which is there
   * @param first ordinal of the first shard
   * @param plan digest of all that decides what a shard's file holds
   * @param quotes which text may be written
   */
  public GroupWriter(Path folder, int first, String plan, QuotePolicy quotes) throws IOException {
    this.plan = plan;
    this.lines = new FindingLines(quotes);
    this.file = new GroupFile(ShardFile.in(folder, first));
  }

  /**
   * Begins a shard.
   *
   * @param ordinal after that of the shard before, which is closed
   */
  public ShardWriter shard(int ordinal) throws IOException {
    return new ShardWriter(this, file, ordinal);
  }

  String plan() {
    return plan;
  }

  FindingLines lines() {
    return lines;
  }

  void finished(ShardReceipt receipt) {
    file.mark();
    receipts.add(receipt);
  }

  /**
   * Ends the file, makes sure that it is on disk, if it was any work, and gives it its name.
   *
   * @return what to hand back; {@link #close} is still to be called
   */
  public GroupReceipt finish() throws IOException {
    finished = true;
    // reading again costs less than the disk does
    file.name(System.nanoTime() - started >= WORTH_SYNCING_NANOS);
    return new GroupReceipt(receipts);
  }

  /** Lets go. Of a group that was not finished the file has what is whole, if anything is. */
  @Override
  public void close() throws IOException {
    try (file) {
      if (!finished && !receipts.isEmpty()) {
        finish();
      }
    }
  }
}
