package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.FindingLine.EvidenceLine;
import dev.bookplate.evidence.RunReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are known by their bytes, their names and their title pages, beside their text. */
class TextlessTest {
  private static final String TITLE = "The Heron Under the Stairs";
  private static final String OTHER_TITLE = "Seven Ways to Cross a Frozen Canal";
  private static final String ISBN = "9780306406157";

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void shelf() throws IOException {
    desk = new Desk(folder);
    desk.write(
        "shelf/catalogue.csv",
        "source,id,title,authors,isbn\n"
            + "first-book.txt,heron,"
            + TITLE
            + ",Maud Ellery,\n"
            + "second-book.txt,canal,"
            + OTHER_TITLE
            + ",Pim van Oort,"
            + ISBN
            + "\n");
  }

  private List<FindingLine> scan(Object... more) throws IOException {
    CliRun done = desk.scan(desk.path("corpus"), more);
    assertTrue(done.code() == 0 || done.code() == 3, done.err());
    return findings(desk.run());
  }

  private static List<FindingLine> findings(Path run) throws IOException {
    try (Stream<FindingLine> all = RunReader.open(run).findings()) {
      return all.toList();
    }
  }

  private static EvidenceLine evidence(FindingLine finding, String kind) {
    return finding.evidence().stream().filter(e -> e.kind().equals(kind)).findFirst().orElseThrow();
  }

  @Test
  void theSameFileIsOneFindingByTextAndBytes() throws IOException {
    desk.write("corpus/9f3c.dat.txt", Desk.BOOK);
    FindingLine found = scan().getFirst();
    assertEquals(List.of("text", "hash"), found.kinds());
    assertEquals("strong", found.grade());
    assertEquals(List.of("run-50", "same-sha256", "row-and-text-agree"), found.reasons());
    EvidenceLine hash = evidence(found, "hash");
    assertEquals("digest", hash.basis());
    assertEquals("sha256 md5", hash.detail().get("agree"));
    assertEquals(found.document().inputSha256(), hash.detail().get("sha256"));
    assertEquals("shelf/first-book.txt", hash.detail().get("row"));
  }

  @Test
  void membersAndWhatIsPackedAreTheSameFileToo() throws IOException {
    byte[] book = Desk.BOOK.getBytes(StandardCharsets.UTF_8);
    byte[] inner = zip("deep/book.txt", book);
    Files.createDirectories(desk.path("corpus"));
    Files.write(desk.path("corpus/a.zip"), zip("b.txt", book, "c.zip", inner));
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(desk.path("corpus/d.txt.gz")))) {
      out.write(book);
    }
    List<FindingLine> found = scan();
    assertEquals(3, found.size());
    for (FindingLine each : found) {
      assertEquals(List.of("text", "hash"), each.kinds(), each.document()::toString);
    }
    assertEquals("the member", evidence(found.get(0), "hash").detail().get("of"));
    assertEquals("c.zip!deep/book.txt", found.get(1).document().member());
    assertEquals("its unpacked bytes", evidence(found.get(2), "hash").detail().get("of"));
  }

  private static byte[] zip(Object... namesAndBytes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndBytes.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
        zip.write((byte[]) namesAndBytes[i + 1]);
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void whatGaveNoTextIsKnownByItsBytes() throws IOException {
    desk.write("corpus/large.txt", Desk.BOOK);
    FindingLine found = scan("--max-document", "4k").getFirst();
    assertEquals(List.of("hash"), found.kinds());
    assertEquals("strong", found.grade());
    assertNull(found.extent());
    assertNull(found.measures());
    assertEquals(List.of(), found.passages());
    assertNull(found.document().textSha256());
    assertEquals(List.of("same-sha256", "work-by-row-alone"), found.reasons());
    String unread = Files.readString(desk.run().resolve("unread.jsonl"));
    assertTrue(unread.contains("over-limit"), unread);
    String copies = Files.readString(desk.run().resolve("copies.csv"));
    assertTrue(copies.contains("large.txt"), copies);
    CliRun shown = CliRun.of("show", desk.run(), found.id());
    assertTrue(shown.out().contains("it gave no text"), shown.out());
    String page = Files.readString(desk.run().resolve("report.html"));
    assertTrue(page.contains("no text: "), "the report shows what is found without text");
  }

  @Test
  void titlesNeedTheirAuthorOrManyWords() throws IOException {
    String prose = new Prose(9).text(40);
    desk.write("corpus/Ellery, Maud - The Heron Under the Stairs (1998).txt", prose);
    desk.write("corpus/Seven Ways to Cross a Frozen Canal.txt", prose);
    desk.write("corpus/Heron Under Stairs.txt", prose);
    desk.write("corpus/page.txt", "THE HERON\nUNDER THE STAIRS\n\nby\nMaud Ellery\n\n" + prose);
    desk.write("corpus/The Heron Under the Stairs - Someone Else.txt", prose);
    List<FindingLine> found = scan();
    assertEquals(
        List.of(
            "Ellery, Maud - The Heron Under the Stairs (1998).txt [title-and-author]",
            "Seven Ways to Cross a Frozen Canal.txt [long-title]",
            "page.txt [title-and-author]"),
        found.stream().map(f -> f.document().path() + " " + f.reasons()).toList());
    assertTrue(found.stream().allMatch(f -> f.grade().equals("lead")));
    EvidenceLine page = evidence(found.get(2), "title");
    assertEquals("title page", page.detail().get("from"));
    assertEquals("THE HERON / UNDER THE STAIRS", page.detail().get("quote"));
  }

  @Test
  void numbersInTheTextAndInTheNameAreLeads() throws IOException {
    String prose = new Prose(9).text(40);
    desk.write("corpus/a.txt", "First published 1980\nISBN 0-306-40615-2\n" + prose);
    desk.write("corpus/" + ISBN + ".txt", prose);
    List<FindingLine> found = scan();
    assertEquals(2, found.size());
    assertEquals(List.of("identifier"), found.get(0).reasons());
    assertEquals(ISBN, evidence(found.get(1), "identifier").detail().get("value"));
    assertEquals("ISBN 0-306-40615-2", evidence(found.get(1), "identifier").detail().get("quote"));
  }

  @Test
  void aTitleOfAnotherBookThanTheTextIsSaidInBothFindings() throws IOException {
    desk.write("corpus/Pim van Oort - " + OTHER_TITLE + ".txt", Desk.BOOK + "\n");
    List<FindingLine> found = scan();
    FindingLine canal = found.get(0);
    FindingLine heron = found.get(1);
    assertEquals(List.of("title-and-author", "text-is-of-another-work"), canal.reasons());
    assertEquals("lead", canal.grade());
    assertEquals(List.of("title"), canal.kinds());
    assertEquals("heron", canal.evidence().get(1).detail().get("otherWork"));
    assertEquals(List.of("run-50", "title-is-of-another-work"), heron.reasons());
    assertEquals("strong", heron.grade());
    assertEquals(List.of("text"), heron.kinds());
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBytesAndNoQuotesAreKeptWhereNoneMayBe() throws IOException {
    desk.write("corpus/a.txt", Desk.BOOK);
    desk.write("corpus/b/page.txt", TITLE + "\n\nby Maud Ellery\n\n" + Desk.OTHER_BOOK);
    desk.write("corpus/c/" + ISBN + ".txt", new Prose(5).text(30));
    List<FindingLine> one = scan("--threads", "1");
    assertEquals(4, one.size());
    assertEquals(one, scan("--threads", "4", "--overwrite"));
    List<FindingLine> none = scan("--quotes", "none", "--overwrite");
    assertEquals(4, none.size());
    assertFalse(
        none.stream()
            .flatMap(f -> f.evidence().stream())
            .anyMatch(e -> e.detail().containsKey("quote")));
  }

  @Test
  void recordsAreNoFilesAndOnlyLongOnesAreBooks() throws IOException {
    String page = TITLE + "\\n\\nby Maud Ellery\\n\\n";
    desk.write(
        "corpus/part.jsonl",
        Desk.line("short", page + new Prose(8).text(50))
            + Desk.line("long", page + new Prose(8).text(10_000)));
    List<FindingLine> found = scan();
    assertEquals(1, found.size());
    assertEquals("long", found.getFirst().document().id());
    assertEquals(List.of("title"), found.getFirst().kinds());
  }

  @Test
  void aFileOfRecordsIsKnownByItsBytesBesideThem() throws IOException {
    String lines = Desk.line("a", new Prose(3).text(400)) + Desk.line("b", new Prose(4).text(30));
    desk.write("corpus/part.jsonl", lines + Desk.line("c", Prose.words(Desk.BOOK, 100, 200)));
    desk.write("shelf/notes.txt", Files.readString(desk.path("corpus/part.jsonl")));
    List<FindingLine> found = scan();
    List<String> whole =
        found.stream()
            .filter(f -> f.document().textSha256() == null)
            .map(f -> f.work().id() + f.kinds())
            .toList();
    assertEquals(List.of("notes[hash]"), whole);
    assertTrue(found.size() > 2);
  }

  private CliRun verify(Object... more) {
    List<Object> arguments =
        new ArrayList<>(List.of("verify", desk.run(), "--cache", desk.cache()));
    arguments.addAll(List.of(more));
    return CliRun.of(arguments.toArray());
  }

  @Test
  void verifyLooksUpAgainWhatHasNoText() throws IOException {
    byte[] book = Desk.BOOK.getBytes(StandardCharsets.UTF_8);
    desk.write("corpus/large.txt", Desk.BOOK);
    Files.write(desk.path("corpus/a.zip"), zip("b.txt", book, "c.zip", zip("d.txt", book)));
    desk.write("corpus/ISBN " + ISBN + ".pdf.txt", "...");
    desk.write("corpus/number.txt", "ISBN 0-306-40615-2\n" + new Prose(9).text(40));
    desk.write("corpus/page.txt", TITLE + "\n\nby Maud Ellery\n\n" + new Prose(9).text(40));
    List<FindingLine> found = scan("--max-document", "4k");
    long textless = found.stream().filter(f -> f.document().textSha256() == null).count();
    assertEquals(4, textless, found::toString);

    CliRun all = verify("--corpus", desk.path("corpus"), "-c", desk.shelf());
    assertEquals(0, all.code(), all.err());
    assertTrue(
        all.out().contains("findings, without text: 4 looked up again by bytes and names"),
        all.out());
    assertTrue(all.out().contains("findings, evidence: 3 numbers and titles quoted"), all.out());

    CliRun corpusAlone = verify("--corpus", desk.path("corpus"));
    assertEquals(0, corpusAlone.code(), corpusAlone.err());
    assertTrue(
        corpusAlone.out().contains("not checked  findings, without text: 4"), corpusAlone.out());
    assertTrue(
        corpusAlone.out().contains("findings, evidence: 3 numbers and titles quoted"),
        corpusAlone.out());
  }
}
