package dev.bookplate.audit;

import dev.bookplate.evidence.Calibration.GradeRate;
import dev.bookplate.evidence.Calibration.Interval;
import dev.bookplate.evidence.Calibration.Rate;
import dev.bookplate.evidence.ClopperPearson;
import dev.bookplate.match.Grade;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Counts, book by book, in how many trials there was an event at each grade. Passages of one book
 * resemble each other: beside the exact interval, which takes trials for independent, there is one
 * over books that are drawn again with replacement.
 */
final class RateMaker {
  private static final int LEAST_BOOKS = 5;
  private static final int RESAMPLES = 2000;
  private static final double TAIL = 0.025;

  private static final class Counts {
    private long trials;
    private final Map<Grade, Long> events = new EnumMap<>(Grade.class);

    long events(Grade grade) {
      return events.getOrDefault(grade, 0L);
    }
  }

  private final long seed;
  private final Map<Integer, Counts> byBook = new TreeMap<>();

  RateMaker(long seed) {
    this.seed = seed;
  }

  /**
   * Counts a trial.
   *
   * @param book whose trial it was
   * @param grade the highest at which there was an event, or null for none
   */
  void add(int book, Grade grade) {
    Counts counts = byBook.computeIfAbsent(book, b -> new Counts());
    counts.trials++;
    for (Grade each : Grade.values()) {
      if (grade != null && each.compareTo(grade) <= 0) {
        counts.events.merge(each, 1L, Long::sum);
      }
    }
  }

  /** Books with a trial. */
  int books() {
    return byBook.size();
  }

  /** The rate of each grade or a higher one, the lowest first. */
  List<GradeRate> rates() {
    List<GradeRate> rates = new ArrayList<>();
    for (Grade grade : Grade.values()) {
      rates.add(new GradeRate(grade.label(), rate(grade)));
    }
    return List.copyOf(rates);
  }

  private Rate rate(Grade grade) {
    long events = byBook.values().stream().mapToLong(c -> c.events(grade)).sum();
    long trials = byBook.values().stream().mapToLong(c -> c.trials).sum();
    return new Rate(
        events,
        trials,
        ClopperPearson.interval(events, trials),
        byBook.size() < LEAST_BOOKS || events == 0 || events == trials ? null : resampled(grade),
        ClopperPearson.boundIfNone(events, trials));
  }

  private Interval resampled(Grade grade) {
    Collection<Counts> all = byBook.values();
    long[] events = all.stream().mapToLong(c -> c.events(grade)).toArray();
    long[] trials = all.stream().mapToLong(c -> c.trials).toArray();
    Random random = SeededRandom.of(seed, 6, events.length);
    double[] shares = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      long happened = 0;
      long tried = 0;
      for (int j = 0; j < events.length; j++) {
        int book = random.nextInt(events.length);
        happened += events[book];
        tried += trials[book];
      }
      shares[i] = (double) happened / tried;
    }
    Arrays.sort(shares);
    int cut = (int) (RESAMPLES * TAIL);
    return ClopperPearson.outwards(shares[cut], shares[RESAMPLES - 1 - cut]);
  }
}
