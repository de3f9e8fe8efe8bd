package dev.bookplate.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** When a scan began and how long its phases took: all that is not the same for a second run. */
final class Clock {
  private final Instant started = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private long lap = System.nanoTime();

  /** Ends a phase. */
  void lap(String phase) {
    long now = System.nanoTime();
    seconds.put(phase, Math.round((now - lap) / 1e6) / 1e3);
    lap = now;
  }

  String started() {
    return started.toString();
  }

  String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Seconds of each phase so far, in order. */
  Map<String, Double> seconds() {
    return new LinkedHashMap<>(seconds);
  }
}
