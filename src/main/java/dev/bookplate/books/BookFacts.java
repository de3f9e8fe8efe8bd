package dev.bookplate.books;

import dev.bookplate.origin.Digests;
import java.util.List;
import java.util.Map;

/**
 * What went into the records of a catalogue, and how much they hold.
 *
 * @param sources in the order in which they were added
 * @param joins what was decided by hand
 * @param records in it
 * @param works that they were merged to
 * @param editions that they were merged to
 * @param identifiers how many records' numbers of each kind
 * @param digests how many records' digests of each kind
 * @param undated records without a date
 * @param merges records that were merged to others before them
 * @param conflicts what was not merged because the records disagree
 * @param renewals how many US renewals of each month, as {@code 1978-05}
 */
public record BookFacts(
    List<RowSource> sources,
    List<HandJoin> joins,
    long records,
    long works,
    long editions,
    Map<String, Long> identifiers,
    Map<String, Long> digests,
    long undated,
    long merges,
    long conflicts,
    Map<String, Long> renewals) {
  /** A catalogue of before may not say of renewals. */
  public BookFacts {
    renewals = renewals == null ? Map.of() : renewals;
  }

  /** Digest of all records and of what was decided by hand. */
  public String digest() {
    StringBuilder all = new StringBuilder();
    sources.forEach(source -> all.append(source.digest()).append('\n'));
    joins.forEach(join -> all.append(join.digested()).append('\n'));
    return Digests.sha256(all.toString());
  }

  /** Of a catalogue without records. */
  public static final BookFacts NONE =
      new BookFacts(List.of(), List.of(), 0, 0, 0, Map.of(), Map.of(), 0, 0, 0, Map.of());
}
