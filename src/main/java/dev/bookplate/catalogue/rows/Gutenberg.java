package dev.bookplate.catalogue.rows;

import dev.bookplate.extract.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Project Gutenberg's catalogue, pg_catalog.csv, and the same fields as a list of JSON objects. */
public final class Gutenberg implements RowFormat {
  @Override
  public String label() {
    return "gutenberg";
  }

  @Override
  public boolean recognises(String head, String name) {
    String start = head.replace("\u00EF\u00BB\u00BF", "").stripLeading();
    return start.startsWith("Text#,Type,Issued,Title")
        || (isJson(start) && start.contains("\"Text_ID\"") && start.contains("\"LoCC\""));
  }

  private static boolean isJson(String start) {
    return start.startsWith("[") || start.startsWith("{");
  }

  @Override
  public RowReader open(Source bytes, String name) throws IOException {
    String start = new String(bytes.head(16), StandardCharsets.UTF_8);
    boolean isJson = isJson(start.replace("\uFEFF", "").stripLeading());
    return new GutenbergReader(
        isJson
            ? new JsonRows(new JsonValues(bytes.open()))
            : new CsvRows(bytes.open(), new CsvDialect(',', true)),
        name);
  }
}
