package dev.bookplate.evidence;

import dev.bookplate.origin.Digests;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a worker hands back for a group of shards that it is done with: no text, so it may cross a
 * wire.
 *
 * @param shards in the order in which they are in the group's file; at least one
 */
public record GroupReceipt(List<ShardReceipt> shards) implements Serializable {
  /** Keeps a copy. */
  public GroupReceipt {
    shards = List.copyOf(shards);
  }

  /** Ordinal of the first shard, by which the group's file is called. */
  public int first() {
    return shards.getFirst().ordinal();
  }

  /** Digest of the shards' digests. */
  public String digest() {
    return Digests.sha256(
        shards.stream().map(ShardReceipt::sha256).collect(Collectors.joining("\n")));
  }
}
