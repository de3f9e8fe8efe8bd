package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.bookplate.origin.Digests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the rows of a catalogue say of works and of their files, in the list of works. */
class WorksFactsTest {
  private static final String FIRST = "9780306406157";
  private static final String SECOND = "9780141036144";
  private static final String THIRD = "9780141439518";
  private static final String FOURTH = "9780140449136";

  private Desk desk;
  private Path catalogue;

  @BeforeEach
  void shelf(@TempDir Path folder) throws IOException {
    desk = new Desk(folder);
    catalogue = desk.path("catalogue");
    desk.write("shelf/third-book.txt", new Prose(3).text(1500));
    desk.write("shelf/fourth-book.txt", new Prose(4).text(1500));
    desk.write(
        "shelf/catalogue.csv",
        "source,id,title,authors,isbn\n"
            + ("first-book.txt,first,The Heron Under the Stairs,Maud Ellery," + FIRST + "\n")
            + ("second-book.txt,second,Seven Ways to Cross a Canal,Pim Oort," + SECOND + "\n")
            + ("third-book.txt,third,Salt Roads of the Marsh,Ann Fry," + THIRD + "\n")
            + ("fourth-book.txt,fourth,A Lamp for the Ferryman,Joan Reed," + FOURTH + "\n"));
    add(desk.shelf());
  }

  private void add(Object... source) {
    List<Object> arguments = new ArrayList<>(List.of("catalogue", "add", catalogue));
    arguments.addAll(List.of(source));
    CliRun run = CliRun.of(arguments.toArray());
    assertEquals(0, run.code(), run.err() + run.out());
  }

  private void scanned(int code) {
    CliRun scan =
        CliRun.of("scan", desk.path("corpus"), "-c", catalogue, "-o", desk.run(), "--quiet");
    assertEquals(code, scan.code(), scan.err());
  }

  private void listed(Object... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of("export", desk.run(), "--format", "works", "-o", desk.path("list")));
    arguments.addAll(List.of(more));
    CliRun run = CliRun.of(arguments.toArray());
    assertEquals(0, run.code(), run.err());
  }

  private Map<String, Map<String, String>> rows(String file, String key) throws IOException {
    Map<String, Map<String, String>> rows = new HashMap<>();
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(desk.path("list/" + file))) {
      csv.forEach(row -> rows.put(row.getField(key), row.getFieldsAsMap()));
    }
    return rows;
  }

  @Test
  void whatTheLibraryReportsStandsBesideWhatMatched() throws IOException {
    String text = Desk.BOOK + "\n";
    desk.write("corpus/libgen/one.txt", text);
    desk.write("corpus/libgen/two.txt", Desk.OTHER_BOOK + "\n");
    String md5 = Digests.of(text.getBytes(StandardCharsets.UTF_8)).md5();
    String reported = "00112233445566778899aabbccddeeff";
    String aac = "{\"aacid\":\"aacid__%s__20230808T014342Z__12__URsJ%s\",\"metadata\":%s}\n";
    desk.write(
        "zlib3.jsonl",
        aac.formatted(
                "zlib3_records",
                "NGy5CjokTsNT6hUmmj",
                ("{\"zlibrary_id\":12,\"md5_reported\":\"%s\",\"title\":\"The Heron Under the"
                        + " Stairs\",\"author\":\"Maud Ellery\",\"isbns\":[\"%s\"]}")
                    .formatted(reported, FIRST))
            + aac.formatted(
                "zlib3_files",
                "NGy5CjokTsNT6hUmmk",
                "{\"zlibrary_id\":\"12\",\"md5\":\"" + md5 + "\"}"));
    add(desk.path("zlib3.jsonl"));
    scanned(0);

    listed("-c", catalogue);

    Map<String, Map<String, String>> copies = rows("copies-list.csv", "SHARD_PATH");
    Map<String, String> one = copies.get("libgen/one.txt");
    assertTrue(one.get("CATALOGUE_KEY").endsWith(", zlib:12"), one.toString());
    assertEquals(md5, one.get("CATALOGUE_MD5"));
    assertEquals(reported, one.get("CATALOGUE_MD5_REPORTED"));
    assertEquals(md5, one.get("FILE_MD5"));
    assertEquals("", copies.get("libgen/two.txt").get("CATALOGUE_MD5_REPORTED"));
  }

  @Test
  void registrationsOfRowsAloneDecide() throws IOException {
    for (int i = 1; i <= 4; i++) {
      Path book =
          desk.shelf()
              .resolve(List.of("first", "second", "third", "fourth").get(i - 1) + "-book.txt");
      desk.write("corpus/libgen/" + i + ".txt", Files.readString(book));
    }
    desk.write(
        "office.txt",
        """
        Type of Work: Text
        Registration Number / Date: TX0001234567 / 2016-01-05
        Title: The Heron Under the Stairs / by Maud Ellery.
        Copyright Claimant: Maud Ellery
        Date of Publication: 2015-03-10
        ISBN: 9780306406157

        Type of Work: Text
        Registration Number / Date: TX0007654321 / 2006-05-02
        Title: Seven Ways to Cross a Canal / by Pim Oort.
        Copyright Claimant: Pim Oort
        Date of Publication: 2001-05-01
        ISBN: 9780141036144
        """);
    desk.write(
        "list.csv",
        "title,author,isbn,year,registration,registration date,renewal,renewal date\n"
            + ("Salt Roads of the Marsh,Ann Fry," + THIRD + ",2001,TX0005555555,2006-05-02,,\n")
            + ("A Lamp for the Ferryman,Joan Reed," + FOURTH + ",1950,,,R654321,1977-03-04\n"));
    add(desk.path("office.txt"));
    add(desk.path("list.csv"));
    scanned(0);

    listed("-c", catalogue);

    Map<String, Map<String, String>> works = rows("works-list.csv", "WORK_ID");
    Map<String, String> first = works.get("first");
    assertEquals("2015-03-10", first.get("PUB_DATE"));
    assertEquals("day", first.get("PUB_DATE_PRECISION"));
    assertEquals("TX0001234567", first.get("REG_NUMBER").replaceAll("[ -]", ""));
    assertEquals("2016-01-05", first.get("REG_EFFECTIVE_DATE"));
    assertEquals("301", first.get("DAYS_PUB_TO_REG"));
    assertEquals("Y", first.get("CRITERIA_MET"), first.toString());
    assertEquals("", first.get("REASON_CODES"));
    Map<String, String> second = works.get("second");
    assertEquals("N", second.get("CRITERIA_MET"), second.toString());
    assertEquals("REG_TOO_LATE_5Y", second.get("REASON_CODES"));
    Map<String, String> third = works.get("third");
    assertEquals("UNKNOWN", third.get("CRITERIA_MET"), third.toString());
    assertEquals("DATE_TOO_COARSE", third.get("REASON_CODES"));
    assertEquals("year", third.get("PUB_DATE_PRECISION"));
    Map<String, String> fourth = works.get("fourth");
    assertEquals("UNKNOWN", fourth.get("CRITERIA_MET"), fourth.toString());
    assertEquals("REGISTRATION_NOT_KNOWN", fourth.get("REASON_CODES"), "a renewal is none");
    assertEquals("", fourth.get("REG_NUMBER"));
  }

  private static byte[] clippedGzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
  }

  private String row(String title, String name, byte[] bytes) throws IOException {
    Files.createDirectories(desk.path("corpus/libgen"));
    Files.write(desk.path("corpus/libgen/" + name), bytes);
    Digests digests = Digests.of(bytes);
    return title + "," + digests.md5() + "," + digests.sha1() + "\n";
  }

  @Test
  void statesOfFilesThatAreNoWholeBooks() throws IOException {
    byte[] blank = " \n\n \n".getBytes(StandardCharsets.UTF_8);
    byte[] page =
        "<!DOCTYPE html><html><head><title>404 Not Found</title></head><body><h1>Not Found</h1>"
            .getBytes(StandardCharsets.UTF_8);
    desk.write(
        "files.csv",
        "title,md5,sha1\n"
            + row("Empty Harbour at Dawn", "empty.txt", blank)
            + row("Broken Kettle in Winter", "corrupt.txt.gz", clippedGzip(Desk.OTHER_BOOK))
            + row("Someone Elses Window", "wrong.epub", page));
    add(desk.path("files.csv"));
    desk.write("corpus/libgen/half.txt", Prose.words(Desk.BOOK, 0, 1400));
    desk.write("corpus/libgen/whole.txt", Desk.OTHER_BOOK);
    scanned(3);

    listed("-c", catalogue);

    Map<String, Map<String, String>> copies = rows("copies-list.csv", "SHARD_PATH");
    Map<String, String> states = new HashMap<>();
    copies.forEach((path, row) -> states.put(path, row.get("FILE_STATE")));
    assertEquals(
        Map.of(
            "libgen/empty.txt",
            "empty",
            "libgen/corrupt.txt.gz",
            "corrupt",
            "libgen/wrong.epub",
            "wrong content",
            "libgen/half.txt",
            "truncated",
            "libgen/whole.txt",
            "ok"),
        states);
    Map<String, Map<String, String>> works = rows("works-list.csv", "TITLE");
    Map<String, String> empty = works.get("Empty Harbour at Dawn");
    assertEquals("EMPTY_FILE", empty.get("LIST_HYGIENE"), empty.toString());
    assertEquals("1", empty.get("EMPTY_FILES"));
    assertEquals("N", empty.get("MET_COPY"));
    assertEquals("EMPTY_FILE", empty.get("CODE_COPY"));
    assertEquals("N", empty.get("CRITERIA_MET"));
    Map<String, String> corrupt = works.get("Broken Kettle in Winter");
    assertEquals("CORRUPT_FILE", corrupt.get("LIST_HYGIENE"));
    assertEquals("1", corrupt.get("CORRUPT_FILES"));
    Map<String, String> wrong = works.get("Someone Elses Window");
    assertEquals("WRONG_CONTENT", wrong.get("LIST_HYGIENE"));
    assertEquals("1", wrong.get("WRONG_CONTENT_FILES"));
    Map<String, String> half = works.get("The Heron Under the Stairs");
    assertEquals("1", half.get("TRUNCATED_COPIES"));
    assertEquals("", half.get("LIST_HYGIENE"));
    assertEquals("Y", half.get("MET_COPY"));
    assertEquals("", works.get("Seven Ways to Cross a Canal").get("LIST_HYGIENE"));
  }
}
