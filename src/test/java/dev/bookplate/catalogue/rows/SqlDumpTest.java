package dev.bookplate.catalogue.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.catalogue.rows.FileFacts.Digest;
import dev.bookplate.extract.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqlDumpTest {
  private static final String MD5 = "0123456789abcdef0123456789abcdef";

  private static Outcomes read(String dump) throws IOException {
    return Outcomes.of(new SqlDump(), dump);
  }

  private static String insert(String values) {
    return "INSERT INTO `books` (`id`,`title`) VALUES " + values;
  }

  @Test
  void readsRowsOfExtendedInsertsWithAndWithoutColumns() throws IOException {
    Outcomes all =
        read(
            """
            -- MySQL dump 10.13; isn't this a comment?
            /*!40101 SET NAMES utf8mb4 */;
            DROP TABLE IF EXISTS `books`;
            CREATE TABLE `books` (
              `id` int(10) unsigned NOT NULL COMMENT 'a, b) `c`',
              `title` varchar(20) DEFAULT '',
              PRIMARY KEY (`id`), KEY `t` (`title`(10))
            ) ENGINE=MyISAM;
            LOCK TABLES `books` WRITE;
            /*!40000 ALTER TABLE `books` DISABLE KEYS */;
            INSERT INTO `books` VALUES (1,'One'),(2,'Two');
            insert ignore into lib.books (title, id) values
            ('Three', 3) , ("Four",4) ON DUPLICATE KEY UPDATE id=id;
            UNLOCK TABLES;
            """);
    assertEquals(List.of("One", "Two", "Three", "Four"), all.titles());
    assertEquals(
        List.of("books:1", "books:2", "books:3", "books:4"),
        all.rows().stream().map(BookRow::key).toList());
    assertEquals(new RowPlace("source", "table books", 3), all.rows().get(3).place());
    assertEquals(List.of(), all.rejected());
  }

  @Test
  void undoesEscapes() throws IOException {
    String values =
        "(1,'It\\'s a \\\"t\\\\est\\\" ''twice'' ),(;'),(2,\"say \"\"x\"\" 'y'\"),(3,'a\\%b\\q')";
    assertEquals(
        List.of("It's a \"t\\est\" 'twice' ),(;", "say \"x\" 'y'", "a\\%bq"),
        read(insert(values + ";")).titles());
    assertEquals(List.of("a b"), read(insert("(1,'a\\0\\n\\r\\t\\b\\Zb');")).titles());
  }

  @Test
  void readsBinaryAndHex() throws IOException {
    assertEquals(List.of("AB"), read(insert("(1,0x4142);")).titles());
    assertEquals(List.of("AB"), read(insert("(1,x'4142');")).titles());
    assertEquals(List.of("AB"), read(insert("(1,_binary 'AB');")).titles());
    assertEquals(List.of("\u00E9"), read(insert("(1,_utf8mb4'\u00E9');")).titles());
    BookRow row =
        read("INSERT INTO hashes VALUES (0x" + MD5 + ",'','','','','',NULL,'','','');").only();
    assertEquals(MD5, row.file().digests().get(Digest.MD5));
  }

  @Test
  void keepsAllOfUnicodeAndMarksBrokenBytes() throws IOException {
    assertEquals(
        List.of("\uD83D\uDCDA \u66F8"),
        read("\uFEFF" + insert("(1,'\uD83D\uDCDA \u66F8');")).titles());
    ByteArrayOutputStream dump = new ByteArrayOutputStream();
    dump.writeBytes(insert("(1,'a").getBytes(StandardCharsets.UTF_8));
    dump.write(0xFF);
    dump.writeBytes("b'),(2,'c');".getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of("a\uFFFDb", "c"), Outcomes.of(new SqlDump(), dump.toByteArray()).titles());
  }

  @Test
  void tellsOfADumpThatIsCutOffAnywhere() throws IOException {
    String dump = insert("(1,'One'),(2,'Tw\\'o');\n");
    int first = dump.indexOf("),(") + 1;
    for (int end = dump.indexOf("VALUES") + 6; end < dump.indexOf(';'); end++) {
      Outcomes all = read(dump.substring(0, end));
      assertEquals(1, all.rejected().size(), dump.substring(0, end));
      assertTrue(all.rejected().get(0).reason().contains("at byte "), all.toString());
      assertEquals(
          end < first ? 0 : end < dump.indexOf(';') ? 1 : 2, Math.min(1, all.rows().size()));
    }
  }

  @Test
  void goesOnBehindABrokenStatement() throws IOException {
    Outcomes all = read(insert("(1,'One'),(2 'Two'),(3,'Three');\n") + insert("(4,'Four');\n"));
    assertEquals(List.of("One", "Four"), all.titles());
    assertTrue(all.rejected().get(0).reason().contains("no comma"), all.toString());
    assertEquals(1, all.rejected().get(0).place().row());
  }

  @Test
  void stepsOverTriggersAndOtherStatements() throws IOException {
    Outcomes all =
        read(
            """
            DELIMITER ;;
            CREATE TRIGGER t BEFORE INSERT ON books FOR EACH ROW BEGIN
            INSERT INTO `books` (`id`,`title`) VALUES (9,'No row'); END ;;
            DELIMITER ;
            /* INSERT INTO `books` (`id`,`title`) VALUES (8,'None either'); */
            # INSERT INTO `books` (`id`,`title`) VALUES (7,'Nor this');
            """
                + insert("(1,'One');"));
    assertEquals("One", all.only().names().title());
  }

  @Test
  void rejectsRowsWithTheWrongNumberOfValues() throws IOException {
    Outcomes all = read(insert("(1,'One'),(2),(3,'Three');"));
    assertEquals(List.of("One", "Three"), all.titles());
    assertTrue(all.rejected().get(0).reason().contains("1 values"), all.toString());
  }

  @Test
  void rejectsRowsOfTablesThatAreOfNoBook() throws IOException {
    Outcomes all = read("INSERT INTO `topics` VALUES (1,'Botany');");
    assertTrue(all.rejected().get(0).reason().contains("topics is not known"), all.toString());
  }

  @Test
  void keepsOnlyTheBeginningOfAHugeValue() throws IOException {
    Outcomes all = read(insert("(1,'" + "x".repeat(3 << 20) + "'),(2,'Two');"));
    assertEquals(SqlTuple.LONGEST_VALUE, all.titles().get(0).length());
    assertEquals("Two", all.titles().get(1));
  }

  @Test
  void survivesNestedPrefixesAndGarbage() throws IOException {
    assertFalse(read(insert("(1," + "_a ".repeat(100_000) + "'x');")).rejected().isEmpty());
    byte[] garbage = new byte[10_000];
    new java.util.Random(5).nextBytes(garbage);
    assertEquals(List.of(), Outcomes.of(new SqlDump(), garbage).rows());
  }

  @Test
  void readsNonFiction() throws IOException {
    String row =
        "(7,'The Salt Road','Volume 2','Fens','','Ada Quill, Tom Marsh','c1998','2','Moor"
            + " Press','','10',11,'English','','','','0-306-40615-2,"
            + " junk','','B00ABCDEFG','','','','','10.1234/Fen','','','',0,'','','','','','','1',555,'EPUB','"
            + MD5.toUpperCase(java.util.Locale.ROOT)
            + "','','cpr','x/Salt"
            + " (ISBN 9780306406157).epub',0,'2000-01-01 05:00:00','2012-05-06"
            + " 01:02:03','','','0306406152')";
    BookRow book = read("INSERT INTO `updated` VALUES " + row + ";").only();
    assertEquals("libgen:md5:" + MD5, book.key());
    assertEquals(
        new BookNames(
            "The Salt Road",
            "Volume 2",
            List.of("Ada Quill", "Tom Marsh"),
            "Fens",
            "Moor Press",
            1998,
            "English"),
        book.names());
    assertEquals(
        "[isbn:9780306406157, asin:B00ABCDEFG, doi:10.1234/fen, record:libgen:nonfiction:7]",
        book.identifiers().toString());
    assertEquals(555, book.file().size());
    assertEquals("epub", book.file().extension());
    assertEquals(List.of("visible: cpr"), book.standing().notes());
    assertEquals("2012-05-06", book.asOf());
  }

  @Test
  void joinsHashesByTheirDigestAndReadsBase32() throws IOException {
    // SHA-1 of nothing
    BookRow book =
        read("INSERT INTO `libgenrs_fiction_hashes` VALUES (\""
                + MD5
                + "\",\"D25FE10E\",\"\",\"\",\"3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ\",\"\",\"\",\"\",\"\");")
            .only();
    assertEquals("libgen:md5:" + MD5, book.key());
    assertEquals(
        "da39a3ee5e6b4b0d3255bfef95601890afd80709", book.file().digests().get(Digest.SHA1));
    assertEquals("d25fe10e", book.file().digests().get(Digest.CRC32));
  }

  @Test
  void linksEditionsAndFiles() throws IOException {
    BookRow link =
        read("INSERT INTO `editions_to_files` VALUES (1,20,30,'2020-08-05 14:39:08','',0);").only();
    assertEquals("libgenli:edition:30", link.key());
    assertEquals("[record:libgenli:file:20]", link.identifiers().toString());
    assertEquals("2020-08-05", link.asOf());
  }

  private static BookRow zlibrary(String md5, String reported) throws IOException {
    return read("INSERT INTO zlib_book VALUES (5,'2011-07-10','','fb2.zip',10,20,'%s','%s','Fen','Quill, Ada','','','Tides','3','','2001','','','',0,NULL,0);"
            .formatted(md5, reported))
        .only();
  }

  @Test
  void keepsBothDigestsOfZlibrary() throws IOException {
    String reported = "f" + MD5.substring(1);
    BookRow book =
        read("INSERT INTO zlib_book VALUES (5,'2011-07-10','','fb2.zip',10,20,'%s','%s','Fen','Quill, Ada','','','Tides','3','','2001','','','',0,NULL,0);"
                .formatted(MD5, reported))
            .only();
    assertEquals("zlib:5", book.key());
    assertEquals(MD5, book.file().digests().get(Digest.MD5));
    assertEquals(List.of("md5-reported: " + reported), book.standing().notes());
    assertEquals(reported, ReportedDigest.md5(book));
    assertEquals(MD5, ReportedDigest.md5(zlibrary(MD5, MD5)));
    BookRow unmeasured = zlibrary("", reported);
    assertEquals(reported, unmeasured.file().digests().get(Digest.MD5));
    assertEquals(reported, ReportedDigest.md5(unmeasured), "nobody measured it");
    assertEquals(null, ReportedDigest.md5(zlibrary(MD5, "")));
    assertEquals(null, ReportedDigest.md5(zlibrary(MD5, "=1+1")));
    assertEquals(List.of("Quill, Ada"), book.names().authors());
    assertEquals("Tides, 3", book.names().series());
    BookRow isbn = read("INSERT INTO zlib_isbn VALUES (5,'0306406152');").only();
    assertEquals("zlib:5", isbn.key());
  }

  @Test
  void takesTheColumnsOfTheSchemaBeside(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("lib.zlib_isbn-schema.sql"),
        "CREATE TABLE `zlib_isbn` (`isbn` varchar(13), `more` int, `zlibrary_id` int);");
    Path fragment = folder.resolve("lib.zlib_isbn.00000.sql");
    Files.writeString(fragment, "INSERT INTO `zlib_isbn` VALUES('9780306406157',1,5)\n;\n");
    BookRow row = Outcomes.of(new SqlDump(), new Source.OfFile(fragment), "x").only();
    assertEquals("zlib:5", row.key());
  }

  @Test
  void recognisesDumps() {
    SqlDump format = new SqlDump();
    assertTrue(format.recognises("/*!40101 SET NAMES binary*/;\n", "a.sql"));
    assertTrue(format.recognises("\nINSERT INTO `x` VALUES(1);", "a"));
    assertFalse(format.recognises("-- PostgreSQL database dump\nCREATE TABLE x (a int);", "a.sql"));
    assertFalse(format.recognises("title,author\nInsert into x,y\n", "a.csv"));
  }

  @Test
  void takesNoDefaultForADate() {
    assertNull(Written.day("0000-00-00 00:00:00"));
    assertNull(Written.day("2000-01-01 05:00:00"));
    assertNull(Written.day("2010-13-01"));
    assertEquals("2010-12-01", Written.day("2010-12-01 10:00:00"));
    assertEquals(List.of("Defoe, Daniel"), Written.authors("Defoe, Daniel"));
    assertEquals(
        3, Stream.of("1999", "c1999.", "[1999]").map(Written::year).filter(y -> y == 1999).count());
  }
}
