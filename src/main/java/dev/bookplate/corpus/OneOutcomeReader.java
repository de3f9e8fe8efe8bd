package dev.bookplate.corpus;

import java.util.function.Supplier;

/** A shard that is one record. */
final class OneOutcomeReader implements ShardReader {
  private final Supplier<ReadOutcome> outcome;
  private boolean done;

  OneOutcomeReader(Supplier<ReadOutcome> outcome) {
    this.outcome = outcome;
  }

  @Override
  public ReadOutcome next() {
    if (done) {
      return null;
    }
    done = true;
    return outcome.get();
  }

  @Override
  public long records() {
    return done ? 1 : 0;
  }

  @Override
  public void close() {
    // nothing is kept open
  }
}
