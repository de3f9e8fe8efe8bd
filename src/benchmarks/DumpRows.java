import dev.bookplate.catalogue.rows.RowFormat;
import dev.bookplate.catalogue.rows.RowOutcome;
import dev.bookplate.catalogue.rows.RowReader;
import dev.bookplate.catalogue.rows.SqlDump;
import dev.bookplate.extract.Source;
import java.io.BufferedWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;

/**
 * How fast dumps are read: writes rows like those of LibGen's table, with made-up titles and
 * numbers, and reads them twice: the statements alone, and as rows of books.
 *
 * <pre>java -cp target/classes:… src/benchmarks/DumpRows.java [ROWS [DUMP]]</pre>
 */
class DumpRows {
  private static final String[] WORDS =
      ("stone river copper night field glass winter ash harbor lantern orchard thread salt"
              + " iron paper meadow signal autumn bridge morning quiet hollow ember north")
          .split(" ");

  public static void main(String[] args) throws Exception {
    int rows = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    Path dump = args.length > 1 ? Path.of(args[1]) : null;
    if (dump != null) {
      write(dump, rows, "updated");
      return;
    }
    for (String table : new String[] {"other", "updated"}) {
      Path file = Files.createTempFile("bookplate-rows", ".sql");
      write(file, rows, table);
      for (int run = 0; run < 3; run++) {
        read(file, table.equals("other") ? "statements alone" : "rows of books");
      }
      Files.delete(file);
    }
  }

  private static void read(Path file, String what) throws Exception {
    RowFormat format = new SqlDump();
    long start = System.nanoTime();
    long count = 0;
    try (RowReader reader = format.open(new Source.OfFile(file), "dump.sql")) {
      for (RowOutcome o = reader.next(); o != null; o = reader.next()) {
        count++;
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "%-17s %,d rows in %.2f s: %,.0f rows/s, %.0f MB/s%n",
        what, count, seconds, count / seconds, Files.size(file) / 1e6 / seconds);
  }

  private static void write(Path file, int rows, String table) throws Exception {
    Random random = new Random(7);
    byte[] md5 = new byte[16];
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (int i = 0; i < rows; i++) {
        // mysqldump's statements are about a megabyte long
        out.write(
            i % 2000 == 0 ? (i == 0 ? "" : ";\n") + "INSERT INTO `" + table + "` VALUES (" : ",(");
        random.nextBytes(md5);
        out.write(row(i + 1, random, HexFormat.of().formatHex(md5)));
      }
      out.write(";\n");
    }
  }

  private static String row(int id, Random random, String md5) {
    String title = words(random, 3 + random.nextInt(6));
    String author = words(random, 1) + " " + words(random, 1) + ", " + words(random, 2);
    String isbn = isbn(random);
    int year = 1950 + random.nextInt(75);
    return ("%d,'%s\\'s"
                + " %s','','%s','','%s','%d','','%s','','%d',%d,'English','','','','%s','','','','','','','','','','%s',0,'','','','','','','1',%d,'epub','%s','','','%s"
                + " - %s.epub',0,'%d-03-04 05:06:07','2020-01-02 03:04:05','%s.jpg','','%s')")
        .formatted(
            id,
            title,
            words(random, 2),
            words(random, 2),
            author,
            year,
            words(random, 2),
            200,
            220,
            isbn,
            words(random, 12),
            100_000 + random.nextInt(1 << 24),
            md5,
            author,
            title,
            2009 + random.nextInt(12),
            md5,
            isbn);
  }

  private static String words(Random random, int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String word = WORDS[random.nextInt(WORDS.length)];
      words
          .append(i == 0 ? "" : " ")
          .append(Character.toUpperCase(word.charAt(0)))
          .append(word, 1, word.length());
    }
    return words.toString();
  }

  private static String isbn(Random random) {
    String twelve = "978" + (100_000_000 + random.nextInt(899_999_999));
    int sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += (i % 2 == 0 ? 1 : 3) * (twelve.charAt(i) - '0');
    }
    return twelve + (10 - sum % 10) % 10;
  }
}
