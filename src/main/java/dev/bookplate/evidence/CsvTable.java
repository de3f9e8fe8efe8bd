package dev.bookplate.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Records as a CSV file: a component is a column. RFC 4180: commas, CRLF, quotes where they are
 * needed; UTF-8 without a mark. Texts stand as {@link CsvCell} writes them, numbers and truth
 * values as they are, and null is an empty cell.
 *
 * @param <R> a record of strings, numbers, truth values and lists of strings
 */
public final class CsvTable<R extends Record> {
  /** Some programs cut lines at semicolons or tabs: what stands behind one may not look new. */
  private static final QuoteStrategy QUOTES =
      new QuoteStrategy() {
        @Override
        public boolean quoteValue(int line, int field, String value) {
          return value.indexOf(';') >= 0 || value.indexOf('\t') >= 0;
        }
      };

  private final Class<R> type;
  private final RecordComponent[] components;
  private final Class<?>[] types;
  private final Constructor<R> constructor;
  private final List<String> header;

  /** A table with a column for each component. */
  public CsvTable(Class<R> type) {
    this.type = type;
    this.components = type.getRecordComponents();
    this.types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    this.constructor = constructor(type, types);
    this.header = Arrays.stream(components).map(CsvTable::column).toList();
  }

  /** Names of the columns, in order. */
  public List<String> header() {
    return header;
  }

  /** Writes the header at once; closing what is returned closes the stream. */
  public Rows<R> write(Writer out) {
    CsvWriter csv =
        CsvWriter.builder().quoteStrategy(QUOTES).lineDelimiter(LineDelimiter.CRLF).build(out);
    csv.writeRecord(header);
    return new Rows<>(this, csv);
  }

  /** A file that rows are written to. */
  public record Rows<R extends Record>(CsvTable<R> table, CsvWriter csv) implements Closeable {
    /** Writes a row. */
    public void add(R row) {
      csv.writeRecord(table.cells(row));
    }

    @Override
    public void close() throws IOException {
      csv.close();
    }
  }

  /**
   * The rows of a file, lazily; to be closed.
   *
   * @throws RunFolderException.Damaged if its header is another
   */
  public Stream<R> read(Path file) throws IOException {
    CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.STRICT)
            .missingFieldStrategy(FieldMismatchStrategy.STRICT)
            .ofCsvRecord(file);
    Iterator<CsvRecord> records = csv.iterator();
    Iterator<R> rows = new RowIterator(file, records);
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED | Spliterator.NONNULL),
            false)
        .onClose(() -> close(csv));
  }

  private final class RowIterator implements Iterator<R> {
    private final Path file;
    private final Iterator<CsvRecord> records;

    RowIterator(Path file, Iterator<CsvRecord> records) {
      this.file = file;
      this.records = records;
      if (!hasNext() || !records.next().getFields().equals(header)) {
        throw damaged("its first line is not the names of the columns");
      }
    }

    @Override
    public boolean hasNext() {
      try {
        return records.hasNext();
      } catch (CsvParseException e) {
        throw damaged("it is not CSV: " + e.getMessage());
      }
    }

    @Override
    public R next() {
      CsvRecord row = records.next();
      try {
        return row(row.getFields());
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        throw damaged(
            String.format(
                Locale.ROOT,
                "line %d is not a %s",
                row.getStartingLineNumber(),
                type.getSimpleName()));
      }
    }

    private UncheckedIOException damaged(String why) {
      return new UncheckedIOException(new RunFolderException.Damaged(file, why));
    }
  }

  private List<String> cells(R row) {
    List<String> cells = new ArrayList<>(components.length);
    for (RecordComponent component : components) {
      cells.add(cell(value(component, row)));
    }
    return cells;
  }

  private static String cell(Object value) {
    return switch (value) {
      case null -> "";
      case String text -> CsvCell.ofText(text);
      case List<?> list when list.isEmpty() -> "";
      case List<?> list -> CsvCell.ofList(list.stream().map(String.class::cast).toList());
      case Double number -> RunJson.plain(number);
      default -> value.toString();
    };
  }

  private R row(List<String> cells) {
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = parse(cells.get(i), types[i]);
    }
    return make(values);
  }

  private static Object parse(String cell, Class<?> type) {
    if (type == String.class) {
      return CsvCell.text(cell);
    } else if (type == List.class) {
      return CsvCell.list(cell);
    } else if (cell.isEmpty() && !type.isPrimitive()) {
      return null;
    } else if (type == int.class || type == Integer.class) {
      return Integer.valueOf(cell);
    } else if (type == long.class || type == Long.class) {
      return Long.valueOf(cell);
    } else if (type == double.class || type == Double.class) {
      return Double.valueOf(cell);
    } else if (type == boolean.class || type == Boolean.class) {
      return Boolean.valueOf(cell);
    }
    throw new IllegalStateException("no column can hold a " + type);
  }

  private R make(Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + type, e);
    }
  }

  private static <R> Constructor<R> constructor(Class<R> type, Class<?>[] types) {
    try {
      return type.getDeclaredConstructor(types);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every record has it", e);
    }
  }

  private static String column(RecordComponent component) {
    JsonProperty name = component.getAccessor().getAnnotation(JsonProperty.class);
    return name == null ? component.getName() : name.value();
  }

  private static Object value(RecordComponent component, Object row) {
    try {
      return component.getAccessor().invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }

  private static void close(CsvReader<?> csv) {
    try {
      csv.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
