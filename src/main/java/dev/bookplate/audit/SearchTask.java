package dev.bookplate.audit;

import dev.bookplate.catalogue.digests.FileDigests;
import dev.bookplate.corpus.Shard;
import java.io.Serializable;

/**
 * A shard to be searched, and what its file's bytes were summed up to.
 *
 * @param shard the shard
 * @param file digests of the file, or null: of another than its first shard, and where the file
 *     could not be read
 */
record SearchTask(Shard shard, FileDigests file) implements Serializable {
  /** Whether a shard is the one that stands for its file. */
  static boolean isFirst(Shard shard) {
    return shard.range().from() == 0;
  }
}
