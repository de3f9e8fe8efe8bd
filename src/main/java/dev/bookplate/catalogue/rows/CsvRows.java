package dev.bookplate.catalogue.rows;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;

/** Rows of separated values, to RFC 4180 but for the separator. */
final class CsvRows implements TableRows {
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private long number = -1;

  /** Reads with the separator and quotes that a dialect says. */
  CsvRows(InputStream bytes, CsvDialect dialect) throws IOException {
    reader =
        CsvReader.builder()
            .fieldSeparator(dialect.separator())
            .quoteCharacter(dialect.hasQuotes() ? '"' : '\uFFFE')
            .allowUnclosedQuote(false)
            .allowExtraCharsAfterClosingQuote(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(MixedText.of(bytes));
    records = reader.iterator();
  }

  @Override
  public List<String> next() throws IOException {
    try {
      while (records.hasNext()) {
        List<String> fields = records.next().getFields();
        number++;
        if (!fields.stream().allMatch(String::isBlank)) {
          return fields;
        }
      }
      return null;
    } catch (CsvParseException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new BrokenTableException(
          "This table is broken behind row "
              + Math.max(0, number)
              + ": "
              + String.valueOf(cause.getMessage()).replaceAll("\\s+", " ").strip()
              + "; nothing could be read from there on.");
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public String part() {
    return null;
  }

  @Override
  public long number() {
    return number;
  }

  @Override
  public boolean leavesOutEmptyCells() {
    return false;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
