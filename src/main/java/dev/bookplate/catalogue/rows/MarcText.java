package dev.bookplate.catalogue.rows;

import dev.bookplate.extract.Source;
import java.io.IOException;
import java.util.regex.Pattern;

/** MARC as lines of text, of MARCBreaker and MarcEdit: {@code =245 10$aTitle /$cby Author}. */
public final class MarcText implements RowFormat {
  private static final Pattern FIELD =
      Pattern.compile("(?s)^(?:\u00EF\u00BB\u00BF)?\\s*=LDR {1,2}.*");

  @Override
  public String label() {
    return "mrk";
  }

  @Override
  public boolean recognises(String head, String name) {
    return FIELD.matcher(head).matches();
  }

  @Override
  public RowReader open(Source bytes, String name) throws IOException {
    return new MarcTextReader(bytes.open(), name);
  }
}
