package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.bookplate.catalogue.torrent.Torrents;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns of the list of works that what stands beside a run fills. */
class WorksColumnsTest {
  private static final int PIECE = 1 << 14;

  private Desk desk;

  @BeforeEach
  void corpus(@TempDir Path folder) throws IOException {
    desk = new Desk(folder);
    desk.write("corpus/libgen/one.txt", Desk.BOOK);
    desk.write("corpus/libgen/again.txt", Desk.BOOK);
    desk.write("corpus/loose/two.txt", Desk.OTHER_BOOK);
  }

  private void scan() {
    CliRun scan = desk.scan(desk.path("corpus"));
    assertEquals(0, scan.code(), scan.err());
  }

  private CliRun export(String to, Object... more) {
    List<Object> arguments =
        new ArrayList<>(List.of("export", desk.run(), "--format", "works", "-o", desk.path(to)));
    arguments.addAll(List.of(more));
    return CliRun.of(arguments.toArray());
  }

  private Map<String, Map<String, String>> rows(String file, String key) throws IOException {
    Map<String, Map<String, String>> rows = new HashMap<>();
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(desk.path(file))) {
      csv.forEach(row -> rows.put(row.getField(key), row.getFieldsAsMap()));
    }
    return rows;
  }

  /** The spreadsheet holds what the CSV file says; an apostrophe is a mark there, no character. */
  private void sameInBook(String list) throws IOException {
    try (InputStream in = Files.newInputStream(desk.path(list + "/works-list.xlsx"));
        Workbook book = new XSSFWorkbook(in)) {
      Sheet sheet = book.getSheet("Copies");
      Map<String, Map<String, String>> copies = rows(list + "/copies-list.csv", "COPY_ID");
      DataFormatter shown = new DataFormatter(java.util.Locale.ROOT);
      assertEquals(copies.size(), sheet.getLastRowNum());
      Row head = sheet.getRow(0);
      for (int i = 1; i <= sheet.getLastRowNum(); i++) {
        Map<String, String> csv = copies.get(sheet.getRow(i).getCell(0).getStringCellValue());
        for (int column = 0; column < head.getLastCellNum(); column++) {
          String name = head.getCell(column).getStringCellValue();
          if (name.matches("TORRENT.*|PIECE.*|BATES.*|CATALOGUE.*")) {
            String cell = shown.formatCellValue(sheet.getRow(i).getCell(column));
            assertEquals(csv.get(name).replaceFirst("^'", ""), cell, name);
          }
        }
      }
    }
  }

  /** A torrent of version 1. */
  private Path torrent(String name, int piece, Map<String, String> files) throws Exception {
    StringBuilder all = new StringBuilder();
    List<Object> list = new ArrayList<>();
    files.forEach(
        (path, text) -> {
          all.append(text);
          list.add(new TreeMap<>(Map.of("length", text.length(), "path", List.of(path))));
        });
    byte[] bytes = all.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    byte[] pieces = new byte[20 * ((bytes.length + piece - 1) / piece)];
    for (int i = 0; i * piece < bytes.length; i++) {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(bytes, i * piece, Math.min(piece, bytes.length - i * piece));
      System.arraycopy(sha1.digest(), 0, pieces, 20 * i, 20);
    }
    TreeMap<String, Object> info = new TreeMap<>();
    info.put("files", list);
    info.put("name", "libgen");
    info.put("piece length", piece);
    info.put("pieces", pieces);
    return Files.write(desk.path(name), Torrents.bencode(new TreeMap<>(Map.of("info", info))));
  }

  private Path checked(String to, Object against, Path... torrents) {
    List<Object> arguments = new ArrayList<>(List.of("catalogue", "torrent"));
    arguments.addAll(List.of(torrents));
    arguments.addAll(List.of("--check", against, "--json"));
    return desk.write(to, CliRun.of(arguments.toArray()).out());
  }

  @Test
  void torrentsOfFilesThatHold() throws Exception {
    scan();
    Map<String, String> both = new TreeMap<>();
    both.put("one.txt", Desk.BOOK);
    both.put("zgone.txt", "x".repeat(PIECE));
    Path interior = torrent("interior.torrent", 1 << 12, both);
    Path whole = torrent("whole.torrent", PIECE, new TreeMap<>(Map.of("one.txt", Desk.BOOK)));
    Path other =
        torrent(
            "other.torrent",
            PIECE,
            new TreeMap<>(Map.of("two.txt", "x".repeat(Desk.OTHER_BOOK.length()))));
    Path print = checked("torrents.jsonl", desk.path("corpus"), whole, interior, other);

    CliRun run = export("list", "--torrents", print);

    assertEquals(0, run.code(), run.err());
    Map<String, Map<String, String>> copies = rows("list/copies-list.csv", "SHARD_PATH");
    Map<String, String> one = copies.get("libgen/one.txt");
    assertEquals("VERIFIED_FULL; VERIFIED_INTERIOR", one.get("TORRENT_VERDICT"));
    assertEquals("0; 0", one.get("TORRENT_FILE_INDEX"));
    int last = (Desk.BOOK.length() - 1) / (1 << 12);
    assertEquals(
        "0 to " + (Desk.BOOK.length() - 1) / PIECE + "; 0 to " + last, one.get("PIECE_RANGE"));
    assertTrue(one.get("TORRENT_INFOHASH").matches("[0-9a-f]{40}; [0-9a-f]{40}"), one.toString());
    for (String path : List.of("libgen/again.txt", "loose/two.txt")) {
      assertEquals("", copies.get(path).get("TORRENT_VERDICT"), path);
      assertEquals("", copies.get(path).get("TORRENT_INFOHASH"), path);
    }
    sameInBook("list");
  }

  @Test
  void aTorrentOfCorpusThatIsOneFile() throws Exception {
    Path corpus = desk.path("corpus/libgen/one.txt");
    assertEquals(0, desk.scan(corpus).code());
    Path whole = torrent("whole.torrent", PIECE, new TreeMap<>(Map.of("one.txt", Desk.BOOK)));

    export("list", "--torrents", checked("torrents.jsonl", corpus, whole));
    assertEquals(
        "VERIFIED_FULL",
        rows("list/copies-list.csv", "SHARD_PATH").get("one.txt").get("TORRENT_VERDICT"));

    desk.write("corpus/libgen/one.txt", Desk.OTHER_BOOK);
    Path later = torrent("later.torrent", PIECE, new TreeMap<>(Map.of("one.txt", Desk.OTHER_BOOK)));
    export("list2", "--torrents", checked("later.jsonl", corpus, later));
    assertEquals(
        "",
        rows("list2/copies-list.csv", "SHARD_PATH").get("one.txt").get("TORRENT_VERDICT"),
        "a file of another size is not the one that was scanned");
  }

  @Test
  void whatIsNoPrintOfTorrentsIsRefused() throws Exception {
    scan();
    Path whole = torrent("whole.torrent", PIECE, new TreeMap<>(Map.of("one.txt", Desk.BOOK)));
    CliRun listed = CliRun.of("catalogue", "torrent", whole, "--json");
    CliRun run = export("list", "--torrents", desk.write("listed.jsonl", listed.out()));
    assertEquals(2, run.code());
    assertTrue(run.err().contains("listed.jsonl, line 1: the file was held against"), run.err());
    assertFalse(Files.exists(desk.path("list")));
    assertEquals(2, export("list", "--torrents", desk.path("nothing.jsonl")).code());
  }

  private CliRun produce(String to, String format, Object... more) {
    List<Object> arguments =
        new ArrayList<>(List.of("export", desk.run(), "--format", format, "-o", desk.path(to)));
    arguments.addAll(List.of("--bates", "BKPL"));
    arguments.addAll(List.of(more));
    CliRun run = CliRun.of(arguments.toArray());
    assertEquals(0, run.code(), run.err());
    return run;
  }

  @Test
  void numbersOfDocumentsThatWereProduced() throws IOException {
    scan();
    produce("dat", "concordance", "--profile", "relativity", "--encoding", "windows-1252");
    produce("csv", "csv", "--volume-size", "1K");

    assertEquals(0, export("of-dat", "--production", desk.path("dat")).code());
    assertEquals(0, export("of-csv", "--production", desk.path("csv")).code());

    Map<String, Map<String, String>> dat = rows("of-dat/copies-list.csv", "SHARD_PATH");
    Map<String, Map<String, String>> csv = rows("of-csv/copies-list.csv", "SHARD_PATH");
    assertEquals("BKPL00000001", dat.get("libgen/again.txt").get("BATES_BEG"));
    assertEquals("BKPL00000003", dat.get("libgen/one.txt").get("BATES_BEG"));
    assertEquals("BKPL00000003", dat.get("libgen/one.txt").get("BATES_END"));
    assertEquals("BKPL00000005", dat.get("loose/two.txt").get("BATES_BEG"));
    assertEquals("BKPL00000007", csv.get("libgen/again.txt").get("BATES_BEG"));
    assertEquals("BKPL00000011", csv.get("loose/two.txt").get("BATES_END"));
    sameInBook("of-dat");
  }

  @Test
  void numbersOfAnotherRunOrOfHalfAreRefused() throws IOException {
    scan();
    produce("production", "concordance");
    assertEquals(0, desk.scan(desk.path("corpus/libgen"), "--overwrite").code());
    CliRun other = export("list", "--production", desk.path("production"));
    assertEquals(2, other.code());
    assertTrue(other.err().contains("production was made of another run"), other.err());
    assertFalse(Files.exists(desk.path("list")));

    produce("whole", "concordance");
    Path loadFile = desk.path("whole/VOL001/DATA/VOL001.dat");
    byte[] bytes = Files.readAllBytes(loadFile);
    bytes[bytes.length / 2] ^= 1;
    Files.write(loadFile, bytes);
    CliRun altered = export("list", "--production", desk.path("whole"));
    assertEquals(2, altered.code());
    assertTrue(altered.err().contains("VOL001.dat has other bytes"), altered.err());
    Files.delete(loadFile);
    CliRun lacking = export("list", "--production", desk.path("whole"));
    assertEquals(2, lacking.code());
    assertTrue(lacking.err().contains("VOL001.dat is not there"), lacking.err());
    CliRun none = export("list", "--production", desk.path("corpus"));
    assertEquals(2, none.code());
    assertTrue(none.err().contains("corpus is no production"), none.err());
    desk.write("whole/production.json", "{");
    assertEquals(2, export("list", "--production", desk.path("whole")).code());
  }
}
