package dev.bookplate.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Phrases of real clean text that the statistics of other books make likely: stretches of seven to
 * ten words of which every three follow each other in the training text. A library of a billion
 * words holds about one in a hundred eight-word shingles of any book by chance; a generator that
 * has read only a few million words writes a tenth of that by itself, so these are strewn in, some
 * once and some in thousands of books, as it is with the phrases of a language.
 */
final class LikelyPhrases {
  private static final int SHORTEST = 7;
  private static final int LONGEST = 10;
  private static final double TAIL = 0.9;
  private static final double MOST = 5000;

  private final List<int[]> phrases = new ArrayList<>();
  private double[] cumulative = new double[0];

  private LikelyPhrases() {}

  /** None at all. */
  static LikelyPhrases none() {
    return new LikelyPhrases();
  }

  /** Of clean text; the seed decides which and how often. */
  static LikelyPhrases of(TrainingText training, String clean, long seed) {
    LikelyPhrases likely = new LikelyPhrases();
    SplittableRandom random = new SplittableRandom(seed);
    int[] words = training.numbers(clean);
    int start = 0;
    for (int i = 0; i <= words.length; i++) {
      if (i == words.length
          || i - start == LONGEST
          || !training.knows(words, Math.max(start, i - 2), i)) {
        likely.add(words, start, i, random);
        start = i;
      }
    }
    likely.cumulate(random);
    return likely;
  }

  private void add(int[] words, int start, int end, SplittableRandom random) {
    // most chance runs are as short as they can be
    int length = random.nextInt(4) > 0 ? Math.min(end - start, SHORTEST + 1) : end - start;
    if (end - start >= SHORTEST && random.nextInt(3) > 0) {
      phrases.add(Arrays.copyOfRange(words, start, start + length));
    }
  }

  private void cumulate(SplittableRandom random) {
    cumulative = new double[phrases.size()];
    double sum = 0;
    for (int i = 0; i < cumulative.length; i++) {
      sum += Math.min(MOST, Math.pow(1 - random.nextDouble(), -1 / TAIL));
      cumulative[i] = sum;
    }
  }

  boolean isEmpty() {
    return phrases.isEmpty();
  }

  /** One of them, the frequent ones more often. */
  int[] draw(SplittableRandom random) {
    double at = random.nextDouble() * cumulative[cumulative.length - 1];
    int i = Arrays.binarySearch(cumulative, at);
    return phrases.get(Math.min(phrases.size() - 1, i < 0 ? -i - 1 : i));
  }
}
