package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.FindingLine.EvidenceLine;
import dev.bookplate.evidence.MarkerRow;
import dev.bookplate.evidence.RunReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Marks of where copies came from, in a scan. */
class MarkersTest {
  private static final String MD5 = "0123456789abcdef0123456789abcdef";
  private static final String RULE =
      """
      [our-stamp]
      says: A line of ours.
      indicates: our-shop
      where: text
      contains: our stamp
      pattern: (?i)our stamp [0-9]+
      example: Our stamp 7
      not: our stamps
      """;

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void shelf() throws IOException {
    desk = new Desk(folder);
  }

  private static byte[] epub(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      entry(zip, "mimetype", "application/epub+zip");
      entry(
          zip,
          "META-INF/container.xml",
          "<container><rootfiles><rootfile full-path=\"a.opf\"/></rootfiles></container>");
      entry(
          zip,
          "a.opf",
          "<package><metadata><dc:title>Some Title</dc:title>"
              + "<dc:contributor opf:role=\"bkp\">calibre (3.48.0) [https://calibre-ebook.com]"
              + "</dc:contributor><meta name=\"Sigil version\" content=\"1.9.30\"/></metadata>"
              + "<manifest><item id=\"c\" href=\"c.xhtml\" media-type=\"application/xhtml+xml\"/>"
              + "</manifest><spine><itemref idref=\"c\"/></spine></package>");
      entry(zip, "c.xhtml", "<html><body><p>" + text + "</p></body></html>");
      entry(zip, "META-INF/calibre_bookmarks.txt", "");
    }
    return bytes.toByteArray();
  }

  private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(StandardCharsets.UTF_8));
  }

  private List<FindingLine> scan(Object... more) throws IOException {
    CliRun done = desk.scan(desk.path("corpus"), more);
    assertEquals(0, done.code(), done.err());
    try (Stream<FindingLine> all = RunReader.open(desk.run()).findings()) {
      return all.toList();
    }
  }

  private static List<MarkerRow> markers(Path run) throws IOException {
    try (Stream<MarkerRow> rows = RunReader.open(run).markers()) {
      return rows.toList();
    }
  }

  @Test
  void marksStandWithAFindingAndRaiseNothing() throws IOException {
    String part = Prose.words(Desk.BOOK, 100, 130);
    Files.createDirectories(desk.path("corpus"));
    Files.write(desk.path("corpus/" + MD5 + ".epub"), epub(part));
    desk.write("corpus/plain.txt", part);
    List<FindingLine> found = scan();
    FindingLine marked = found.get(0);
    FindingLine plain = found.get(1);
    assertEquals(List.of("text", "marker"), marked.kinds());
    assertEquals(List.of("text"), plain.kinds());
    assertEquals(plain.grade(), marked.grade());
    assertEquals(plain.reasons(), marked.reasons());
    List<EvidenceLine> marks =
        marked.evidence().stream().filter(e -> e.kind().equals("marker")).toList();
    assertEquals(
        List.of(
            "md5-name path null",
            "calibre-stamp metadata contributor",
            "sigil-stamp metadata meta",
            "calibre-bookmarks members 4"),
        marks.stream().map(e -> e.detail().get("rule") + " " + place(e.detail())).toList());
    assertEquals("trace", marks.get(0).basis());
    assertEquals("library-genesis", marks.get(0).detail().get("indicates"));
    assertEquals("calibre (3.48.0", marks.get(1).detail().get("quote"));
    CliRun shown = CliRun.of("show", desk.run(), marked.id());
    assertTrue(shown.out().contains("marker, trace: rule md5-name"), shown.out());
    assertTrue(
        Files.readString(desk.run().resolve("report.html")).contains("id=\"markers\""),
        "the report has a section of them");
  }

  private static String place(Map<String, String> detail) {
    return detail.get("place") + " " + detail.get("field");
  }

  @Test
  void aCorpusWithoutAFindingStillShowsWhereItCameFrom() throws IOException {
    desk.write("corpus/" + MD5 + ".txt", new Prose(7).text(40));
    desk.write("corpus/letters.txt", new Prose(8).text(40) + "\nDownloaded from libgen.rs\n");
    desk.write("corpus/records.jsonl", Desk.line("a", "Downloaded from libgen.rs and elsewhere"));
    assertEquals(List.of(), scan());
    List<MarkerRow> rows = markers(desk.run());
    assertTrue(rows.stream().anyMatch(r -> r.path().equals(MD5 + ".txt")), rows::toString);
    MarkerRow line =
        rows.stream().filter(r -> r.path().equals("letters.txt")).findFirst().orElseThrow();
    assertEquals("back", line.place().replace("front", "back"));
    assertEquals(1, line.documents());
    assertFalse(
        rows.stream().anyMatch(r -> r.path().equals("records.jsonl")), "no book is so short");
    var counts = RunReader.open(desk.run()).manifest().counts().markers();
    assertEquals(3, counts.looked(), "two texts, and the file of records by its name");
    assertEquals(1L, counts.documents().get("md5-name"));
  }

  @Test
  void rulesOfOnesOwnAreInTheRunAndItIsMadeAgainWithoutTheirFile() throws Exception {
    desk.write("corpus/a.txt", "Our Stamp 12\n" + new Prose(3).text(30));
    desk.write("corpus/b.txt", "our stamp 3 " + Prose.words(Desk.BOOK, 10, 80));
    Path rules = desk.write("rules.txt", RULE);
    List<FindingLine> found = scan("--markers", rules);
    assertEquals(List.of("text", "marker"), found.getFirst().kinds());
    var recorded = RunReader.open(desk.run()).manifest().configuration().path("markers");
    assertEquals("rules.txt", recorded.path("file").asText());
    assertEquals(64, recorded.path("sha256").asText().length());
    assertEquals(RULE, recorded.path("rules").asText());
    assertEquals(
        List.of("a.txt our-stamp our-shop Our Stamp 12", "b.txt our-stamp our-shop our stamp 3"),
        markers(desk.run()).stream()
            .map(r -> r.path() + " " + r.rule() + " " + r.indicates() + " " + r.quote())
            .toList());
    Files.delete(rules);
    CliRun again = CliRun.of("rerun", desk.run(), "--catalogue", desk.shelf());
    assertEquals(0, again.code(), again.err());
    CliRun verified =
        CliRun.of(
            "verify", desk.run(), "--corpus", desk.path("corpus"), "--catalogue", desk.shelf());
    assertEquals(0, verified.code(), verified.err());
  }

  @Test
  void aFileOfRulesThatCannotBeUsedIsRefusedWithItsLine() throws IOException {
    desk.quoting(40);
    Path rules = desk.write("rules.txt", RULE.replace("[0-9]+", "([0-9]+"));
    CliRun refused = desk.scan(desk.path("corpus"), "--markers", rules);
    assertEquals(2, refused.code());
    assertTrue(refused.err().contains("rules.txt, line 6"), refused.err());
    assertFalse(Files.exists(desk.run()));
    CliRun missing = desk.scan(desk.path("corpus"), "--markers", desk.path("none.txt"));
    assertEquals(2, missing.code());
  }

  @Test
  void threadsAndPartsGiveTheSameBytesAndNoQuoteIsKeptWhereNoneMayBe() throws IOException {
    Files.createDirectories(desk.path("corpus"));
    Files.write(desk.path("corpus/" + MD5 + ".epub"), epub(Prose.words(Desk.BOOK, 100, 160)));
    desk.write("corpus/b.txt", "Our stamp 12\n" + Prose.words(Desk.BOOK, 300, 360));
    desk.write("corpus/c.txt", "Our stamp 13\n" + new Prose(3).text(30));
    Path rules = desk.write("rules.txt", RULE);
    scan("--markers", rules, "--threads", "1");
    Map<String, String> once = files();
    scan("--markers", rules, "--threads", "3", "--overwrite");
    assertEquals(once, files());
    for (int i = 1; i <= 2; i++) {
      CliRun part =
          CliRun.of(
              "scan",
              desk.path("corpus"),
              "-c",
              desk.shelf(),
              "--cache",
              desk.cache(),
              "-o",
              desk.path("part" + i),
              "--markers",
              rules,
              "--part",
              i + "/2");
      assertEquals(0, part.code(), part.err());
    }
    CliRun merged =
        CliRun.of("merge", desk.path("part1"), desk.path("part2"), "-o", desk.run(), "--overwrite");
    assertEquals(0, merged.code(), merged.err());
    assertEquals(once, files());
    scan("--markers", rules, "--quotes", "none", "--overwrite");
    assertTrue(markers(desk.run()).stream().allMatch(r -> r.quote() == null));
    assertEquals(once.get("works.csv"), files().get("works.csv"));
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (String name : List.of("findings.jsonl", "findings.csv", "markers.csv", "works.csv")) {
      files.put(name, Files.readString(desk.run().resolve(name)));
    }
    return files;
  }
}
