package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.RunReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a catalogue of texts and rows is asked, and what is decided about its works by hand. */
class CatalogueRecordsTest {
  private static final String ISBN = "9780306406157";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @TempDir private Path folder;
  private Desk desk;
  private Path catalogue;

  @BeforeEach
  void textsAndRows() throws IOException {
    desk = new Desk(folder);
    catalogue = desk.path("catalogue");
    desk.write(
        "shelf/catalogue.csv",
        "source,id,title,authors,isbn\n"
            + "first-book.txt,heron,The Heron Under the Stairs,Maud Ellery,"
            + ISBN
            + "\nsecond-book.txt,canal,Seven Ways to Cross a Frozen Canal,Pim van Oort,\n");
    desk.write(
        "rows.csv",
        "Werk,author,isbn,md5,year,id\n"
            + "The Heron Under the Stairs: A Novel,\"Ellery, Maud\","
            + ISBN
            + ",00112233445566778899aabbccddeeff,1998,r1\n"
            + "Salt Roads,Ann Fry,,11112233445566778899aabbccddeeff,1912,r2\n"
            + "The Way of Salt,A. Fry,,,1913,r3\n"
            + "\u001b[31mRed\u202e,Eve,,,2001,r4\n"
            + "=1+1,Mallory,,,2002,r5\n");
    ok("catalogue", "add", catalogue, desk.shelf(), "--quiet");
    CliRun added = ok("catalogue", "add", catalogue, desk.path("rows.csv"), "--map", "title=Werk");
    assertTrue(added.out().contains("columns: "), added.out());
    assertTrue(added.out().contains("Werk"), added.out());
  }

  @Test
  void tablesOnShelfAreRowsAndNoBooks() throws IOException {
    desk.write("mixed/novel.txt", "The tide went out and did not come back. ".repeat(200));
    desk.write("mixed/lists/rows.csv", "title,author,year\nSalt Roads,Ann Fry,1912\n");
    desk.write("mixed/MD5SUMS", "00112233445566778899aabbccddeeff  novel.txt\n");
    desk.write(
        "mixed/metadata.opf",
        "<?xml version='1.0'?><package xmlns='http://www.idpf.org/2007/opf'><metadata"
            + " xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>Novel</dc:title></metadata>"
            + "</package>");
    Files.write(desk.path("mixed/broken.csv.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 1});
    Path mixed = desk.path("of-mixed");

    ok("catalogue", "add", mixed, desk.path("mixed"), "--quiet");

    String stats = ok("catalogue", "stats", mixed).out();
    assertTrue(stats.contains("rows.csv (csv)"), stats);
    assertTrue(stats.contains("1 row seen = 1 read"), stats);
    String works = ok("catalogue", "list", mixed).out();
    assertTrue(works.contains("Salt Roads"), works);
    assertTrue(works.contains("novel"), works);
    assertFalse(works.lines().anyMatch(line -> line.endsWith(" rows")), works);
    assertFalse(works.contains("broken"), works);
    assertFalse(works.contains("MD5SUMS"), works);
    assertFalse(works.contains("metadata"), works);
    assertTrue(
        Files.readString(mixed.resolve("catalogue.json"))
            .contains("a record of a book (OPF) and no book"));
  }

  @Test
  void aFormatThatIsGivenIsThatOfAllFilesOfFolder() throws IOException {
    desk.write("lists/names.txt", "Ann Fry - Salt Roads.epub\n");
    desk.write("lists/more.txt", "Maud Ellery - The Heron Under the Stairs.epub\n");
    Path lists = desk.path("of-lists");

    ok("catalogue", "add", lists, desk.path("lists"), "--format", "paths", "--quiet");

    String stats = ok("catalogue", "stats", lists).out();
    assertTrue(stats.contains("names.txt (paths)") && stats.contains("more.txt (paths)"), stats);
    assertTrue(ok("catalogue", "list", lists).out().contains("Salt Roads"), stats);
  }

  private static CliRun ok(Object... arguments) {
    CliRun run = CliRun.of(arguments);
    assertEquals(0, run.code(), run.err());
    return run;
  }

  private CliRun on(String command, Object... more) {
    List<Object> all = new ArrayList<>(List.of("catalogue", command, catalogue));
    all.addAll(Arrays.asList(more));
    return ok(all.toArray());
  }

  private static List<JsonNode> lines(CliRun run) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : run.out().lines().toList()) {
      lines.add(MAPPER.readTree(line));
    }
    return lines;
  }

  private String idOf(String words) throws IOException {
    return lines(on("search", words, "--json")).getFirst().at("/work/id").asText();
  }

  @Test
  void mapIsRefusedWhereThereAreNoColumns() {
    Path list = desk.write("sums.md5", "00112233445566778899aabbccddeeff  a.epub\n");
    CliRun run = CliRun.of("catalogue", "add", catalogue, list, "--map", "title=Werk");
    assertEquals(2, run.code(), run.out());
    assertTrue(run.err().contains("--map"), run.err());
    assertEquals(
        2,
        CliRun.of("catalogue", "add", catalogue, desk.path("rows.csv"), "--map", "colour=Werk")
            .code());
  }

  @Test
  void listAndShowKnowTextsAndRows() throws IOException {
    List<JsonNode> works = lines(on("list", "--json"));
    assertEquals(6, works.size());
    assertEquals(
        List.of(1, 2),
        works.stream()
            .filter(w -> !w.path("editions").isEmpty())
            .map(w -> w.path("recordCount").asInt())
            .toList());
    String table = on("list").out();
    assertTrue(table.contains("Salt Roads"), table);
    String heron = on("show", "heron").out();
    assertTrue(heron.contains("Source        rows.csv, row 1\n"), heron);
    assertTrue(heron.contains("isbn:" + ISBN), heron);
    assertTrue(heron.contains("  Record        0\n"), heron);
    String roads = on("show", idOf("salt roads")).out();
    assertTrue(
        roads.contains("Rights        public-domain in US, by us-published-95-years-ago"), roads);
    assertTrue(roads.contains("Rule          17 U.S.C. 304"), roads);
    assertTrue(heron.contains("md5           00112233445566778899aabbccddeeff"), heron);
    assertTrue(heron.contains("Merged because of\n  isbn          " + ISBN + ": record "), heron);
    assertTrue(heron.contains("Records disagree\n  title         The Heron"), heron);
    JsonNode json = lines(on("show", "heron", "--json")).getFirst();
    assertEquals(2, json.path("records").size());
    assertEquals("ISBN", json.at("/merges/0/by").asText());
  }

  @Test
  void hostileTextCannotActOnTheTerminal() throws IOException {
    String id = idOf("Eve");
    for (String out : List.of(on("list").out(), on("show", id).out(), on("search", "Eve").out())) {
      assertFalse(out.contains("\u001b"), out);
      assertFalse(out.contains("\u202e"), out);
      assertTrue(out.contains("Red"), out);
    }
  }

  @Test
  void searchIsTolerantAndStatsCount() throws IOException {
    assertEquals("heron", idOf("herron stairs"));
    assertEquals(
        "heron",
        lines(on("search", "--isbn", "0-306-40615-2", "--json"))
            .getFirst()
            .at("/work/id")
            .asText());
    assertTrue(on("search", "zzzzzz").out().contains("nothing found"));
    assertEquals(2, CliRun.of("catalogue", "search", catalogue).code());
    JsonNode stats = lines(on("stats", "--json")).getFirst();
    assertEquals(6, stats.path("works").asInt());
    JsonNode facts = stats.path("recordFacts");
    assertEquals(2, facts.at("/identifiers/isbn").asInt());
    assertEquals(4, facts.at("/digests/md5").asInt());
    assertEquals(5, facts.at("/sources/1/read").asInt());
    assertEquals(0, facts.at("/sources/1/rejected").asInt());
    assertTrue(on("stats").out().contains("5 rows seen = 5 read + 0 rejected"));
  }

  @Test
  void mergeAndSplitByHandAreLoggedAndVerify() throws IOException {
    String roads = idOf("salt roads");
    String way = idOf("way of salt");
    on("merge", roads, way, "--reason", "retitled", "--operator", "Ada");
    JsonNode merged = lines(on("show", roads, "--json")).getFirst();
    assertEquals(2, merged.path("records").size());
    assertEquals("retitled", merged.at("/merges/0/shared").asText());
    assertTrue(on("merges", "--by-hand").out().contains("Ada"));
    ok("catalogue", "verify", catalogue);

    on("split", roads, merged.at("/records/1/row/key").asText(), "--reason", "they differ");
    assertEquals(6, lines(on("list", "--json")).size());
    ok("catalogue", "verify", catalogue);

    on(
        "split",
        "heron",
        lines(on("show", "heron", "--json")).getFirst().at("/records/1/number").asText(),
        "--reason",
        "another book");
    List<JsonNode> conflicts = lines(on("merges", "--conflicts", "--json"));
    assertTrue(
        conflicts.stream().anyMatch(c -> c.path("outcome").asText().equals("APART")),
        conflicts::toString);
    for (List<Object> wrong :
        List.<List<Object>>of(
            List.of("catalogue", "merge", catalogue, roads, "--reason", "x"),
            List.of("catalogue", "merge", catalogue, roads, roads, "--reason", "x"),
            List.of("catalogue", "merge", catalogue, roads, "none", "--reason", "x"),
            List.of("catalogue", "merge", catalogue, roads, way),
            List.of("catalogue", "split", catalogue, roads, "none", "--reason", "x"),
            List.of("catalogue", "split", catalogue, "canal", "2", "--reason", "x"))) {
      assertEquals(2, CliRun.of(wrong.toArray()).code(), wrong::toString);
    }
  }

  @Test
  void diffTellsWorksEditionsHashesAndIdentifiers() throws IOException {
    Path later = desk.path("later");
    desk.write(
        "later.csv",
        """
        title,author,isbn,md5,year,id
        Salt Roads,Ann Fry,9780140328721,11112233445566778899aabbccddeeff,1914,r2
        The Way of Salt,A. Fry,,,1913,r3
        New Book,Zoe Quill,,22222233445566778899aabbccddeeff,2020,r9
        """);
    Path earlier = desk.path("earlier");
    desk.write(
        "earlier.csv",
        """
        title,author,isbn,md5,year,id
        Salt Roads,Ann Fry,,11112233445566778899aabbccddeeff,1912,r2
        The Way of Salt,A. Fry,,,1913,r3
        Old Book,Otto Brandt,,33332233445566778899aabbccddeeff,1890,r8
        """);
    ok("catalogue", "add", earlier, desk.path("earlier.csv"));
    ok("catalogue", "add", later, desk.path("later.csv"));

    List<JsonNode> lines = lines(ok("catalogue", "diff", earlier, later, "--json"));

    JsonNode counts = lines.getLast();
    assertEquals(
        "{\"added\":1,\"removed\":1,\"changed\":1,\"same\":1}", counts.path("works").toString());
    assertEquals("{\"added\":1,\"removed\":1}", counts.path("editions").toString());
    assertEquals("{\"added\":1,\"removed\":1}", counts.path("hashes").toString());
    assertTrue(counts.at("/identifiers/added").asInt() >= 1, counts::toString);
    JsonNode changed =
        lines.stream()
            .filter(l -> l.path("change").asText().equals("CHANGED"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        "{\"field\":\"year\",\"before\":\"1912\",\"after\":\"1914\"}",
        changed.at("/fields/0").toString());
    String text = ok("catalogue", "diff", earlier, later).out();
    assertTrue(text.contains("  year: \"1912\" -> \"1914\"\n"), text);
    assertTrue(text.contains("  + identifier isbn:9780140328721\n"), text);
    assertTrue(text.endsWith("removed\n"), text);
    String same = ok("catalogue", "diff", earlier, earlier).out();
    assertTrue(same.startsWith("Works:       0 added, 0 removed, 0 changed, 3 the same"), same);
  }

  @Test
  void tablesHoldEveryRecordAndCannotActOnSpreadsheets() throws IOException {
    Path csv = desk.path("out.csv");
    on("export", "--format", "csv", "-o", csv);
    List<String> rows = Files.readAllLines(csv);
    assertEquals(8, rows.size());
    assertTrue(rows.stream().anyMatch(row -> row.contains(",'=1+1,")), rows::toString);
    assertTrue(rows.stream().noneMatch(row -> row.contains("\u001b")), rows::toString);
    Path json = desk.path("out.json");
    on("export", "--format", "json", "-o", json);
    JsonNode works = MAPPER.readTree(json.toFile());
    assertEquals(6, works.size());
    assertEquals("heron", works.get(1).at("/work/id").asText());
    // what was written can be added again
    Path again = desk.path("again");
    ok("catalogue", "add", again, csv);
    assertTrue(ok("catalogue", "search", again, "salt roads").out().contains("1912"));
    assertEquals(
        2, CliRun.of("catalogue", "export", catalogue, "--format", "csv", "-o", csv).code());
    assertEquals(
        2,
        CliRun.of("catalogue", "export", catalogue, "--format", "xml", "-o", desk.path("x"))
            .code());
    assertEquals(2, CliRun.of("catalogue", "export", catalogue, "-o", desk.path("x")).code());
  }

  @Test
  void aScanAsOfADayLooksForWhatWasHeldThen() throws IOException {
    Path dated = desk.path("dated");
    desk.write(
        "libgen.sql",
        "CREATE TABLE `updated` (\n  `ID` int(15) NOT NULL,\n  `Title` varchar(2000),\n"
            + "  `Author` varchar(1000),\n  `MD5` char(32),\n  `TimeAdded` timestamp NOT NULL\n"
            + ");\nINSERT INTO `updated` VALUES "
            + "(1,'The Weathercock of Amory Hill','Idris Callowhay','"
            + "00".repeat(15)
            + "01','2020-01-05 10:00:00'),"
            + "(2,'Lanterns Beyond the Estuary','Orla Penhallow','"
            + "00".repeat(15)
            + "02','2022-07-05 10:00:00');\n");
    ok("catalogue", "add", dated, desk.path("libgen.sql"), desk.shelf());
    String prose = new Prose(9).text(40);
    desk.write("corpus/Idris Callowhay - The Weathercock of Amory Hill.txt", prose);
    desk.write("corpus/Orla Penhallow - Lanterns Beyond the Estuary.txt", prose);
    List<Object> scan =
        List.of("scan", desk.path("corpus"), "-c", dated, "-o", desk.run(), "--overwrite");

    ok(scan.toArray());
    assertEquals(2, findings().size());
    List<Object> held = new ArrayList<>(scan);
    held.addAll(List.of("--as-of", "2021-06-30"));
    String told = ok(held.toArray()).out();

    assertTrue(
        told.contains(
            "As of:     2021-06-30, dated: 1 of 4 records dated later, left out; 2 without a date,"
                + " kept\n"),
        told);
    assertEquals(
        List.of("The Weathercock of Amory Hill"),
        findings().stream().map(f -> f.work().title()).toList());
    Manifest manifest = RunReader.open(desk.run()).manifest();
    assertEquals(new Manifest.HeldRecords(4, 1, 2), manifest.catalogues().getFirst().held());
    assertEquals("2021-06-30", manifest.configuration().path("heldOn").asText());
    String works = Files.readString(desk.run().resolve("works.csv"));
    assertFalse(works.contains("Lanterns"), works);
    String page = Files.readString(desk.run().resolve("report.html"));
    assertTrue(page.contains("Looked for as held on 2021-06-30"), "the report says so");
    ok("verify", desk.run());
    ok("rerun", desk.run(), "--corpus", desk.path("corpus"), "-c", dated);
  }

  @Test
  void everyFindingSaysWhatRightsThereAreAndByWhichRule() throws IOException {
    desk.write(
        "old.csv",
        "title,author,isbn,year\nThe Heron Under the Stairs,Maud Ellery," + ISBN + ",1912\n");
    Path old = desk.path("old");
    ok("catalogue", "add", old, desk.shelf(), desk.path("old.csv"), "--as-of", "2026-11-01");
    desk.write("corpus/page.txt", Desk.BOOK + "\n");
    desk.write("corpus/" + ISBN + ".txt", new Prose(9).text(40));

    ok("scan", desk.path("corpus"), "-c", old, "-o", desk.run());

    assertEquals(
        List.of(List.of("identifier"), List.of("text")),
        findings().stream().map(FindingLine::kinds).toList());
    for (FindingLine finding : findings()) {
      assertEquals("heron", finding.work().id());
      assertEquals("public-domain", finding.work().rights().status());
      assertEquals("US", finding.work().rights().jurisdiction());
      assertEquals("us-published-95-years-ago", finding.work().rights().rule());
      assertEquals("2026-11-01", finding.work().rights().asOf());
    }
    String works = Files.readString(desk.run().resolve("works.csv"));
    assertTrue(works.contains("us-published-95-years-ago"), works);
    assertTrue(
        Files.readString(desk.run().resolve("report.html")).contains("us-published-95-years-ago"),
        "the report shows the rule");
  }

  private List<FindingLine> findings() throws IOException {
    try (Stream<FindingLine> all = RunReader.open(desk.run()).findings()) {
      return all.toList();
    }
  }
}
