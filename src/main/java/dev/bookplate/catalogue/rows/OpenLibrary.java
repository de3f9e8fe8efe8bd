package dev.bookplate.catalogue.rows;

import dev.bookplate.extract.Source;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Dumps of the Open Library (type, key, revision, time and JSON between tabs): editions and works
 * are rows; authors give them their names if they stand in front of them.
 */
public final class OpenLibrary implements RowFormat {
  private static final Pattern LINE = Pattern.compile("/type/[a-z_/]+\\t/[^\\t]*\\t[0-9]+\\t.*");
  static final int LONGEST_LINE = 1 << 25;

  @Override
  public String label() {
    return "openlibrary";
  }

  @Override
  public boolean recognises(String head, String name) {
    String first = head.lines().findFirst().orElse("");
    return LINE.matcher(first).matches();
  }

  @Override
  public RowReader open(Source bytes, String name) throws IOException {
    OpenLibraryAuthors authors = OpenLibraryAuthors.of(bytes);
    return new TabReader(
        new ByteLines(bytes.open(), LONGEST_LINE), name, (f, place) -> row(f, place, authors));
  }

  /** The JSON is what follows the last tab: the columns in front of it have been more or fewer. */
  private static RowOutcome row(List<String> fields, RowPlace place, OpenLibraryAuthors authors) {
    String json = fields.get(fields.size() - 1);
    return json.startsWith("{")
        ? OpenLibraryRecord.row(json, place, authors)
        : new RowOutcome.Rejected(
            place, "This line has " + fields.size() + " fields and no JSON in the last one.");
  }
}
