package dev.bookplate.catalogue.rows;

import dev.bookplate.extract.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Tables of separated values (CSV, TSV, with semicolons or bars), whose columns are guessed from
 * their headers or given.
 */
public final class CsvTable implements RowFormat {
  private static final int HEAD = 1 << 16;

  private final ColumnChoice choice;

  /** With guessed columns. */
  public CsvTable() {
    this(ColumnChoice.NONE);
  }

  private CsvTable(ColumnChoice choice) {
    this.choice = choice;
  }

  @Override
  public String label() {
    return "csv";
  }

  /** By two known headers in one of the first lines. */
  @Override
  public boolean recognises(String head, String name) {
    String text = text(head);
    CsvDialect dialect = CsvDialect.of(text);
    if (dialect == null || text.stripLeading().startsWith("{") || text.indexOf('\0') >= 0) {
      return false;
    }
    boolean isNamed = name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".tab");
    return text.lines()
        .limit(20)
        .map(line -> ColumnMap.of(fields(line, dialect.separator()), ColumnChoice.NONE))
        .anyMatch(map -> map.isUseful() && map.size() >= (isNamed ? 1 : 2));
  }

  private static List<String> fields(String line, char separator) {
    return List.of(line.replace("\"", "").split(String.valueOf("\\" + separator), -1));
  }

  /** One char a byte, or two a char of UTF-16. */
  private static String text(String head) {
    byte[] bytes = head.getBytes(StandardCharsets.ISO_8859_1);
    boolean isWide = head.startsWith("\u00FF\u00FE") || head.startsWith("\u00FE\u00FF");
    String text = new String(bytes, isWide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  @Override
  public Optional<RowFormat> with(ColumnChoice columns) {
    return Optional.of(new CsvTable(columns));
  }

  @Override
  public RowReader open(Source bytes, String name) throws IOException {
    CsvDialect dialect =
        CsvDialect.of(text(new String(bytes.head(HEAD), StandardCharsets.ISO_8859_1)));
    // a table of one column has no separator
    CsvDialect known = dialect == null ? new CsvDialect(',', true) : dialect;
    return new TableReader(new CsvRows(bytes.open(), known), name, choice);
  }
}
