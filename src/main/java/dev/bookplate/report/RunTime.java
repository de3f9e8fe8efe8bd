package dev.bookplate.report;

import dev.bookplate.evidence.Manifest;
import java.time.DateTimeException;
import java.time.Instant;

/** When a run was made, for files that bear a time: never the time at which they are written. */
public final class RunTime {
  private RunTime() {}

  /** When the run was finished; the epoch where it does not say so. */
  public static Instant of(Manifest manifest) {
    try {
      String finished = manifest.run() == null ? null : manifest.run().finished();
      return finished == null ? Instant.EPOCH : Instant.parse(finished);
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }
}
