package dev.bookplate.evidence;

import dev.bookplate.evidence.Calibration.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Exact limits of a binomial share (C. J. Clopper and E. S. Pearson, Biometrika 26, 1934): the
 * shares for which what was seen, or more, or less, would just have had the probability that was
 * asked for. They are quantiles of beta distributions. Only {@link StrictMath} is used, so that
 * every machine gets the same digits.
 */
public final class ClopperPearson {
  private static final double CONFIDENCE = 0.95;
  private static final int DIGITS = 6;
  private static final int BISECTIONS = 200;
  private static final int MAX_TERMS = 100_000;
  private static final double SMALL = 1e-300;

  private ClopperPearson() {}

  /** The two-sided 95 % interval, rounded outwards; null where nothing was tried. */
  public static Interval interval(long events, long trials) {
    if (trials == 0) {
      return null;
    }
    double tail = (1 - CONFIDENCE) / 2;
    double low = events == 0 ? 0 : quantile(tail, (double) events, trials - events + 1.0);
    double high =
        events == trials ? 1 : quantile(1 - tail, events + 1.0, (double) (trials - events));
    return outwards(low, high);
  }

  /** Where nothing happened: the largest share that a one-sided 95 % test would let stand. */
  public static Double boundIfNone(long events, long trials) {
    if (events > 0 || trials == 0) {
      return null;
    }
    double bound = -StrictMath.expm1(StrictMath.log(1 - CONFIDENCE) / trials);
    return outwards(0, bound).high();
  }

  /** Rounds so that the interval only gets wider. */
  public static Interval outwards(double low, double high) {
    return new Interval(
        BigDecimal.valueOf(low).setScale(DIGITS, RoundingMode.FLOOR).doubleValue(),
        BigDecimal.valueOf(high).setScale(DIGITS, RoundingMode.CEILING).doubleValue());
  }

  /** The share below which a beta distribution has that probability. */
  static double quantile(double probability, double a, double b) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < BISECTIONS && high - low > 1e-15 * high; i++) {
      double middle = (low + high) / 2;
      if (beta(middle, a, b) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** The regularised incomplete beta function, 0 to 1. */
  static double beta(double x, double a, double b) {
    if (x <= 0 || x >= 1) {
      return x <= 0 ? 0 : 1;
    }
    double front =
        StrictMath.exp(
            logGamma(a + b)
                - logGamma(a)
                - logGamma(b)
                + a * StrictMath.log(x)
                + b * StrictMath.log1p(-x));
    // the fraction converges fast on one side of the mean, and the function is symmetric
    return x < (a + 1) / (a + b + 2)
        ? front / a * fraction(x, a, b)
        : 1 - front / b * fraction(1 - x, b, a);
  }

  /** The continued fraction of the function, evaluated from the front (modified Lentz). */
  private static double fraction(double x, double a, double b) {
    double c = 1;
    double d = 1 / away(1 - (a + b) * x / (a + 1));
    double value = d;
    for (int m = 1; m <= MAX_TERMS; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / away(1 + even * d);
      c = away(1 + even / c);
      value *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / away(1 + odd * d);
      c = away(1 + odd / c);
      value *= d * c;
      if (StrictMath.abs(d * c - 1) < 1e-15) {
        return value;
      }
    }
    return value;
  }

  private static double away(double value) {
    return StrictMath.abs(value) < SMALL ? SMALL : value;
  }

  /** Stirling's series, after the argument was made large enough for it. */
  static double logGamma(double x) {
    double shift = 0;
    double y = x;
    for (; y < 15; y++) {
      shift += StrictMath.log(y);
    }
    double z = 1 / (y * y);
    double series =
        (1.0 / 12 - z * (1.0 / 360 - z * (1.0 / 1260 - z * (1.0 / 1680 - z / 1188)))) / y;
    return (y - 0.5) * StrictMath.log(y)
        - y
        + 0.5 * StrictMath.log(2 * StrictMath.PI)
        + series
        - shift;
  }
}
