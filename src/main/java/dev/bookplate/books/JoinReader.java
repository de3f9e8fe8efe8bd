package dev.bookplate.books;

import java.io.IOException;

/** Tells of merges with what the records that they are of say. */
final class JoinReader {
  private final BookStore store;
  private final HandDecisions decisions;
  private BookRecord last;

  JoinReader(BookStore store) {
    this.store = store;
    decisions = new HandDecisions(store.facts().joins());
  }

  RecordJoin of(JoinLog.Entry entry) throws IOException {
    boolean isCount = entry.outcome() == JoinOutcome.SHARED;
    BookRecord one =
        last != null && last.number() == entry.one() ? last : store.record(entry.one());
    // groups of records are told one after the other
    last = one;
    return new RecordJoin(
        entry.outcome(),
        JoinKey.kind(entry.key()),
        shared(entry, one),
        one,
        isCount ? null : store.record(entry.other()),
        isCount ? entry.other() : 2);
  }

  private String shared(JoinLog.Entry entry, BookRecord one) {
    if (JoinKey.kind(entry.key()) == JoinKind.HAND) {
      HandJoin said = decisions.of(entry.one(), entry.other());
      return said == null ? null : said.reason();
    }
    return JoinKey.of(one.row()).stream()
        .filter(key -> key.hash() == entry.key())
        .map(JoinKey::text)
        .findFirst()
        .orElse(null);
  }
}
