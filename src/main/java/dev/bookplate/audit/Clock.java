package dev.bookplate.audit;

import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.Merged;
import dev.bookplate.evidence.PartSet;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** When a scan began and how long its phases took: all that is not the same for a second run. */
final class Clock {
  private static final String SCAN = "scan";

  private final Instant started = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private long lap = System.nanoTime();

  /** Ends a phase. */
  void lap(String phase) {
    long now = System.nanoTime();
    seconds.put(phase, Math.round((now - lap) / 1e6) / 1e3);
    lap = now;
  }

  /**
   * When and how fast so far.
   *
   * @param bytes that were scanned in the phase scan
   */
  Manifest.Timing timing(String host, String engine, int threads, long bytes) {
    return new Manifest.Timing(
        started(),
        now(),
        host,
        engine,
        threads,
        speed(bytes, seconds.getOrDefault(SCAN, 0.0)),
        seconds());
  }

  /** When and how fast, with what came before in parts. */
  Manifest.Timing after(PartSet parts, Merged merged) {
    List<Manifest.Timing> before = parts.parts().stream().map(p -> p.part().run()).toList();
    Map<String, Double> all = new LinkedHashMap<>();
    before.forEach(t -> t.seconds().forEach((phase, s) -> all.merge(phase, s, Clock::sum)));
    seconds.forEach((phase, s) -> all.merge(phase, s, Clock::sum));
    boolean one = before.size() == 1;
    return new Manifest.Timing(
        before.stream().map(Manifest.Timing::started).min(Comparator.naturalOrder()).orElseThrow(),
        now(),
        before.getFirst().host(),
        one ? before.getFirst().engine() : before.size() + " parts",
        before.stream().mapToInt(Manifest.Timing::threads).sum(),
        one
            ? before.getFirst().megabytesPerSecond()
            : speed(merged.counts().bytes(), all.getOrDefault(SCAN, 0.0)),
        all);
  }

  private static double sum(double a, double b) {
    return Math.round((a + b) * 1e3) / 1e3;
  }

  private static double speed(long bytes, double seconds) {
    return seconds > 0 ? Math.round(bytes / seconds / 1e5) / 10.0 : 0;
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
