package dev.bookplate.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.fingerprint.Prose;
import dev.bookplate.origin.Span;
import dev.bookplate.origin.Utf8Text;
import dev.bookplate.text.Words;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LicencePartsTest {
  private static final String BOOK = text(1, 5000);
  private static final String HEADER = text(2, 120);
  private static final String LICENCE = text(3, 3000);
  private static final String BEGIN = "\n*** START OF THE PROJECT GUTENBERG EBOOK A TITLE ***\n";
  private static final String END = "\n*** END OF THE PROJECT GUTENBERG EBOOK A TITLE ***\n";

  private static String text(int seed, int words) {
    return Prose.plain(new Prose(seed).words(words, 0));
  }

  private static Words words(String... parts) {
    return Words.of(Utf8Text.of(String.join("", parts)));
  }

  /** Words of some parts of a text that are in licence parts, by part. */
  private static void assertInside(String[] parts, int... inside) {
    LicenceParts licence = LicenceParts.of(words(parts));
    int[] found = new int[parts.length];
    int at = 0;
    for (int i = 0; i < parts.length; i++) {
      int count = words(parts[i]).count();
      found[i] = licence.words(new Span(at, at + count));
      at += count;
    }
    assertEquals(Arrays.toString(inside), Arrays.toString(found));
  }

  @Test
  void whatIsOutsideOfTheMarks() {
    assertInside(new String[] {HEADER, BEGIN, BOOK, END, LICENCE}, 120, 8, 0, 8, 3000);
  }

  @Test
  void theOtherFormsOfTheMarks() {
    String begin = "\r\n***START OF THIS PROJECT GUTENBERG E-TEXT A LONG\r\nTITLE***\r\n";
    String end = "\r\n\r\nEnd of the Project Gutenberg EBook of A Title\r\n";
    assertInside(new String[] {HEADER, begin, BOOK, end, LICENCE}, 120, 10, 0, 9, 3000);
  }

  @Test
  void lettersWhoseBytesLookLikeLineEnds() {
    // U+00C5 is C3 85 in UTF-8, and 85 alone would end a line
    String begin = "\n*** START OF THE PROJECT GUTENBERG EBOOK ÅSE PÅ ÅSEN\n";
    assertInside(new String[] {HEADER, begin, BOOK}, 120, 9, 0);
  }

  @Test
  void aTitleInTheMarkThatNeverEndsTakesNothingOfTheBook() {
    String begin = "\n*** START OF THE PROJECT GUTENBERG EBOOK A TITLE\n";
    assertInside(new String[] {HEADER, begin, BOOK}, 120, 8, 0);
  }

  @Test
  void whoMadeTheFile() {
    String credits = "\n\nProduced by three people and\nthe readers of a journal\n\n";
    assertInside(new String[] {HEADER, BEGIN, credits, BOOK}, 120, 8, 10, 0);
    assertInside(new String[] {HEADER, BEGIN, BOOK, credits, BOOK}, 120, 8, 0, 0, 0);
  }

  @Test
  void aFileThatIsCutOffOnEitherSide() {
    assertInside(new String[] {BOOK, END, LICENCE}, 0, 8, 3000);
    assertInside(new String[] {HEADER, BEGIN, BOOK}, 120, 8, 0);
  }

  @Test
  void severalBooksInOneFile() {
    String[] file = {HEADER, BEGIN, BOOK, END, LICENCE, "\n" + HEADER, BEGIN, BOOK, END, LICENCE};
    assertInside(file, 120, 8, 0, 8, 3000, 120, 8, 0, 8, 3000);
  }

  @Test
  void aPartThatIsTooLongForALicenceIsTheBook() {
    assertInside(new String[] {BOOK, END, BOOK, BOOK}, 0, 0, 0, 0);
    assertInside(new String[] {BOOK, BOOK, BEGIN, BOOK}, 0, 0, 0, 0);
  }

  @Test
  void aBookThatSpeaksOfTheMarksHasNone() {
    String said = "\nHe read: *** END OF THE PROJECT GUTENBERG EBOOK ***, and laughed.\n";
    assertInside(new String[] {BOOK, said, HEADER}, 0, 0, 0);
  }

  @Test
  void anotherDistributor() {
    String imprint = "\n\nImprint\n\nBy Standard Ebooks.\n\nA.\n\nSee standardebooks.org.\n\n\n";
    String colophon = "\n\nColophon\n\nA Title was made for\nStandard Ebooks\nby people.\n\n";
    assertInside(
        new String[] {"A Title", imprint, BOOK, colophon, HEADER},
        0,
        words(imprint).count(),
        0,
        words(colophon).count(),
        120);
    assertInside(new String[] {BOOK, "\n\nColophon\n\nA press.\n", HEADER}, 0, 0, 0);
  }

  /** They are kept for every edition of a library that was looked at, and its text is not. */
  @Test
  void holdOnToNoText() {
    for (java.lang.reflect.Field field : LicenceParts.class.getDeclaredFields()) {
      assertTrue(
          java.lang.reflect.Modifier.isStatic(field.getModifiers())
              || field.getType() == java.util.List.class,
          field.getName());
    }
  }
}
