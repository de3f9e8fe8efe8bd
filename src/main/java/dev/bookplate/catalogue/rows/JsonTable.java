package dev.bookplate.catalogue.rows;

import dev.bookplate.extract.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lists of JSON objects, as an array or in lines, whose keys are read as the headers of a table.
 */
public final class JsonTable implements RowFormat {
  private static final Pattern KEY = Pattern.compile("\"([^\"\\\\]{1,60})\"\\s*:");

  private final ColumnChoice choice;

  /** With guessed columns. */
  public JsonTable() {
    this(ColumnChoice.NONE);
  }

  private JsonTable(ColumnChoice choice) {
    this.choice = choice;
  }

  @Override
  public String label() {
    return "json";
  }

  /** By a title among the first keys, and one more known key. */
  @Override
  public boolean recognises(String head, String name) {
    String start = head.stripLeading().replace("\u00EF\u00BB\u00BF", "");
    if (!start.startsWith("{") && !start.startsWith("[")) {
      return false;
    }
    List<String> keys = new ArrayList<>();
    Matcher key = KEY.matcher(start);
    while (keys.size() < 100 && key.find()) {
      keys.add(key.group(1));
    }
    ColumnMap map = ColumnMap.of(keys, ColumnChoice.NONE);
    return map.places().containsKey(BookColumn.TITLE)
        && (map.places().containsKey(BookColumn.AUTHOR)
            || map.places().containsKey(BookColumn.ISBN));
  }

  @Override
  public Optional<RowFormat> with(ColumnChoice columns) {
    return Optional.of(new JsonTable(columns));
  }

  @Override
  public RowReader open(Source bytes, String name) throws IOException {
    return new TableReader(new JsonRows(new JsonValues(bytes.open())), name, choice);
  }
}
