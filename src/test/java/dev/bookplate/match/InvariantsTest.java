package dev.bookplate.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.fingerprint.Prose;
import dev.bookplate.origin.Span;
import dev.bookplate.origin.Utf8Text;
import dev.bookplate.text.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds of pieces, passages and quotes, whatever the document. */
class InvariantsTest {
  private static final int DOCUMENTS = 400;

  @TempDir Path folder;

  private static List<String> book() {
    List<String> book = new Prose(1).words(1500, 12);
    book.addAll(400, book.subList(0, 60)); // a book that quotes itself
    return book;
  }

  /** Every pair of places with the same seven words. */
  private static Seeds seeds(Words doc, Words ref) {
    Grams grams = new Grams(ref, 7, 0, ref.count());
    Seeds seeds = new Seeds();
    for (int d = 0; d + 7 <= doc.count(); d++) {
      for (int r = grams.first(doc, d); r >= 0; r = grams.after(doc, d, r)) {
        seeds.add(d, r);
      }
    }
    return seeds;
  }

  @Test
  void noWordOfTheDocumentIsInTwoPieces() {
    List<String> book = book();
    Words ref = Words.of(Utf8Text.of(Prose.plain(book)));
    for (int seed = 0; seed < DOCUMENTS; seed++) {
      Words doc = Words.of(Utf8Text.of(new Mangled(book, seed).text()));
      List<Piece> pieces = new PieceFinder(doc, ref).find(seeds(doc, ref));
      int end = 0;
      for (Piece piece : pieces) {
        assertTrue(piece.docStart() >= end, "seed " + seed);
        check(piece, doc, ref);
        end = piece.docEnd();
      }
    }
  }

  private static void check(Piece piece, Words doc, Words ref) {
    int docEnd = piece.docStart();
    int refEnd = piece.refStart();
    for (Block block : piece.blocks()) {
      assertTrue(block.doc() >= docEnd && block.ref() >= refEnd, piece.toString());
      for (int i = 0; i < block.docWords() && block.docWords() == block.refWords(); i++) {
        assertEquals(ref.hash(block.ref() + i), doc.hash(block.doc() + i));
      }
      docEnd = block.docEnd();
      refEnd = block.refEnd();
    }
  }

  @Test
  void everySharedRunIsInAPiece() {
    List<String> book = book();
    Words ref = Words.of(Utf8Text.of(Prose.plain(book)));
    for (int seed = 0; seed < DOCUMENTS; seed++) {
      Words doc = Words.of(Utf8Text.of(new Mangled(book, seed).text()));
      List<Piece> pieces = new PieceFinder(doc, ref).find(seeds(doc, ref));
      boolean[] aligned = new boolean[doc.count()];
      for (Piece piece : pieces) {
        for (Block block : piece.blocks()) {
          java.util.Arrays.fill(aligned, block.doc(), block.docEnd(), true);
        }
      }
      Grams grams = new Grams(ref, 25, 0, ref.count());
      for (int d = 0; d + 25 <= doc.count(); d++) {
        if (grams.first(doc, d) >= 0) {
          for (int i = d; i < d + 25; i++) {
            assertTrue(aligned[i], "seed " + seed + ", word " + i);
          }
        }
      }
    }
  }

  @Test
  void measuresAgreeWithThePassages() throws IOException {
    List<String> book = book();
    try (Library library =
        Library.of(folder, List.of(new Library.Book("work", Prose.plain(book))))) {
      for (int seed = 0; seed < DOCUMENTS; seed++) {
        String text = new Mangled(book, seed).text();
        for (Finding finding : library.match(text)) {
          check(finding, text);
        }
      }
    }
  }

  private static void check(Finding finding, String text) {
    int words = 0;
    int exact = 0;
    int end = 0;
    for (Passage passage : finding.passages()) {
      assertTrue(passage.documentWords().start() >= end);
      assertEquals(passage.documentWords().length(), passage.words());
      assertTrue(passage.exactWords() <= passage.words());
      assertTrue(passage.identity() > 0 && passage.identity() <= 1, passage.toString());
      int aligned = passage.exactReference().stream().mapToInt(Span::length).sum();
      assertTrue(passage.longestRunWords() <= Math.max(passage.words(), aligned));
      pieces(passage);
      words += passage.words();
      exact += passage.exactWords();
      end = passage.documentWords().end();
    }
    assertEquals(words, finding.measures().spanWords());
    assertEquals(exact, finding.measures().exactWords());
    assertTrue(finding.measures().documentCoverage() <= 1, text);
    assertTrue(finding.measures().workCoverage() <= 1, text);
    assertTrue(finding.measures().identity() <= 1, text);
  }

  private static void pieces(Passage passage) {
    int end = passage.document().start();
    for (Passage.Piece piece : passage.pieces()) {
      assertTrue(piece.document().start() >= end);
      assertTrue(piece.reference().start() >= passage.reference().start());
      assertTrue(piece.reference().end() <= passage.reference().end());
      end = piece.document().end();
    }
    assertEquals(passage.document().end(), end);
  }

  @Test
  void withoutTheirEditsBothQuotesAreTheSameWords() throws IOException {
    List<String> book = book();
    int[] caps = {2, 7, 60, 100_000};
    for (int c = 0; c < caps.length; c++) {
      String reference = new Prose(4).wrapped(book, 60);
      try (Library library =
          Library.of(
              folder.resolve("c" + c), List.of(new Library.Book("work", reference)), caps[c])) {
        for (int seed = 0; seed < DOCUMENTS / 4; seed++) {
          String text = new Mangled(book, seed).text();
          for (Finding finding : library.match(text)) {
            for (Passage passage : finding.passages()) {
              quote(passage, caps[c], text, reference);
            }
          }
        }
      }
    }
  }

  private static void quote(Passage passage, int cap, String text, String reference) {
    Passage.Quote quote = passage.quote();
    assertTrue(count(quote.document()) <= cap, quote.document());
    assertTrue(count(quote.reference()) <= cap, cap + ": " + quote.reference());
    assertTrue(text.contains(quote.document()));
    for (String part : quote.reference().split(" \\[…\\] ", -1)) {
      assertTrue(reference.contains(part), part);
    }
    List<Span> doc = new ArrayList<>();
    List<Span> ref = new ArrayList<>();
    for (Passage.Edit edit : quote.edits()) {
      assertTrue(edit.document().length() + edit.reference().length() > 0);
      doc.add(edit.document());
      ref.add(edit.reference());
    }
    assertEquals(letters(quote.reference(), ref), letters(quote.document(), doc), quote.toString());
    if (!quote.truncated()) {
      int from = text.offsetByCodePoints(0, passage.document().start());
      int to = text.offsetByCodePoints(0, passage.document().end());
      assertEquals(text.substring(from, to), quote.document());
    }
  }

  private static int count(String text) {
    return Words.of(Utf8Text.of(text)).count();
  }

  /** Letters of a quote outside of the edits, which must ascend and lie in it. */
  private static String letters(String quote, List<Span> edits) {
    int[] points = quote.codePoints().toArray();
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Span edit : edits) {
      assertTrue(edit.start() >= at && edit.end() <= points.length, edit + " in " + quote);
      append(out, points, at, edit.start());
      at = edit.end();
    }
    append(out, points, at, points.length);
    return out.toString();
  }

  private static void append(StringBuilder out, int[] points, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Character.isLetterOrDigit(points[i])) {
        out.appendCodePoint(points[i]);
      }
    }
  }

  @Test
  void theSameDocumentGivesTheSameFindingsAgain() throws IOException {
    List<String> book = book();
    try (Library library =
        Library.of(folder, List.of(new Library.Book("work", Prose.plain(book))))) {
      List<List<Finding>> first = new ArrayList<>();
      for (int seed = 0; seed < 60; seed++) {
        first.add(library.match(new Mangled(book, seed).text()));
      }
      Random random = new Random(1);
      for (int i = 0; i < 100; i++) {
        int seed = random.nextInt(60);
        assertEquals(first.get(seed), library.match(new Mangled(book, seed).text()));
      }
    }
  }
}
