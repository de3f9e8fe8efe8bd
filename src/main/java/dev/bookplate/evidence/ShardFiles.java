package dev.bookplate.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** Finds one shard after the other, by ordinal: neighbours may have one file. */
final class ShardFiles implements Closeable {
  private final String plan;
  private Path folder;
  private ShardFile open;

  /** Finds shards of a plan. */
  ShardFiles(String plan) {
    this.plan = plan;
  }

  /**
   * The file of a shard, at the shard's start.
   *
   * @param in folder of the file
   * @throws RunFolderException.Damaged if it is not there, or its next shard is another
   */
  ShardFile at(Path in, int ordinal) throws IOException {
    boolean isOpen = open != null && open.hasShard();
    if (isOpen && !in.equals(folder)) {
      throw open.ofAnother();
    }
    if (!isOpen) {
      close();
      open = new ShardFile(in, ordinal, plan);
      folder = in;
    }
    open.shard(ordinal);
    return open;
  }

  /**
   * Makes sure that there is none after the last.
   *
   * @throws RunFolderException.Damaged if there is
   */
  void end() throws IOException {
    if (open != null && open.hasShard()) {
      throw open.ofAnother();
    }
  }

  @Override
  public void close() {
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
