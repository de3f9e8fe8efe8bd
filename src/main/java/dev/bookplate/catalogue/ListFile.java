package dev.bookplate.catalogue;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Reads catalogue.csv: UTF-8 with or without a byte order mark, RFC 4180, a header with the names
 * of {@link ListColumn} in any order, {@code source} among them.
 */
final class ListFile {
  static final String NAME = "catalogue.csv";

  private final List<ListColumn> header;
  private final List<ListRow> rows = new ArrayList<>();
  private final List<SourceItem> rejected = new ArrayList<>();

  private ListFile(List<ListColumn> header) {
    this.header = header;
  }

  /** Reads a whole list; rows that cannot be used are among the {@link #rejected()}. */
  static ListFile read(Path file) throws IOException, InvalidListException {
    String text = decode(Files.readAllBytes(file));
    // rows of the wrong length are told of one by one, in our words
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      ListFile list = null;
      for (CsvRecord record : reader) {
        if (list == null) {
          list = new ListFile(header(record.getFields()));
        } else {
          list.add(record);
        }
      }
      if (list == null) {
        throw new InvalidListException(
            NAME + " is empty: its first line has to name the columns: " + ListColumn.labels());
      }
      return list;
    } catch (CsvParseException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new InvalidListException(
          NAME + " is not valid CSV: " + e.getMessage() + ": " + cause.getMessage(), e);
    }
  }

  /** The rows with a source, in the list's order. */
  List<ListRow> rows() {
    return rows;
  }

  /** The rows that cannot be used, in the list's order. */
  List<SourceItem> rejected() {
    return rejected;
  }

  /** How a row is named to people. */
  static String place(long line) {
    return NAME + ", line " + line;
  }

  private static String decode(byte[] bytes) throws InvalidListException {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    if (result.isError()) {
      throw new InvalidListException(
          NAME + " is not UTF-8 at byte " + in.position() + ": save it as UTF-8");
    }
    String text = out.flip().toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static List<ListColumn> header(List<String> names) throws InvalidListException {
    List<ListColumn> columns = new ArrayList<>();
    for (String name : names) {
      ListColumn column =
          ListColumn.of(name)
              .orElseThrow(
                  () ->
                      new InvalidListException(
                          NAME
                              + " has a column '"
                              + name.strip()
                              + "'; the columns are "
                              + ListColumn.labels()
                              + ", separated by commas"));
      if (columns.contains(column)) {
        throw new InvalidListException(
            NAME + " has two columns '" + column.label() + "': keep one");
      }
      columns.add(column);
    }
    if (!columns.contains(ListColumn.SOURCE)) {
      throw new InvalidListException(
          NAME + " has no column 'source', which names the files: add it");
    }
    return columns;
  }

  private void add(CsvRecord record) {
    if (record.getFieldCount() != header.size()) {
      reject(
          record,
          "has "
              + record.getFieldCount()
              + " of "
              + header.size()
              + " fields: put those that hold commas in quotes");
      return;
    }
    Map<ListColumn, String> fields = new EnumMap<>(ListColumn.class);
    for (int i = 0; i < header.size(); i++) {
      String field = record.getField(i).strip();
      if (!field.isEmpty()) {
        fields.put(header.get(i), field);
      }
    }
    if (fields.containsKey(ListColumn.SOURCE)) {
      rows.add(ListRowParser.parse(record.getStartingLineNumber(), fields));
    } else {
      reject(record, "names no source: say which file it is about");
    }
  }

  private void reject(CsvRecord record, String reason) {
    rejected.add(new SourceItem.Rejected(place(record.getStartingLineNumber()), reason));
  }
}
