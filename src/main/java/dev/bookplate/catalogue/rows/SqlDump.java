package dev.bookplate.catalogue.rows;

import dev.bookplate.extract.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dumps of MySQL and MariaDB, by mysqldump or mydumper: LibGen's, Z-Library's, and tables whose
 * columns are called as is usual. A fragment without CREATE TABLE has the columns of the schema
 * file beside it ({@code NAME-schema.sql} for {@code NAME.00000.sql}), else those that its table is
 * known to have.
 */
public final class SqlDump implements RowFormat {
  private static final Pattern FRAGMENT =
      Pattern.compile("(.*?)(?:\\.[0-9]{5,})?\\.sql", Pattern.CASE_INSENSITIVE);
  private static final Pattern STATEMENT =
      Pattern.compile(
          "(?im)^\\s*(?:INSERT\\s+(?:IGNORE\\s+)?INTO|REPLACE\\s+INTO"
              + "|CREATE\\s+TABLE(?:\\s+IF\\s+NOT\\s+EXISTS)?)\\s+[`\"\\w.$]+\\s*(?:\\(|VALUES)"
              + "|^-- (?:MySQL|MariaDB) dump|^/\\*!40[0-9]{3} SET |^/\\*M!999999");

  @Override
  public String label() {
    return "mysqldump";
  }

  @Override
  public boolean recognises(String head, String name) {
    return STATEMENT.matcher(head).find() && !head.contains("-- PostgreSQL database dump");
  }

  @Override
  public RowReader open(Source bytes, String name) throws IOException {
    return new SqlReader(bytes.open(), name, beside(bytes));
  }

  private static Map<String, List<String>> beside(Source bytes) throws IOException {
    if (!(bytes instanceof Source.OfFile fragment)) {
      return Map.of();
    }
    Path file = fragment.file();
    Matcher name = FRAGMENT.matcher(file.getFileName().toString());
    if (!name.matches()) {
      return Map.of();
    }
    Path schema = file.resolveSibling(name.group(1) + "-schema.sql");
    return Files.isRegularFile(schema) ? definitions(schema) : Map.of();
  }

  private static Map<String, List<String>> definitions(Path schema) throws IOException {
    try (InputStream in = Files.newInputStream(schema);
        SqlStatements statements = new SqlStatements(in)) {
      while (statements.next() != SqlStatements.Step.END) {
        // only the definitions are of interest here
      }
      return Map.copyOf(statements.definitions());
    }
  }
}
