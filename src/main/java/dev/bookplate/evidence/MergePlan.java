package dev.bookplate.evidence;

import dev.bookplate.origin.Digests;
import java.util.List;
import java.util.Map;

/**
 * What a merge has to know beside the shards' files and receipts.
 *
 * @param plan digest of all that decides what a shard's file holds
 * @param parts the shards, by ordinal, which is also by file
 * @param inputs every file of the corpora that could be opened, with its digests
 * @param works every work that was looked for
 * @param unread what was never made a shard, such as hidden files: one record each, any order
 * @param quotes which text may be written
 */
public record MergePlan(
    String plan,
    List<Part> parts,
    Map<InputFile, Digests> inputs,
    List<SoughtWork> works,
    List<UnreadLine> unread,
    QuotePolicy quotes) {

  /**
   * A shard: its ordinal and the file that it is of.
   *
   * @param ordinal of the shard
   * @param file that it is all or a part of
   */
  public record Part(int ordinal, InputFile file) {}
}
