package dev.bookplate.corpus;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.bookplate.origin.Origin;
import dev.bookplate.origin.Utf8Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * Rows of a table with a header as documents: CSV (RFC 4180), also with semicolons, tabs or bars
 * between its fields. In UTF-8, or in what the user names.
 */
final class CsvShardReader implements ShardReader {
  private static final String EXTRACTOR = "fastcsv-4.3.1 csv";
  private static final char[] SEPARATORS = {',', '\t', ';', '|'};

  /** Longest header that is looked through. */
  private static final int HEADER = 1 << 16;

  private final Entry entry;
  private final RecordFields recordFields;
  private final List<String> header;
  private final int textColumn;
  private final int maxBytes;
  private final CsvReader<CsvRecord> csv;
  private Iterator<CsvRecord> rows;
  private long records;
  private long line = 1;
  private boolean done;

  private CsvShardReader(
      Entry entry, List<String> header, int textColumn, CsvReader<CsvRecord> csv, ReadOptions o) {
    this.entry = entry;
    this.header = header;
    this.textColumn = textColumn;
    this.csv = csv;
    recordFields = new RecordFields(o);
    maxBytes = o.maxDocumentBytes();
  }

  /** A reader of the rows, or null where no column has the name of one that may hold text. */
  static ShardReader open(Entry entry, ReadOptions options) throws IOException {
    String start = start(entry, options);
    for (char separator : SEPARATORS) {
      List<String> header = header(start, separator);
      for (String field : options.fields().text()) {
        int column = header.indexOf(field);
        if (column >= 0) {
          CsvReader<CsvRecord> csv =
              settings(separator, options)
                  .ofCsvRecord(reader(entry.unpacked(), options, CodingErrorAction.REPORT));
          return new CsvShardReader(entry, header, column, csv, options);
        }
      }
    }
    return null;
  }

  private static String start(Entry entry, ReadOptions options) throws IOException {
    char[] start = new char[HEADER];
    int length = 0;
    try (Reader in = reader(entry.unpacked(), options, CodingErrorAction.REPLACE)) {
      for (int n = in.read(start); n > 0; n = in.read(start, length, HEADER - length)) {
        length += n;
      }
    } catch (IOException e) {
      // what is there has to do; whoever reads on says what is wrong
    }
    return new String(start, 0, length);
  }

  private static List<String> header(String start, char separator) {
    int end = start.indexOf('\n');
    String line = end < 0 ? start : start.substring(0, end);
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder().fieldSeparator(separator).ofCsvRecord(line.strip())) {
      return csv.stream().findFirst().map(CsvRecord::getFields).orElse(List.of());
    } catch (CsvParseException | IOException e) {
      return List.of();
    }
  }

  private static CsvReader.CsvReaderBuilder settings(char separator, ReadOptions options) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .allowUnclosedQuote(false)
        .maxBufferSize(Math.max(1 << 16, options.maxDocumentBytes()))
        // rows of the wrong length are told of one by one
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
  }

  /**
   * Characters of a table.
   *
   * @param wrong what is done about bytes that do not fit, unless the user named the character set
   */
  private static Reader reader(InputStream in, ReadOptions options, CodingErrorAction wrong)
      throws IOException {
    String named = options.charset();
    Charset charset = named == null ? StandardCharsets.UTF_8 : Charset.forName(named);
    CodingErrorAction action = named == null ? wrong : CodingErrorAction.REPLACE;
    return unmarked(
        new InputStreamReader(
            in, charset.newDecoder().onMalformedInput(action).onUnmappableCharacter(action)));
  }

  /** Without the byte order mark that spreadsheets set. */
  private static Reader unmarked(Reader in) throws IOException {
    PushbackReader reader = new PushbackReader(in);
    int first = reader.read();
    if (first >= 0 && first != 0xFEFF) {
      reader.unread(first);
    }
    return reader;
  }

  private CsvRecord take() {
    if (rows == null) {
      rows = csv.iterator();
      rows.next(); // the header
    }
    return rows.hasNext() ? rows.next() : null;
  }

  @Override
  public ReadOutcome next() {
    if (done) {
      return null;
    }
    ReadOutcome outcome = outcome();
    records += outcome == null ? 0 : 1;
    return outcome;
  }

  private ReadOutcome outcome() {
    try {
      CsvRecord row = take();
      if (row == null) {
        done = true;
        return records > 0
            ? null
            : new ReadOutcome.Skipped(entry.whole(), SkipReason.EMPTY, "a table without rows");
      }
      line = row.getStartingLineNumber();
      return row(row);
    } catch (CsvParseException | UncheckedIOException e) {
      done = true;
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return new ReadOutcome.Failed(
          origin(),
          String.format(
              Locale.ROOT,
              "behind line %d it cannot be read (%s); mend it, or name its character set with"
                  + " --charset if it is not UTF-8",
              line,
              Problems.of(cause)));
    }
  }

  private ReadOutcome row(CsvRecord row) {
    if (row.getFieldCount() != header.size()) {
      return new ReadOutcome.Failed(
          origin(),
          String.format(
              Locale.ROOT,
              "the row in line %d has %d fields, and the header names %d; mend it",
              line,
              row.getFieldCount(),
              header.size()));
    }
    Utf8Text text = Utf8Text.of(row.getField(textColumn));
    if (text.length() > maxBytes) {
      return new ReadOutcome.Skipped(
          origin(), SkipReason.OVER_LIMIT, "longer than " + maxBytes + " bytes");
    }
    return new ReadOutcome.Read(
        new CorpusDocument(
            origin(),
            header.get(textColumn),
            EXTRACTOR,
            text,
            () -> recordFields.facts(path -> value(row, recordFields.paths().get(path)))));
  }

  private String value(CsvRecord row, String name) {
    int column = header.indexOf(name);
    return column < 0 || row.getField(column).isEmpty() ? null : row.getField(column);
  }

  private Origin origin() {
    return entry.record(records, -1, -1);
  }

  @Override
  public long records() {
    return records;
  }

  @Override
  public void close() {
    done = true;
    try {
      csv.close();
    } catch (IOException e) {
      // all that was wanted has been read
    }
  }
}
