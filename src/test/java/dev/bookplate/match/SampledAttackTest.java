package dev.bookplate.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.fingerprint.FingerprintKey;
import dev.bookplate.fingerprint.FingerprintSpec;
import dev.bookplate.fingerprint.PassageFingerprinter;
import dev.bookplate.fingerprint.Prose;
import dev.bookplate.origin.Utf8Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who holds the exported fingerprints and their key knows ten words of the book, and every word
 * that it uses: tries them all for the next shingle, forward and backward, and pairs of words where
 * the next shingle starts two words on.
 */
class SampledAttackTest {
  private static final int SHINGLE = 10;
  private static final int BOOK = 8000;
  private static final int VOCABULARY = 400;
  private static final int FEW = 20;

  private final PassageFingerprinter fingerprinter =
      new PassageFingerprinter(FingerprintSpec.sampled("00"));
  private final FingerprintKey key =
      FingerprintKey.parse("bookplate-key/1 " + "5a".repeat(32)).orElseThrow();
  private final FingerprintKey.Keyed keyed = key.keyed();
  private final List<String> vocabulary =
      List.copyOf(new HashSet<>(new Prose(3).words(VOCABULARY, 0)));
  private final List<String> book = book();
  private long[] set;

  /** Few words are used often and many seldom, as in a language. */
  private List<String> book() {
    Random random = new Random(4);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < BOOK; i++) {
      double rank = Math.pow(random.nextDouble(), 2.5) * vocabulary.size();
      words.add(vocabulary.get((int) rank));
    }
    return words;
  }

  private boolean isIn(List<String> shingle) {
    fingerprinter.fingerprint(Utf8Text.of(String.join(" ", shingle)));
    return Arrays.binarySearch(set, keyed.of(fingerprinter.hashes()[0])) >= 0;
  }

  /** Words gained from ten known ones at a place, in one direction. */
  private int walk(int from, boolean forward) {
    List<String> known = new ArrayList<>(book.subList(from, from + SHINGLE));
    int gained = 0;
    int step = step(known, from + gained, forward);
    while (step > 0) {
      gained += step;
      step = step(known, forward ? from + gained : from - gained, forward);
    }
    return gained;
  }

  /** Extends what is known by one or two words; 0 where no try hits. */
  private int step(List<String> known, int at, boolean forward) {
    for (String word : vocabulary) {
      List<String> next = with(known, List.of(word), forward);
      if (isIn(next)) {
        replace(known, next);
        return 1;
      }
    }
    List<String> few = few(at, forward);
    for (String one : few) {
      for (String other : few) {
        List<String> next = with(known, List.of(one, other), forward);
        if (isIn(next)) {
          replace(known, next);
          return 2;
        }
      }
    }
    return 0;
  }

  /** A small choice of words, in which the right ones are, as a language model might offer. */
  private List<String> few(int at, boolean forward) {
    Set<String> few = new HashSet<>(vocabulary.subList(0, FEW));
    int from = Math.max(0, forward ? at + SHINGLE : at - 2);
    few.addAll(book.subList(Math.min(from, BOOK - 2), Math.min(from, BOOK - 2) + 2));
    return List.copyOf(few);
  }

  private static List<String> with(List<String> known, List<String> more, boolean forward) {
    List<String> next = new ArrayList<>(forward ? known : more);
    next.addAll(forward ? more : known);
    return forward
        ? next.subList(more.size(), next.size())
        : next.subList(0, next.size() - more.size());
  }

  private static void replace(List<String> known, List<String> next) {
    List<String> copy = List.copyOf(next);
    known.clear();
    known.addAll(copy);
  }

  @Test
  void theTextCannotBeWalked(@TempDir Path folder, TestReporter reporter) throws Exception {
    String text = Prose.plain(book);
    try (Library built = Library.of(folder, List.of(new Library.Book("book", text)))) {
      set = built.sampled(key);
    }
    assertTrue(set.length > BOOK * 0.08 && set.length < BOOK * 0.11, set.length + " fingerprints");
    int starts = 0;
    int sum = 0;
    int most = 0;
    for (int from = 40; from < BOOK - 40; from += 53) {
      int gained = walk(from, true) + walk(from, false);
      starts++;
      sum += gained;
      most = Math.max(most, gained);
    }
    double mean = (double) sum / starts;
    reporter.publishEntry("words gained", "mean " + mean + ", most " + most);
    assertTrue(mean < 1.0, "on average " + mean + " words, most " + most + " of " + starts);
    assertTrue(most <= 3, "at most " + most + " words");

    int hits = 0;
    for (int at = 40; at < BOOK - 40 && hits < 120; at++) {
      if (isIn(book.subList(at, at + SHINGLE))) {
        assertEquals(0, walk(at, true) + walk(at, false), "from the fingerprint at " + at);
        hits++;
      }
    }
    assertEquals(120, hits);
  }
}
