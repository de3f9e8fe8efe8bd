package dev.bookplate.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bookplate.catalogue.SourceItem.Book;
import dev.bookplate.catalogue.SourceItem.Note;
import dev.bookplate.catalogue.SourceItem.Rejected;
import dev.bookplate.extract.Extracted.Metadata;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A shelf with a catalogue.csv: what it says wins, and what of it is not used is said. */
class ShelfListTest {
  @TempDir Path folder;
  private final FakeTexts texts = new FakeTexts();

  @Test
  void everyColumnArrives() throws Exception {
    put("a.epub");
    list(
        "ASOF,rule,Jurisdiction,language,permission,registrations,holder,asin,rights,year,"
            + "publisher,isbn,authors,title,id,source",
        "2026-01-31,pma70,us,fr,Licence 7,TX1;TX2,Morrow Estate,B00X,in-copyright,1998,"
            + "Quay Press,0-306-40615-2; 9780804429573,Ida Morrow; Aaron Pike,\"Tides, again\",w1,"
            + "a.epub");

    Book book = (Book) items().get(0);

    assertEquals(
        new Work(
            "w1",
            "Tides, again",
            List.of("Ida Morrow", "Aaron Pike"),
            List.of("9780306406157", "9780804429573"),
            "B00X",
            "Quay Press",
            1998,
            "Morrow Estate",
            List.of("TX1", "TX2"),
            new Rights(Rights.Status.IN_COPYRIGHT, "US", "pma70", "2026-01-31"),
            "Licence 7"),
        book.work());
    assertEquals("fr", book.language());
  }

  @Test
  void theListWinsFieldByFieldOverTheFileAndItsName() throws Exception {
    put("Name - Name.epub");
    texts.say(
        "Name - Name.epub",
        new Metadata(
            "File title",
            List.of("File author"),
            List.of("isbn:9780804429573"),
            "en",
            "File press",
            "1901",
            null));
    list("source,title,isbn,publisher", "Name - Name.epub,List title,9780306406157,");

    Book book = (Book) items().get(0);

    assertEquals("Name - Name", book.work().id());
    assertEquals("List title", book.work().title());
    assertEquals(List.of("File author"), book.work().authors());
    assertEquals(List.of("9780306406157"), book.work().isbns());
    assertEquals("File press", book.work().publisher());
    assertEquals(1901, book.work().year());
    assertEquals(Rights.UNKNOWN, book.work().rights());
    assertEquals("en", book.language());
  }

  @Test
  void filesThatTheListDoesNotNameAreReadAsWithoutIt() throws Exception {
    put("a.txt");
    put("b.txt");
    list("source,title", "a.txt,Listed");

    assertEquals(List.of("book a.txt of a: Listed", "book b.txt of b: b"), briefs());
  }

  @Test
  void aRowSpeaksForTheOtherFormatsOfItsBook() throws Exception {
    put("x/a.epub");
    put("x/a.txt");
    put("w2.txt");
    put("b.txt");
    list("source,id,title", "x/a.epub,w1,Alpha", "b.txt,w2,Beta");

    assertEquals(
        List.of(
            "book b.txt of w2: Beta",
            "book w2.txt of w2: Beta",
            "book x/a.epub of w1: Alpha",
            "book x/a.txt of w1: Alpha"),
        briefs());
  }

  @Test
  void rowsWithOneIdAreOneWork() throws Exception {
    put("1998.txt");
    put("2004.txt");
    list(
        "source,id,title,isbn,publisher,year",
        "1998.txt,w1,Tides,9780306406157,,1998",
        "2004.txt,w1,Tides,9780804429573,Quay Press,2004");

    List<SourceItem> items = items();

    assertEquals(
        new Note(
            "catalogue.csv, line 3",
            "2004.txt: says something else than the rows before it of work 'w1' (year), and they"
                + " win"),
        items.get(0));
    Work work = ((Book) items.get(1)).work();
    assertEquals(List.of("9780306406157", "9780804429573"), work.isbns());
    assertEquals(1998, work.year());
    assertEquals("Quay Press", work.publisher());
    assertEquals(work, ((Book) items.get(2)).work());
  }

  @Test
  void aSourceThatIsNotThereIsRejectedWithItsLine() throws Exception {
    put("a.txt");
    list("source,id", "gone.txt,a", "a.txt,w1");

    assertEquals(
        List.of(
            "rejected catalogue.csv, line 2: gone.txt: there is no such file on the shelf: correct"
                + " the source or add the file",
            "book a.txt of w1: a"),
        briefs());
  }

  @Test
  void aSecondRowAboutOneSourceIsRejected() throws Exception {
    put("a.txt");
    list("source,title", "a.txt,First", "./a.txt,Second");

    assertEquals(
        List.of(
            "rejected catalogue.csv, line 3: a.txt: line 2 is about the same file and wins",
            "book a.txt of a: First"),
        briefs());
  }

  @Test
  void rowsWithoutASourceOrWithFieldsTooManyOrFewAreRejected() throws Exception {
    put("a.txt");
    list("source,title", ",Nobody", "a.txt,Tides, again", "a.txt", "", "a.txt,Tides");

    assertEquals(
        List.of(
            "rejected catalogue.csv, line 2: names no source: say which file it is about",
            "rejected catalogue.csv, line 3: has 3 of 2 fields: put those that hold commas in"
                + " quotes",
            "rejected catalogue.csv, line 4: has 1 of 2 fields: put those that hold commas in"
                + " quotes",
            "book a.txt of a: Tides"),
        briefs());
  }

  @ParameterizedTest
  @CsvSource({
    "isbn, 9780306406158, an ISBN with a right check digit",
    "isbn, 9.78E+12, an ISBN with a right check digit",
    "year, MCMXCVIII, 'a year, such as 1998'",
    "year, 19980501, 'a year, such as 1998'",
    "rights, yes, 'in-copyright, public-domain or unknown'",
    "jurisdiction, America, 'an ISO 3166 code, such as US'",
    "asof, 31/01/2026, 'a date, such as 2026-01-31'",
    "asof, 2026-02-31, 'a date, such as 2026-01-31'"
  })
  void aFieldThatMakesNoSenseIsLeftOutAndSaid(String column, String field, String wanted)
      throws Exception {
    put("a.txt");
    list("source,title," + column, "a.txt,Tides," + field);

    List<SourceItem> items = items();

    assertEquals(
        new Note(
            "catalogue.csv, line 2",
            "a.txt: %s '%s' is left out: it is not %s".formatted(column, field, wanted)),
        items.get(0));
    Work work = ((Book) items.get(1)).work();
    assertEquals(
        new Work(
            "a",
            "Tides",
            List.of(),
            List.of(),
            null,
            null,
            null,
            null,
            List.of(),
            Rights.UNKNOWN,
            null),
        work);
  }

  @Test
  void lineNumbersCountLinesAndNotRows() throws Exception {
    put("a.txt");
    list("source,title", "a.txt,\"one\ntwo\"", "gone.txt,x");

    assertEquals("catalogue.csv, line 4", ((Rejected) items().get(0)).source());
  }

  @Test
  void byteOrderMarkIsNotPartOfTheHeader() throws Exception {
    put("a.txt");
    list("\uFEFFsource,title", "a.txt,Épaves");

    assertEquals(List.of("book a.txt of a: Épaves"), briefs());
  }

  @Test
  void accentsMayBeSpeltInBothWays() throws Exception {
    put("E\u0301paves.txt");
    list("source,id", "\u00C9paves.txt,w1");

    assertEquals("w1", ((Book) items().get(0)).work().id());
  }

  @Test
  void backslashesOfAListFromWindowsAreUnderstood() throws Exception {
    put("x/a.txt");
    list("source,id", "x\\a.txt,w1");

    assertEquals("w1", ((Book) items().get(0)).work().id());
  }

  @Test
  void aListInAFolderBelowIsAFileLikeOthers() throws Exception {
    Files.createDirectories(folder.resolve("sub"));
    Files.writeString(folder.resolve("sub/catalogue.csv"), "no header");

    assertEquals(List.of("book sub/catalogue.csv of sub/catalogue: catalogue"), briefs());
  }

  @ParameterizedTest
  @CsvSource({
    "'source,titel', has a column 'titel'; the columns are source",
    "source;title, has a column 'source;title'; the columns are source",
    "'source,', has a column ''; the columns are source",
    "'title,id', has no column 'source'",
    "'source,title,Title', has two columns 'title'",
    "'', is empty: its first line has to name the columns: source",
    "'source,title\na.txt,\"Tides', is not valid CSV",
    "'source,title\na.txt,\"Tides\"x', is not valid CSV"
  })
  void aListThatIsNoneIsAnError(String content, String message) throws Exception {
    put("a.txt");
    Files.writeString(folder.resolve("catalogue.csv"), content);

    InvalidListException e = assertThrows(InvalidListException.class, this::items);

    assertEquals("catalogue.csv " + message, start(e.getMessage(), message.length() + 14));
  }

  @Test
  void aListInAnotherEncodingIsAnErrorWithThePlace() throws Exception {
    put("a.txt");
    Files.write(
        folder.resolve("catalogue.csv"),
        "source,title\na.txt,Épaves\n".getBytes(StandardCharsets.ISO_8859_1));

    InvalidListException e = assertThrows(InvalidListException.class, this::items);

    assertEquals("catalogue.csv is not UTF-8 at byte 19: save it as UTF-8", e.getMessage());
  }

  @Test
  void aListClippedWithinALetterIsAnError() throws Exception {
    put("a.txt");
    byte[] whole = "source,title\na.txt,É".getBytes(StandardCharsets.UTF_8);
    Files.write(folder.resolve("catalogue.csv"), Arrays.copyOf(whole, whole.length - 1));

    assertThrows(InvalidListException.class, this::items);
  }

  @Test
  void theListAloneIsNoShelf() throws Exception {
    list("source,title");
    Path file = folder.resolve("catalogue.csv");

    assertThrows(InvalidListException.class, () -> Shelf.open(file, texts));
  }

  private void put(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "text of " + name);
  }

  private void list(String... lines) throws IOException {
    Files.writeString(folder.resolve("catalogue.csv"), String.join("\r\n", lines) + "\r\n");
  }

  private List<SourceItem> items() throws Exception {
    List<SourceItem> items = new ArrayList<>();
    Shelf.open(folder, texts).forEach(items::add);
    return items;
  }

  private List<String> briefs() throws Exception {
    return items().stream().map(ShelfListTest::brief).toList();
  }

  private static String brief(SourceItem item) {
    return switch (item) {
      case Book(
              Work work,
              String source,
              var digests,
              var text,
              var extractor,
              var language,
              var ignoredCondition) ->
          "book %s of %s: %s".formatted(source, work.id(), work.title());
      case Rejected(String source, String reason) -> "rejected " + source + ": " + reason;
      case Note(String source, String reason) -> "note " + source + ": " + reason;
    };
  }

  private static String start(String text, int length) {
    return text.substring(0, Math.min(length, text.length()));
  }
}
