package dev.bookplate.corpus;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/** A shard that is one document, and what there is to say of its parts. */
final class OutcomesReader implements ShardReader {
  private final Supplier<List<ReadOutcome>> source;
  private Iterator<ReadOutcome> outcomes;
  private long records;

  /**
   * Of what is read when it is first asked for.
   *
   * @param source gives one outcome at least
   */
  OutcomesReader(Supplier<List<ReadOutcome>> source) {
    this.source = source;
  }

  @Override
  public ReadOutcome next() {
    if (outcomes == null) {
      outcomes = source.get().iterator();
    }
    if (!outcomes.hasNext()) {
      return null;
    }
    records++;
    return outcomes.next();
  }

  @Override
  public long records() {
    return records;
  }

  @Override
  public void close() {
    // nothing is kept open
  }
}
