package dev.bookplate.catalogue.rows;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Rows of a file of MARC as text, where a blank line or the next leader ends a record. */
final class MarcTextReader implements RowReader {
  private static final int LONGEST_LINE = 1 << 20;
  private static final int MOST_LINES = 1 << 16;

  private final ByteLines lines;
  private final String source;
  private String ahead;
  private boolean isRead;
  private long row;

  MarcTextReader(InputStream bytes, String source) {
    lines = new ByteLines(bytes, LONGEST_LINE);
    this.source = source;
  }

  @Override
  public RowOutcome next() throws IOException {
    if (!isRead) {
      ahead = lines.next();
      isRead = true;
    }
    while (ahead != null && ahead.isBlank()) {
      ahead = lines.next();
    }
    if (ahead == null) {
      return null;
    }
    List<String> record = new ArrayList<>();
    List<String> defects = new ArrayList<>();
    long from = lines.number();
    while (ahead != null && !ahead.isBlank() && (record.isEmpty() || !ahead.startsWith("=LDR"))) {
      if (lines.isTooLong() || record.size() >= MOST_LINES) {
        defects.add("it is longer than any record may be, and was cut");
      }
      if (record.size() < MOST_LINES) {
        add(record, ahead);
      }
      ahead = lines.next();
    }
    RowPlace place = new RowPlace(source, null, row++);
    List<MarcField> fields = new ArrayList<>();
    String leader = "";
    for (String line : record) {
      if (line.startsWith("=LDR") || line.startsWith("=000")) {
        leader = unescaped(line.substring(4).stripLeading());
      } else {
        add(fields, line, defects);
      }
    }
    return fields.isEmpty()
        ? new RowOutcome.Rejected(
            place, "These lines, from line " + (from + 1) + " on, hold no field of MARC.")
        : MarcRow.of(new MarcRecord(leader, fields, defects.stream().distinct().toList()), place);
  }

  /** A line that begins no field goes on with the one before it. */
  private static void add(List<String> record, String line) {
    if (line.startsWith("=") || record.isEmpty()) {
      record.add(line);
    } else {
      record.set(record.size() - 1, record.get(record.size() - 1) + " " + line);
    }
  }

  private static void add(List<MarcField> fields, String line, List<String> defects) {
    if (line.length() < 6 || line.charAt(0) != '=') {
      defects.add("a line of it is no field");
      return;
    }
    String tag = line.substring(1, 4);
    // two blanks follow the tag
    String rest = line.substring(line.startsWith("  ", 4) ? 6 : 5);
    if (MarcField.isControl(tag)) {
      fields.add(MarcField.control(tag, unescaped(rest)));
      return;
    }
    int first = rest.indexOf('$');
    if (first < 0) {
      defects.add("field " + tag + " has no subfields");
      return;
    }
    List<MarcField.Part> parts = new ArrayList<>();
    for (String part : rest.substring(first + 1).split("\\$", -1)) {
      if (!part.isEmpty()) {
        parts.add(new MarcField.Part(part.charAt(0), MarcMnemonics.text(part.substring(1))));
      }
    }
    String indicators = (rest.substring(0, first).replace('\\', ' ') + "  ").substring(0, 2);
    fields.add(new MarcField(tag, indicators, null, List.copyOf(parts)));
  }

  /** A backslash stands for a blank in fields of fixed length. */
  private static String unescaped(String text) {
    return MarcMnemonics.text(text.replace('\\', ' '));
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
