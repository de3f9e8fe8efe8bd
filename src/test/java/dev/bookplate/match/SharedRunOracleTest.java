package dev.bookplate.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.origin.Utf8Text;
import dev.bookplate.text.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Pieces of texts that repeat themselves, beside the table of all pairs of words. */
class SharedRunOracleTest {
  private static final int RUN = 25;

  /** Words of a few phrases and few words, so that nearly everything stands twice. */
  private static List<String> soup(Random random, List<List<String>> phrases, int parts) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      words.addAll(phrases.get(random.nextInt(phrases.size())));
      words.add("w" + random.nextInt(30));
    }
    return words;
  }

  /** The length of the longest run that ends at each word of the document. */
  private static int[] runs(Words doc, Words ref) {
    int[] longest = new int[doc.count()];
    int[] before = new int[ref.count() + 1];
    for (int d = 0; d < doc.count(); d++) {
      int[] here = new int[ref.count() + 1];
      for (int r = 0; r < ref.count(); r++) {
        here[r + 1] = doc.hash(d) == ref.hash(r) ? before[r] + 1 : 0;
        longest[d] = Math.max(longest[d], here[r + 1]);
      }
      before = here;
    }
    return longest;
  }

  private static Seeds seeds(Words doc, Words ref, int shingle) {
    Grams grams = new Grams(ref, shingle, 0, ref.count());
    Seeds seeds = new Seeds();
    for (int d = 0; d + shingle <= doc.count(); d++) {
      for (int r = grams.first(doc, d); r >= 0; r = grams.after(doc, d, r)) {
        seeds.add(d, r);
      }
    }
    return seeds;
  }

  private static Words words(List<String> words) {
    return Words.of(Utf8Text.of(String.join(" ", words)));
  }

  @Property(tries = 2000, seed = "41")
  void theLongestSharedRunIsOfOnePieceAndNoneIsLonger(
      @ForAll @IntRange(max = 1_000_000) int seed,
      @ForAll @IntRange(min = 5, max = 10) int shingle) {
    Random random = new Random(seed);
    List<List<String>> phrases = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      phrases.add(soup(random, List.of(List.of("a"), List.of("b", "c")), 2 + random.nextInt(4)));
    }
    List<String> ref = soup(random, phrases, 12 + random.nextInt(20));
    List<String> doc = soup(random, phrases, 2 + random.nextInt(12));
    int from = random.nextInt(Math.max(1, ref.size() - RUN));
    doc.addAll(
        random.nextInt(doc.size() + 1),
        new ArrayList<>(ref.subList(from, Math.min(ref.size(), from + RUN + random.nextInt(9)))));
    Words d = words(doc);
    Words r = words(ref);
    List<Piece> pieces = new PieceFinder(d, r).find(seeds(d, r, shingle));
    int longest = java.util.Arrays.stream(runs(d, r)).max().orElse(0);
    List<Integer> found = new ArrayList<>(List.of(0));
    pieces.forEach(p -> p.unbroken(1).forEach(run -> found.add(run.exact())));
    assertTrue(longest >= Math.min(RUN, ref.size() - from));
    if (longest >= RUN) {
      assertEquals(longest, Collections.max(found));
    }
  }
}
