package dev.bookplate.catalogue.rows;

import dev.bookplate.extract.Source;
import java.io.IOException;

/**
 * Anna's Archive containers: a JSON record a line, by their AACID. All records of an id are rows of
 * one key; the later one has the later date.
 */
public final class AnnasContainers implements RowFormat {
  @Override
  public String label() {
    return "annas-aac";
  }

  @Override
  public boolean recognises(String head, String name) {
    String start = head.substring(0, Math.min(head.length(), 200)).replaceAll("\\s", "");
    return start.startsWith("{\"aacid\":\"aacid__")
        || (name.startsWith("annas_archive_meta__aacid__") && start.startsWith("{"));
  }

  @Override
  public RowReader open(Source bytes, String name) throws IOException {
    return new AnnasReader(bytes.open(), name);
  }
}
