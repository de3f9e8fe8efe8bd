package dev.bookplate.notices;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Permutation tests over copies, within strata (P. Good, Permutation, Parametric and Bootstrap
 * Tests of Hypotheses, 2005). All arrangements are gone through where they are {@value #MOST_EXACT}
 * at most; else {@value #DRAWS} are drawn with a seed, and the probability counts what was seen as
 * one of them, so that it is never 0. Probabilities are two-sided.
 */
public final class PermutationTest {
  /** Arrangements that are all gone through. */
  static final long MOST_EXACT = 200_000;

  /** Arrangements that are drawn else, and samples for intervals. */
  static final int DRAWS = 99_999;

  private static final int RESAMPLES = 9_999;

  /** With fewer copies there is nothing to draw from. */
  static final int LEAST = 5;

  private static final double ROUNDING = 1e-12;

  private final long seed;

  /** With a seed for what is drawn. */
  public PermutationTest(long seed) {
    this.seed = seed;
  }

  /**
   * A copy.
   *
   * @param stratum copies of which are compared with each other only
   * @param isTreated whether it is in the first group, not the second
   * @param value of it
   */
  public record Unit(String stratum, boolean isTreated, double value) {}

  /**
   * What came of a test.
   *
   * @param difference of the means, the strata weighted by how much they tell
   * @param low limit of its 95 % interval, by drawing copies again; null with too few copies
   * @param high limit
   * @param probability of a difference as large, either way, if there is none
   * @param exact whether all arrangements were gone through
   * @param arrangements that were gone through, or drawn
   * @param extreme of these: those with a difference as large
   * @param first copies in the first group that were compared
   * @param second copies in the second group
   * @param strata that have both
   */
  public record Result(
      double difference,
      Double low,
      Double high,
      double probability,
      boolean exact,
      long arrangements,
      long extreme,
      int first,
      int second,
      int strata) {}

  /** A stratum: the values of its first group, then those of its second. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Stratum(double[] values, int treated) {
    double weight() {
      return (double) treated * (values.length - treated) / values.length;
    }

    double difference(double[] arranged) {
      double first = 0;
      double second = 0;
      for (int i = 0; i < arranged.length; i++) {
        if (i < treated) {
          first += arranged[i];
        } else {
          second += arranged[i];
        }
      }
      return first / treated - second / (arranged.length - treated);
    }
  }

  /**
   * Compares two groups: under the null hypothesis, which copies of a stratum are in which is
   * chance.
   *
   * @return null where no stratum has copies of both
   */
  public Result ofGroups(List<Unit> units) {
    List<Stratum> strata = strata(units);
    if (strata.isEmpty()) {
      return null;
    }
    double seen = statistic(strata, strata.stream().map(Stratum::values).toList());
    long all = 1;
    for (Stratum stratum : strata) {
      all = times(all, choose(stratum.values.length, stratum.treated));
    }
    boolean exact = all <= MOST_EXACT;
    long extreme = exact ? enumerated(strata, seen) : drawn(strata, seen);
    int first = strata.stream().mapToInt(Stratum::treated).sum();
    int total = strata.stream().mapToInt(s -> s.values.length).sum();
    double[] interval = total < LEAST ? null : interval(strata);
    return result(
        seen,
        interval,
        new Count(exact, exact ? all : DRAWS, extreme),
        first,
        total - first,
        strata.size());
  }

  private record Count(boolean exact, long arrangements, long extreme) {
    double probability() {
      return exact ? (double) extreme / arrangements : (extreme + 1.0) / (arrangements + 1.0);
    }
  }

  private static Result result(
      double seen, double[] interval, Count count, int first, int second, int strata) {
    return new Result(
        seen,
        interval == null ? null : (Double) interval[0],
        interval == null ? null : (Double) interval[1],
        count.probability(),
        count.exact,
        count.arrangements,
        count.extreme,
        first,
        second,
        strata);
  }

  private static List<Stratum> strata(List<Unit> units) {
    Map<String, List<Unit>> byName = new TreeMap<>();
    units.forEach(u -> byName.computeIfAbsent(u.stratum, s -> new ArrayList<>()).add(u));
    List<Stratum> strata = new ArrayList<>();
    for (List<Unit> each : byName.values()) {
      double[] first = values(each, true);
      double[] second = values(each, false);
      if (first.length > 0 && second.length > 0) {
        double[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        strata.add(new Stratum(both, first.length));
      }
    }
    return strata;
  }

  private static double[] values(List<Unit> units, boolean isTreated) {
    return units.stream()
        .filter(u -> u.isTreated == isTreated)
        .mapToDouble(Unit::value)
        .sorted()
        .toArray();
  }

  private static double statistic(List<Stratum> strata, List<double[]> arranged) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < strata.size(); i++) {
      sum += strata.get(i).weight() * strata.get(i).difference(arranged.get(i));
      weights += strata.get(i).weight();
    }
    return sum / weights;
  }

  private static long choose(int n, int k) {
    long result = 1;
    for (int i = 1; i <= Math.min(k, n - k); i++) {
      result = times(result, n - Math.min(k, n - k) + i);
      if (result > MOST_EXACT * 1_000L) {
        return Long.MAX_VALUE;
      }
      result /= i;
    }
    return result;
  }

  private static long times(long a, long b) {
    return a > Long.MAX_VALUE / Math.max(1, b) ? Long.MAX_VALUE : a * b;
  }

  private static boolean isExtreme(double value, double seen) {
    return Math.abs(value) >= Math.abs(seen) - ROUNDING;
  }

  /** Goes through all ways to choose the first group of each stratum. */
  private static long enumerated(List<Stratum> strata, double seen) {
    return enumerated(strata, 0, new ArrayList<>(), seen);
  }

  private static long enumerated(
      List<Stratum> strata, int next, List<double[]> arranged, double seen) {
    if (next == strata.size()) {
      return isExtreme(statistic(strata, arranged), seen) ? 1 : 0;
    }
    Stratum stratum = strata.get(next);
    int[] chosen = new int[stratum.treated];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = i;
    }
    long extreme = 0;
    do {
      arranged.add(arranged(stratum.values, chosen));
      extreme += enumerated(strata, next + 1, arranged, seen);
      arranged.removeLast();
    } while (advance(chosen, stratum.values.length));
    return extreme;
  }

  private static double[] arranged(double[] values, int[] chosen) {
    double[] arranged = new double[values.length];
    int behind = chosen.length;
    int at = 0;
    for (int i = 0; i < values.length; i++) {
      if (at < chosen.length && chosen[at] == i) {
        arranged[at++] = values[i];
      } else {
        arranged[behind++] = values[i];
      }
    }
    return arranged;
  }

  /** The next combination in lexical order, or false behind the last. */
  private static boolean advance(int[] chosen, int n) {
    int i = chosen.length - 1;
    while (i >= 0 && chosen[i] == n - chosen.length + i) {
      i--;
    }
    if (i < 0) {
      return false;
    }
    chosen[i]++;
    for (int k = i + 1; k < chosen.length; k++) {
      chosen[k] = chosen[k - 1] + 1;
    }
    return true;
  }

  private long drawn(List<Stratum> strata, double seen) {
    Random random = new Random(seed);
    List<double[]> arranged = strata.stream().map(s -> s.values.clone()).toList();
    long extreme = 0;
    for (int i = 0; i < DRAWS; i++) {
      arranged.forEach(values -> shuffle(values, random));
      extreme += isExtreme(statistic(strata, arranged), seen) ? 1 : 0;
    }
    return extreme;
  }

  private static void shuffle(double[] values, Random random) {
    for (int i = values.length - 1; i > 0; i--) {
      int k = random.nextInt(i + 1);
      double value = values[i];
      values[i] = values[k];
      values[k] = value;
    }
  }

  private double[] interval(List<Stratum> strata) {
    Random random = new Random(seed + 1);
    double[] drawn = new double[RESAMPLES];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = statistic(strata, strata.stream().map(s -> resampled(s, random)).toList());
    }
    return limits(drawn);
  }

  private static double[] resampled(Stratum stratum, Random random) {
    double[] again = new double[stratum.values.length];
    int second = again.length - stratum.treated;
    for (int i = 0; i < again.length; i++) {
      int from =
          i < stratum.treated
              ? random.nextInt(stratum.treated)
              : stratum.treated + random.nextInt(second);
      again[i] = stratum.values[from];
    }
    return again;
  }

  private static double[] limits(double[] drawn) {
    Arrays.sort(drawn);
    int cut = (int) (drawn.length * 0.025);
    return new double[] {drawn[cut], drawn[drawn.length - 1 - cut]};
  }

  /**
   * Compares two values of each copy by their differences: under the null hypothesis each is as
   * likely the other way round. A copy is compared with itself, so that strata play no part.
   *
   * @return null without copies
   */
  public Result ofPairs(double[] differences) {
    if (differences.length == 0) {
      return null;
    }
    double[] sorted = differences.clone();
    Arrays.sort(sorted);
    double seen = mean(sorted);
    boolean exact = sorted.length < 62 && 1L << sorted.length <= MOST_EXACT;
    long all = exact ? 1L << sorted.length : DRAWS;
    long extreme = exact ? signs(sorted, seen) : drawnSigns(sorted, seen);
    double[] interval = sorted.length < LEAST ? null : interval(sorted);
    return result(seen, interval, new Count(exact, all, extreme), sorted.length, sorted.length, 1);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static long signs(double[] values, double seen) {
    long extreme = 0;
    for (long bits = 0; bits < 1L << values.length; bits++) {
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += (bits >> i & 1) == 0 ? values[i] : -values[i];
      }
      extreme += isExtreme(sum / values.length, seen) ? 1 : 0;
    }
    return extreme;
  }

  private long drawnSigns(double[] values, double seen) {
    Random random = new Random(seed);
    long extreme = 0;
    for (int i = 0; i < DRAWS; i++) {
      double sum = 0;
      for (double value : values) {
        sum += random.nextBoolean() ? value : -value;
      }
      extreme += isExtreme(sum / values.length, seen) ? 1 : 0;
    }
    return extreme;
  }

  private double[] interval(double[] values) {
    Random random = new Random(seed + 1);
    double[] drawn = new double[RESAMPLES];
    for (int i = 0; i < drawn.length; i++) {
      double sum = 0;
      for (int k = 0; k < values.length; k++) {
        sum += values[random.nextInt(values.length)];
      }
      drawn[i] = sum / values.length;
    }
    return limits(drawn);
  }
}
