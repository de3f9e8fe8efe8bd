package dev.bookplate.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes books that were never written: each word follows the one, two or three before it as in
 * real books, so that the phrases of the language stand in them as often as in a library, and no
 * passage of a real book does. The same seed, number and training text give the same bytes.
 */
public final class LibraryGenerator {
  /** Shares of the next words that are drawn by three, and by two words of context. */
  private static final double BY_THREE = 0.35;

  private static final double BY_TWO = 0.55;
  private static final int TRIES = 20;

  /** One word in so many is followed by a likely phrase. */
  private static final int PHRASE_EVERY = 600;

  private final TrainingText training;
  private final LikelyPhrases phrases;
  private final long seed;

  LibraryGenerator(TrainingText training, LikelyPhrases phrases, long seed) {
    this.training = training;
    this.phrases = phrases;
    this.seed = seed;
  }

  /** Book number {@code n}, of that many words. */
  String book(int n, int words) {
    return new Writer(new SplittableRandom(seed * 0x9E3779B97F4A7C15L + n)).write(n, words);
  }

  private final class Writer {
    private final SplittableRandom random;
    private final int[] last = new int[KnownRuns.LENGTH];
    private final StringBuilder out = new StringBuilder();
    private long hash;
    private int at;
    private int count;
    private int sentence;

    Writer(SplittableRandom random) {
      this.random = random;
      java.util.Arrays.fill(last, -1);
    }

    String write(int n, int words) {
      out.append("Generated book ").append(n).append("\n\n");
      at = random.nextInt(training.count() - 1);
      while (count < words) {
        if (!phrases.isEmpty() && random.nextInt(PHRASE_EVERY) == 0) {
          phrase(phrases.draw(random));
        } else {
          step();
        }
      }
      return out.append(".\n").toString();
    }

    private void phrase(int[] words) {
      for (int word : words) {
        add(word);
      }
      at = Math.max(0, training.placeOf(words, words.length - 2, words.length - 1));
    }

    /** Goes to a next word that does not make a run of the training text. */
    private void step() {
      int next = next(0);
      for (int t = 1; t < TRIES && training.runs().contains(with(training.word(next))); t++) {
        next = next(t);
      }
      at = next;
      add(training.word(at));
    }

    private long with(int word) {
      return KnownRuns.roll(hash, last[count % last.length], word);
    }

    private void add(int word) {
      hash = with(word);
      last[count++ % last.length] = word;
      sentence = render(training.spelling(word), sentence);
    }

    private int next(int tries) {
      double draw = random.nextDouble();
      int order = tries > TRIES / 2 ? 0 : draw < BY_THREE ? 3 : draw < BY_THREE + BY_TWO ? 2 : 1;
      if (order == 0) {
        return random.nextInt(training.count());
      }
      int place = training.alike(at, order, random.nextInt(training.alike(at, order)));
      return place + 1 < training.count() ? place + 1 : 0;
    }

    private int render(String word, int before) {
      if (before == 0) {
        out.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word, 1, word.length());
      } else {
        out.append(word);
      }
      if (before >= 6 && random.nextInt(12) == 0) {
        out.append(random.nextInt(6) == 0 ? ".\n\n" : ". ");
        return 0;
      }
      out.append(random.nextInt(11) == 0 ? ", " : " ");
      return before + 1;
    }
  }

  /**
   * Writes {@code COUNT} books of {@code WORDS} words: {@code OUT COUNT WORDS SEED TRAINING CLEAN},
   * of which the last are folders of text in UTF-8.
   */
  public static void main(String[] args) throws IOException {
    Path out = Files.createDirectories(Path.of(args[0]));
    TrainingText training = TrainingText.of(read(Path.of(args[4])));
    long seed = Long.parseLong(args[3]);
    LikelyPhrases phrases = LikelyPhrases.of(training, read(Path.of(args[5])), seed);
    LibraryGenerator generator = new LibraryGenerator(training, phrases, seed);
    int words = Integer.parseInt(args[2]);
    IntStream.range(0, Integer.parseInt(args[1]))
        .parallel()
        .forEach(n -> generator.write(out, n, words));
  }

  private void write(Path out, int n, int words) {
    try {
      Path file = out.resolve(String.format(Locale.ROOT, "generated-%05d.txt", n));
      Files.write(file, book(n, words).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String read(Path folder) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)).append("\n\n");
      }
    }
    return all.toString();
  }
}
