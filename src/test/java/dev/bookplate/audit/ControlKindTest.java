package dev.bookplate.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.origin.Utf8Text;
import dev.bookplate.text.Words;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is done to passages is what it says, and no more. */
class ControlKindTest {
  private static final String PASSAGE =
      """
      “Nobody’s lantern,” she said—quietly enough—“burns for the harbour-master.” The
      committee had adjourned; its secretary remained. What remained? Understandably,
      nothing remarkable: seventeen envelopes, a thermometer, and the neighbourhood's
      forgotten correspondence. Éloïse counted everything twice! Then the grandfather
      clock struck, and somebody's footsteps hesitated outside the conservatory.
      """;

  private static final String CHINESE = "山中有一座小屋，屋里住着一位老人。他每天清晨出门，傍晚才回来。没有人知道他去了哪里。";

  private static String altered(ControlKind kind, String passage) {
    return kind.alter(passage, new Random(7));
  }

  private static long[] hashes(String text) {
    Words words = Words.of(Utf8Text.of(text));
    return IntStream.range(0, words.count()).mapToLong(words::hash).toArray();
  }

  @Test
  void allAreTheSameForTheSameSeed() {
    for (ControlKind kind : ControlKind.values()) {
      assertEquals(altered(kind, PASSAGE), altered(kind, PASSAGE), kind.label());
      assertFalse(altered(kind, CHINESE).isBlank(), kind.label());
    }
  }

  @Test
  void newSpacesAndCaseLeaveTheWords() {
    String many = PASSAGE.repeat(3);
    for (ControlKind kind :
        new ControlKind[] {ControlKind.VERBATIM, ControlKind.RESPACED, ControlKind.FOLDED}) {
      assertTrue(Arrays.equals(hashes(many), hashes(altered(kind, many))), kind.label());
    }
    String respaced = altered(ControlKind.RESPACED, many);
    assertTrue(respaced.contains("  ") && respaced.contains("\n") && respaced.contains("--"));
    assertFalse(respaced.contains("“") || respaced.contains("’"));
    String folded = altered(ControlKind.FOLDED, PASSAGE);
    assertTrue(folded.startsWith("nobody’s lantern she said quietly"), folded);
    assertTrue(folded.contains("éloïse counted everything twice then"), folded);
  }

  @Test
  void linesAreWrappedAndWordsPartedAtTheirEnds() {
    String wrapped = altered(ControlKind.HYPHENATED, PASSAGE.repeat(5));

    assertTrue(wrapped.lines().count() > 20);
    wrapped.lines().forEach(line -> assertTrue(line.length() < 80, line));
    assertTrue(wrapped.lines().filter(l -> l.matches(".*\\p{L}{3,}-")).count() > 3, wrapped);
  }

  @Test
  void misreadAndEditedTextChangesByAboutItsShare() {
    String many = PASSAGE.repeat(60);
    int characters = many.codePointCount(0, many.length());
    for (ControlKind kind : new ControlKind[] {ControlKind.OCR2, ControlKind.OCR5}) {
      String misread = altered(kind, many);
      assertNotEquals(many, misread);
      assertEquals(characters, misread.codePointCount(0, misread.length()), 0.02 * characters);
    }
    long[] words = hashes(many);
    for (ControlKind kind :
        new ControlKind[] {ControlKind.EDIT5, ControlKind.EDIT10, ControlKind.EDIT20}) {
      double share = Integer.parseInt(kind.label().substring(4)) / 100.0;
      long[] edited = hashes(altered(kind, many));
      assertEquals(words.length, edited.length, 0.3 * share * words.length, kind.label());
      assertEquals(1 - share, kept(words, edited), 0.3 * share, kind.label());
    }
  }

  /** Share of the words that stand in both, in order: the longest common subsequence. */
  private static double kept(long[] a, long[] b) {
    int[] row = new int[b.length + 1];
    for (long word : a) {
      int before = 0;
      for (int j = 1; j <= b.length; j++) {
        int above = row[j];
        row[j] = word == b[j - 1] ? before + 1 : Math.max(above, row[j - 1]);
        before = above;
      }
    }
    return (double) row[b.length] / a.length;
  }

  @Test
  void sentencesAreReorderedAndNoneIsLost() {
    String reordered = altered(ControlKind.REORDERED, PASSAGE);
    long[] before = hashes(PASSAGE);
    long[] after = hashes(reordered);
    assertFalse(Arrays.equals(before, after));
    Arrays.sort(before);
    Arrays.sort(after);
    assertTrue(Arrays.equals(before, after));
    assertEquals(CHINESE.length() + 2, altered(ControlKind.REORDERED, CHINESE).length());
  }

  @Test
  void scriptsWithoutSpacesGetNone() {
    assertFalse(altered(ControlKind.EDIT20, CHINESE.replaceAll("[，。]", "")).contains(" "));
    assertFalse(altered(ControlKind.FOLDED, CHINESE.replaceAll("[，。]", "")).contains(" "));
  }
}
