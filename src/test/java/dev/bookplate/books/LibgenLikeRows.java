package dev.bookplate.books;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Writes a dump like that of a library's table of books: invented titles and authors, one work in
 * four with several files, some with wrong ISBNs. {@code LibgenLikeRows FILE ROWS} for measures.
 */
final class LibgenLikeRows {
  private static final String[] STARTS = {
    "Ab", "Be", "Cor", "Da", "El", "Fen", "Gra", "Hol", "Is", "Jun", "Kel", "Lor", "Mar", "Nor",
    "Or", "Pel", "Quin", "Ros", "Sel", "Tor", "Ul", "Ver", "Wil", "Yor"
  };
  private static final String[] ENDS = {
    "an", "bert", "cott", "den", "ford", "gard", "ham", "ing", "kin", "ley", "man", "ner", "ow",
    "ridge", "son", "ton", "ver", "well", "wick", "worth"
  };
  private static final String TABLE =
      """
      CREATE TABLE `updated` (
        `ID` int(15) unsigned NOT NULL AUTO_INCREMENT,
        `Title` varchar(2000) DEFAULT '',
        `Series` varchar(300) DEFAULT '',
        `Author` varchar(1000) DEFAULT '',
        `Year` varchar(14) DEFAULT '',
        `Publisher` varchar(400) DEFAULT '',
        `Language` varchar(150) DEFAULT '',
        `Identifier` varchar(300) DEFAULT '',
        `Filesize` bigint(20) unsigned NOT NULL DEFAULT 0,
        `Extension` varchar(50) DEFAULT '',
        `MD5` char(32) DEFAULT '',
        `Visible` char(3) DEFAULT '',
        `Locator` varchar(733) DEFAULT '',
        `TimeAdded` timestamp NOT NULL DEFAULT '2000-01-01 05:00:00',
        PRIMARY KEY (`ID`)
      ) ENGINE=MyISAM;
      """;
  private static final int A_STATEMENT = 500;

  private LibgenLikeRows() {}

  public static void main(String[] arguments) throws IOException {
    write(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
  }

  /** Writes a dump with so many rows. */
  static void write(Path file, int rows) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write(TABLE);
      for (int i = 0; i < rows; i++) {
        out.write(
            i % A_STATEMENT == 0 ? (i == 0 ? "" : ";\n") + "INSERT INTO `updated` VALUES " : ",");
        row(i, out);
      }
      out.write(";\n");
    }
  }

  private static void row(int number, Writer out) throws IOException {
    // files of one work lie far apart in the table
    int work = number % 4 == 3 ? number / 7 : number;
    SplittableRandom of = new SplittableRandom(work);
    SplittableRandom own = new SplittableRandom(~(long) number);
    String author = word(of) + " " + word(of);
    StringBuilder title = new StringBuilder();
    for (int i = 2 + of.nextInt(4); i > 0; i--) {
      title.append(word(of)).append(i > 1 ? " " : "");
    }
    int year = 1950 + of.nextInt(72);
    String isbn = isbn(of.nextInt(1_000_000_000));
    String others = own.nextInt(3) == 0 ? "," + isbn(own.nextInt(1_000_000_000)) : "";
    String wrong = own.nextInt(1000) == 0 ? ",9780306406157" : "";
    out.write(
        String.format(
            Locale.ROOT,
            "(%d,'%s','','%s','%d','%s','English','%s%s%s',%d,'epub','%016x%016x','','%s -"
                + " %s.epub','20%02d-%02d-%02d 10:00:00')",
            number + 1,
            title,
            author,
            year,
            word(of) + " Press",
            isbn,
            others,
            wrong,
            100_000 + own.nextInt(5_000_000),
            own.nextLong(),
            own.nextLong(),
            author,
            title,
            10 + own.nextInt(13),
            1 + own.nextInt(12),
            1 + own.nextInt(28)));
  }

  private static String word(SplittableRandom random) {
    return STARTS[random.nextInt(STARTS.length)]
        + ENDS[random.nextInt(ENDS.length)]
        + (random.nextInt(3) == 0 ? ENDS[random.nextInt(ENDS.length)] : "");
  }

  private static String isbn(int number) {
    String twelve = String.format(Locale.ROOT, "978%09d", number);
    int sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += (twelve.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
    }
    return twelve + (10 - sum % 10) % 10;
  }
}
