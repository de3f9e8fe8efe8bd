import dev.bookplate.catalogue.rows.BookNames;
import dev.bookplate.catalogue.rows.RowOutcome;
import dev.bookplate.catalogue.rows.RowReader;
import dev.bookplate.catalogue.rows.SqlDump;
import dev.bookplate.extract.Source;
import java.io.BufferedWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/**
 * Writes small files, of which one in a hundred is in a list of MD5s, and one in a hundred is named
 * after a row of a dump: the corpus, the list, and what is to be found.
 *
 * <pre>java -cp target/classes:… src/benchmarks/HitFiles.java FILES DUMP FOLDER</pre>
 */
class HitFiles {
  private static final int IN_FOLDER = 1000;
  private static final int EACH = 100;

  public static void main(String[] args) throws Exception {
    int files = Integer.parseInt(args[0]);
    Path folder = Path.of(args[2]);
    List<BookNames> names = names(Path.of(args[1]), files / EACH);
    MessageDigest md5 = MessageDigest.getInstance("MD5");
    Random random = new Random(3);
    try (BufferedWriter list = Files.newBufferedWriter(folder.resolve("known.md5"));
        BufferedWriter expected = Files.newBufferedWriter(folder.resolve("expected.tsv"))) {
      for (int i = 0; i < files; i++) {
        String in = "%03d".formatted(i / IN_FOLDER);
        String name = "file-%06d.txt".formatted(i);
        if (i % EACH == 1) {
          BookNames row = names.get(i / EACH);
          name = row.authors().get(0) + " - " + row.title() + ".txt";
          expected.write(in + "/" + name + "\ttitle\n");
        }
        byte[] text = text(random).getBytes(StandardCharsets.UTF_8);
        if (i % EACH == 2) {
          list.write(HexFormat.of().formatHex(md5.digest(text)) + "  book-" + i + ".epub\n");
          expected.write(in + "/" + name + "\thash\n");
        }
        Path file = folder.resolve("corpus").resolve(in).resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, text);
      }
    }
  }

  /** Lines as they stand in letters and notes. */
  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 150; i++) {
      int letters = 2 + random.nextInt(8);
      for (int j = 0; j < letters; j++) {
        text.append((char) ((i % 12 == 0 && j == 0 ? 'A' : 'a') + random.nextInt(26)));
      }
      text.append(i % 12 == 11 ? ".\n" : " ");
    }
    return text.toString();
  }

  private static List<BookNames> names(Path dump, int count) throws Exception {
    List<BookNames> names = new ArrayList<>();
    try (RowReader reader = new SqlDump().open(new Source.OfFile(dump), "updated.sql")) {
      int number = 0;
      for (RowOutcome o = reader.next(); o != null && names.size() <= count; o = reader.next()) {
        if (o instanceof RowOutcome.Read read && number++ % 7 == 0) {
          names.add(read.row().names());
        }
      }
    }
    return names;
  }
}
