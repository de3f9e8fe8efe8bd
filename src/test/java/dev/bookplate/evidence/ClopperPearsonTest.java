package dev.bookplate.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.evidence.Calibration.Interval;
import org.junit.jupiter.api.Test;

/** Limits against published values, and against sums of the binomial distribution. */
class ClopperPearsonTest {
  private static final double ROUNDED = 1.1e-6;

  private static void assertInterval(double low, double high, long events, long trials) {
    Interval interval = ClopperPearson.interval(events, trials);
    assertEquals(low, interval.low(), ROUNDED);
    assertEquals(high, interval.high(), ROUNDED);
  }

  @Test
  void knownIntervals() {
    assertInterval(0, 0.308498, 0, 10);
    assertInterval(0.691502, 1, 10, 10);
    assertInterval(0.187086, 0.812914, 5, 10);
    assertInterval(0.002529, 0.445016, 1, 10);
    assertInterval(0.000253, 0.054459, 1, 100);
    assertInterval(0.887165, 0.983568, 95, 100);
  }

  @Test
  void nothingSeenIsNeverNoError() {
    assertEquals(0.029513, ClopperPearson.boundIfNone(0, 100), ROUNDED);
    assertEquals(0.95, ClopperPearson.boundIfNone(0, 1), ROUNDED);
    assertTrue(ClopperPearson.boundIfNone(0, 1_000_000_000) > 0);
    assertNull(ClopperPearson.boundIfNone(1, 100));
    assertNull(ClopperPearson.boundIfNone(0, 0));
    assertNull(ClopperPearson.interval(0, 0));
  }

  @Test
  void logarithmsOfTheGammaFunction() {
    assertEquals(0.5723649429247001, ClopperPearson.logGamma(0.5), 1e-13);
    assertEquals(0, ClopperPearson.logGamma(1), 1e-13);
    assertEquals(0, ClopperPearson.logGamma(2), 1e-13);
    assertEquals(12.801827480081469, ClopperPearson.logGamma(10), 1e-12);
    assertEquals(359.1342053695754, ClopperPearson.logGamma(100), 1e-10);
  }

  @Test
  void theBetaFunctionIsATailOfTheBinomialDistribution() {
    for (int trials : new int[] {1, 2, 7, 30, 200}) {
      for (int least = 1; least <= trials; least += Math.max(1, trials / 7)) {
        for (double share : new double[] {0.001, 0.1, 0.37, 0.5, 0.8, 0.999}) {
          assertEquals(
              tail(least, trials, share),
              ClopperPearson.beta(share, least, trials - least + 1.0),
              1e-11);
        }
      }
    }
  }

  /** Probability of at least so many events. */
  private static double tail(int least, int trials, double share) {
    double sum = 0;
    for (int k = least; k <= trials; k++) {
      double log = 0;
      for (int i = 1; i <= k; i++) {
        log += Math.log((double) (trials - k + i) / i);
      }
      sum += Math.exp(log + k * Math.log(share) + (trials - k) * Math.log1p(-share));
    }
    return sum;
  }

  @Test
  void limitsLeaveTheirShareOfProbabilityBeyondThem() {
    for (long events : new long[] {1, 13, 50, 99}) {
      double low = ClopperPearson.quantile(0.025, (double) events, 101.0 - events);
      double high = ClopperPearson.quantile(0.975, events + 1.0, 100.0 - events);
      assertEquals(0.025, tail((int) events, 100, low), 1e-10);
      assertEquals(0.025, 1 - tail((int) events + 1, 100, high), 1e-10);
    }
  }

  @Test
  void manyTrials() {
    Interval interval = ClopperPearson.interval(5_000_000, 10_000_000);
    assertEquals(0.49969, interval.low(), 1e-5);
    assertEquals(0.50031, interval.high(), 1e-5);
  }
}
