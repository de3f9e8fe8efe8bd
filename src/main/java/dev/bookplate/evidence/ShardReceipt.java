package dev.bookplate.evidence;

import java.io.Serializable;

/**
 * What a worker hands back for a shard that it is done with: no text, so it may cross a wire.
 *
 * @param ordinal of the shard
 * @param counts of the shard
 * @param sha256 of the shard's file, 64 hex digits
 */
public record ShardReceipt(int ordinal, ShardCounts counts, String sha256)
    implements Serializable {}
