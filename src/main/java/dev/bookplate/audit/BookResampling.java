package dev.bookplate.audit;

import dev.bookplate.evidence.Calibration.Interval;
import dev.bookplate.evidence.ClopperPearson;
import java.util.Arrays;
import java.util.Random;

/**
 * The 95 % interval of a share over books that are drawn again with replacement: passages of one
 * book resemble each other, and books are what there is a choice of.
 */
final class BookResampling {
  /** With fewer books there is nothing to draw from. */
  static final int LEAST_BOOKS = 5;

  private static final int RESAMPLES = 2000;
  private static final double TAIL = 0.025;

  private BookResampling() {}

  /**
   * The interval, rounded outwards.
   *
   * @param events of each book
   * @param trials of each book, in the same order
   * @return null with too few books, without trials, and where all trials came out alike, so that
   *     drawing again shows nothing
   */
  static Interval interval(long seed, long[] events, long[] trials) {
    long all = Arrays.stream(events).sum();
    if (events.length < LEAST_BOOKS || all == 0 || all == Arrays.stream(trials).sum()) {
      return null;
    }
    Random random = SeededRandom.of(seed, 6, events.length);
    double[] shares = new double[RESAMPLES];
    int made = 0;
    for (int i = 0; i < RESAMPLES; i++) {
      long happened = 0;
      long tried = 0;
      for (int j = 0; j < events.length; j++) {
        int book = random.nextInt(events.length);
        happened += events[book];
        tried += trials[book];
      }
      if (tried > 0) {
        shares[made++] = (double) happened / tried;
      }
    }
    Arrays.sort(shares, 0, made);
    int cut = (int) (made * TAIL);
    return ClopperPearson.outwards(shares[cut], shares[made - 1 - cut]);
  }
}
