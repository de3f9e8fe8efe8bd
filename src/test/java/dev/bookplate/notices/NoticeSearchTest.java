package dev.bookplate.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.origin.Utf8Text;
import dev.bookplate.text.Words;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of a reference are told as they are in a copy. */
class NoticeSearchTest {
  private static final List<PlantedBook.Kind> KINDS = List.of(PlantedBook.Kind.values());

  private static NoticeSearch search;

  @BeforeAll
  static void rules() throws IOException {
    search = new NoticeSearch(NoticeRules.shipped());
  }

  private static List<NoticeLine> lines(PlantedBook book, String reference, String copy) {
    return search.search(
        book.finding(),
        book.facts(),
        Words.of(Utf8Text.of(reference)),
        Words.of(Utf8Text.of(copy)));
  }

  private static List<NoticeLine> notices(PlantedBook book) {
    return lines(book, book.reference(), book.copy()).stream()
        .filter(NoticeLine::isNotice)
        .toList();
  }

  /** The planted set: books in five languages, a quarter of each kind. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2_000, 40_000})
  void ofThePlantedSetNinetyNineInAHundredAreRight(long seed) {
    int all = 0;
    int right = 0;
    StringBuilder wrong = new StringBuilder();
    for (int i = 0; i < 48; i++) {
      PlantedBook.Kind kind = KINDS.get(i % 4);
      PlantedBook book = PlantedBook.of(seed + i, kind);
      List<NoticeLine> found = notices(book);
      all += Math.max(1, book.expected().size());
      if (found.size() != book.expected().size()) {
        wrong.append(kind).append(' ').append(found.size()).append(" lines; ");
        continue;
      }
      right += found.isEmpty() ? 1 : 0;
      for (int k = 0; k < found.size(); k++) {
        boolean is = found.get(k).state() == book.expected().get(k);
        right += is ? 1 : 0;
        wrong.append(is ? "" : kind + " " + found.get(k) + "; ");
      }
    }
    assertTrue(right >= 0.99 * all, right + " of " + all + ": " + wrong);
  }

  private static final PlantedBook BOOK = PlantedBook.of(7, PlantedBook.Kind.UNTOUCHED);

  private static String bodyOf(PlantedBook book) {
    return book.reference().substring(book.reference().indexOf("\n\n") + 2);
  }

  private static NoticeState stateOf(List<NoticeLine> lines, String text) {
    return lines.stream().filter(l -> l.refText().equals(text)).findFirst().get().state();
  }

  /** A finding whose body begins where these heads end. */
  private static List<NoticeLine> under(String refHead, String docHead) {
    String body = bodyOf(BOOK);
    PlantedBook same = BOOK;
    String ref = refHead + "\n\n" + body;
    String doc = docHead + "\n\n" + body;
    var piece =
        new dev.bookplate.evidence.FindingLine.PieceLine(
            docHead.length() + 2, doc.length(), refHead.length() + 2, ref.length());
    var p = same.finding().passages().get(0);
    var passage =
        new dev.bookplate.evidence.FindingLine.PassageLine(
            piece.docStart(),
            piece.docEnd(),
            piece.refStart(),
            piece.refEnd(),
            p.words(),
            p.exactWords(),
            p.longestRunWords(),
            p.identity(),
            List.of(piece),
            p.refWords(),
            false,
            null,
            null,
            List.of(),
            null,
            null,
            List.of(),
            true,
            null);
    var f = same.finding();
    var finding =
        new dev.bookplate.evidence.FindingLine(
            f.id(),
            f.key(),
            f.grade(),
            f.extent(),
            f.kinds(),
            f.document(),
            f.work(),
            f.measures(),
            List.of(passage),
            f.evidence(),
            f.reasons());
    return search.search(
        finding,
        new BookFacts("The Blue Door", List.of("Ada Roe"), null, List.of()),
        Words.of(Utf8Text.of(ref)),
        Words.of(Utf8Text.of(doc)));
  }

  private static final String HEAD =
      "The Blue Door\nAda Roe\nCopyright © 2001 Ada Roe\nISBN 978-0-306-40615-7\nFor Ben";

  @Test
  void aWordLessIsAltered() {
    List<NoticeLine> lines =
        under(HEAD, "The Blue Door\nAda Roe\n2001 Ada Roe\nISBN 978-0-306-40615-7\nFor Ben");

    assertEquals(NoticeState.ALTERED, stateOf(lines, "Copyright © 2001 Ada Roe"));
    assertEquals(NoticeState.PRESENT, stateOf(lines, "ISBN 978-0-306-40615-7"));
  }

  @Test
  void aMarkLessIsAltered() {
    List<NoticeLine> lines = under(HEAD, HEAD.replace("©", ""));

    NoticeLine line = lines.get(2);
    assertEquals(NoticeState.ALTERED, line.state());
    assertEquals("the mark © is not there", line.note());
    assertEquals("Copyright  2001 Ada Roe", line.docText());
  }

  @Test
  void withoutTheLinesAroundItNothingIsSaid() {
    // the title alone was kept; of the rest no line before or after is there
    List<NoticeLine> lines =
        under(
            "The Blue Door\nSome other line\nCopyright © 2001 Ada Roe\nAnother line here",
            "The Blue Door");

    assertEquals(NoticeState.PRESENT, stateOf(lines, "The Blue Door"));
    assertEquals(NoticeState.NOT_COVERED, stateOf(lines, "Copyright © 2001 Ada Roe"));
  }

  @Test
  void severalInARowAreAbsentInContext() {
    List<NoticeLine> lines = under(HEAD, "The Blue Door\nAda Roe\nFor Ben");

    assertEquals(NoticeState.ABSENT_IN_CONTEXT, stateOf(lines, "Copyright © 2001 Ada Roe"));
    assertEquals(NoticeState.ABSENT_IN_CONTEXT, stateOf(lines, "ISBN 978-0-306-40615-7"));
    assertEquals("present", lines.get(2).before());
  }

  @Test
  void theHeaderOfADistributorIsNoNoticeOfTheWork() {
    String head =
        """
        The Project Gutenberg EBook of The Blue Door, by Ada Roe
        Copyright laws are changing all over the world.
        *** START OF THIS PROJECT GUTENBERG EBOOK THE BLUE DOOR ***

        The Blue Door
        by Ada Roe\
        """;

    List<NoticeLine> lines = under(head, "The Blue Door\nby Ada Roe");

    assertEquals(
        List.of("The Blue Door", "by Ada Roe"), lines.stream().map(NoticeLine::refText).toList());
  }

  /** What is left of two equal names is the one that was a line. */
  @Test
  void aNameThatStandsTwiceIsTheLine() {
    List<NoticeLine> lines =
        under(
            "The Blue Door\nAda Roe\nCopyright by Ada Roe\nFor Ben and all\nISBN 0-306-40615-2",
            "The Blue Door\nAda Roe\nFor Ben and all\nISBN 0-306-40615-2");

    assertEquals(NoticeState.PRESENT, stateOf(lines, "Ada Roe"));
    assertEquals(NoticeState.ABSENT_IN_CONTEXT, stateOf(lines, "Copyright by Ada Roe"));
  }

  @Test
  void offsetsAreThoseOfTheTexts() {
    for (NoticeLine line : lines(BOOK, BOOK.reference(), BOOK.copy())) {
      String there =
          BOOK.reference()
              .substring(
                  BOOK.reference().offsetByCodePoints(0, line.reference().start()),
                  BOOK.reference().offsetByCodePoints(0, line.reference().end()));
      assertTrue(line.refText().contains(there), there);
    }
  }
}
