package dev.bookplate.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.origin.Utf8Text;
import dev.bookplate.text.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ExtensionTest {
  private static final int NO_DROP = 100_000;

  /** Words of so few letters that pairs of them are often another word. */
  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.of("aa", "bb", "aabb", "bbaa", "cc", "aabbcc", "aaaa", "bbcc")
        .list()
        .ofMaxSize(14);
  }

  @Provide
  Arbitrary<List<String>> manyWords() {
    return Arbitraries.integers().between(0, 60).map(i -> "w" + i).list().ofMaxSize(40);
  }

  private static Words words(List<String> words) {
    return Words.of(Utf8Text.of(String.join(" ", words)));
  }

  private static List<String> reversed(List<String> words) {
    List<String> reversed = new ArrayList<>();
    for (int i = words.size() - 1; i >= 0; i--) {
      reversed.add(new StringBuilder(words.get(i)).reverse().toString());
    }
    return reversed;
  }

  /** Refuses blocks that do not ascend, or whose words are not the same letters. */
  private static void check(List<Block> blocks, Words doc, Words ref) {
    int docEnd = 0;
    int refEnd = 0;
    for (Block block : blocks) {
      assertTrue(block.doc() >= docEnd && block.ref() >= refEnd, blocks.toString());
      assertTrue(block.docWords() > 0 && block.refWords() > 0, blocks.toString());
      if (block.docWords() == block.refWords()) {
        for (int i = 0; i < block.docWords(); i++) {
          assertEquals(ref.hash(block.ref() + i), doc.hash(block.doc() + i));
        }
      } else if (block.docWords() == 2) {
        assertEquals(1, block.refWords());
        assertEquals(ref.hash(block.ref()), doc.joined(block.doc()));
      } else {
        assertEquals(1, block.docWords());
        assertEquals(2, block.refWords());
        assertEquals(doc.hash(block.doc()), ref.joined(block.ref()));
      }
      docEnd = block.docEnd();
      refEnd = block.refEnd();
    }
    assertTrue(docEnd <= doc.count() && refEnd <= ref.count());
  }

  /** The best score that the blocks have on their way from the start. */
  private static int score(List<Block> blocks) {
    int score = 0;
    int best = 0;
    int doc = 0;
    int ref = 0;
    for (Block block : blocks) {
      int docGap = block.doc() - doc;
      int refGap = block.ref() - ref;
      score -= 2 * Math.min(docGap, refGap) + 3 * Math.abs(docGap - refGap);
      score += block.docWords() == block.refWords() ? 2 * block.docWords() : -1;
      best = Math.max(best, score);
      doc = block.docEnd();
      ref = block.refEnd();
    }
    return best;
  }

  private static void compare(List<String> docWords, List<String> refWords) {
    Words doc = words(docWords);
    Words ref = words(refWords);
    List<Block> forward = new Extension(doc, ref, NO_DROP).forward(0, 0, doc.count());
    check(forward, doc, ref);
    assertEquals(SlowAligner.best(doc, ref), score(forward));

    List<Block> backward = new Extension(doc, ref, NO_DROP).backward(doc.count(), ref.count(), 0);
    check(backward, doc, ref);
    List<Block> mirrored = new ArrayList<>();
    for (Block b : backward) {
      mirrored.add(
          new Block(
              doc.count() - b.docEnd(), b.docWords(), ref.count() - b.refEnd(), b.refWords()));
    }
    Collections.reverse(mirrored);
    assertEquals(
        SlowAligner.best(words(reversed(docWords)), words(reversed(refWords))), score(mirrored));
  }

  @Property(tries = 6000, seed = "21")
  void ofFewWordsTheBestAlignmentIsFound(
      @ForAll("texts") List<String> doc, @ForAll("texts") List<String> ref) {
    compare(doc, ref);
  }

  @Property(tries = 500, seed = "22")
  void ofTwoVersionsOfATextTheBestAlignmentIsFound(
      @ForAll("manyWords") List<String> text, @ForAll("manyWords") List<String> noise) {
    List<String> other = new ArrayList<>(text);
    for (int i = 0; i + 2 < noise.size() && other.size() > 3; i += 3) {
      int at = Math.floorMod(noise.get(i).hashCode(), other.size() - 1);
      switch (Math.floorMod(noise.get(i + 1).hashCode(), 4)) {
        case 0 -> other.set(at, noise.get(i + 2));
        case 1 -> other.add(at, noise.get(i + 2));
        case 2 -> other.remove(at);
        default -> other.set(at, other.get(at) + other.remove(at + 1));
      }
    }
    compare(text, other);
  }

  @Property(tries = 2000, seed = "23")
  void withADropBlocksAreStillSound(
      @ForAll("texts") List<String> docWords, @ForAll("texts") List<String> refWords) {
    Words doc = words(docWords);
    Words ref = words(refWords);
    List<Block> blocks = new Extension(doc, ref, 6).forward(0, 0, doc.count());
    check(blocks, doc, ref);
    assertTrue(score(blocks) <= SlowAligner.best(doc, ref));
  }

  @Example
  void itStopsBeforeTheDocumentsStop() {
    Words doc = words(List.of("aa", "bb", "cc", "aa", "bb", "cc"));
    List<Block> blocks = new Extension(doc, doc, NO_DROP).forward(0, 0, 4);
    assertEquals(List.of(new Block(0, 4, 0, 4)), blocks);
    blocks = new Extension(doc, doc, NO_DROP).backward(6, 6, 2);
    assertEquals(List.of(new Block(2, 4, 2, 4)), blocks);
    blocks = new Extension(doc, words(List.of("aa", "bbcc")), NO_DROP).forward(0, 0, 2);
    assertEquals(List.of(new Block(0, 1, 0, 1)), blocks);
  }

  @Example
  void aRunGoesOnOverAWordWrittenAsTwo() {
    Words doc = words(List.of("the", "old", "light", "house", "is"));
    Words ref = words(List.of("the", "old", "lighthouse", "is"));
    assertEquals(
        List.of(new Block(0, 2, 0, 2), new Block(2, 2, 2, 1), new Block(4, 1, 3, 1)),
        new Extension(doc, ref, 20).forward(0, 0, 5));
    assertEquals(
        List.of(new Block(0, 2, 0, 2), new Block(2, 1, 2, 2), new Block(3, 1, 4, 1)),
        new Extension(ref, doc, 20).backward(4, 5, 0));
  }
}
