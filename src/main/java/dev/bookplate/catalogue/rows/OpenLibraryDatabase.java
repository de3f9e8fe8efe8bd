package dev.bookplate.catalogue.rows;

import dev.bookplate.extract.Source;
import java.io.IOException;

/**
 * The Open Library's own database as pg_dump writes it, in plain text: the records of its table
 * {@code data}, of which a thing has one a revision. Other tables repeat them, and are passed over.
 */
public final class OpenLibraryDatabase implements RowFormat {
  @Override
  public String label() {
    return "openlibrary-pg";
  }

  @Override
  public boolean recognises(String head, String name) {
    return head.contains("-- PostgreSQL database dump");
  }

  @Override
  public RowReader open(Source bytes, String name) throws IOException {
    OpenLibraryAuthors authors = new OpenLibraryAuthors();
    try (PostgresRows rows = new PostgresRows(bytes.open())) {
      while (rows.next()) {
        String json = PostgresReader.json(rows);
        if (json != null && json.contains("/type/author\"")) {
          authors.add(json);
        }
      }
    }
    return new PostgresReader(new PostgresRows(bytes.open()), name, authors);
  }
}
