package dev.bookplate.audit;

import dev.bookplate.books.BookBuilder;
import dev.bookplate.catalogue.Shelf;
import dev.bookplate.catalogue.rows.RowFormat;
import dev.bookplate.catalogue.rows.RowFormats;
import dev.bookplate.catalogue.rows.RowOutcome;
import dev.bookplate.catalogue.rows.RowReader;
import dev.bookplate.corpus.UnpackedFile;
import dev.bookplate.extract.Source;
import dev.bookplate.origin.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Adds sources without texts to a catalogue: dumps, lists, whatever {@link RowFormats} knows. */
final class RowReading {
  /** Rows between two words of progress. */
  private static final int STEP = 1000;

  private final BookBuilder books;
  private final CatalogueBuilder.RowTerms terms;
  private final Progress progress;
  private List<String> about = List.of();

  RowReading(BookBuilder books, CatalogueBuilder.RowTerms terms, Progress progress) {
    this.books = books;
    this.terms = terms;
    this.progress = progress;
  }

  /**
   * Adds a source, if it is one of rows.
   *
   * @return whether it is
   */
  boolean add(Path named) throws IOException {
    // of a folder with books and their records, a format that is given means the records
    Path source = terms.format() == null ? named : RowFormats.inside(named);
    if (!Files.isRegularFile(source)) {
      return false;
    }
    Source unpacked = UnpackedFile.of(source);
    Optional<RowFormat> format = format(source, unpacked);
    if (format.isPresent()) {
      add(source, unpacked, format.get());
    }
    return format.isPresent();
  }

  /**
   * Adds the files of a shelf whose format was given, which are all, or else the dumps and tables
   * among them.
   *
   * @return what is left: books, and what is to be said of files that are none
   */
  Shelf addAll(Shelf shelf) throws IOException {
    Set<String> lists = new TreeSet<>();
    Map<String, String> refused = new TreeMap<>();
    for (String file : shelf.files()) {
      Path source = shelf.root().resolve(file);
      Optional<RowFormat> format = beside(source);
      if (format.isEmpty()) {
        continue;
      }
      if (terms.format() != null || RowFormats.isRowsBesideBooks(format.get())) {
        add(source, UnpackedFile.of(source), format.get());
        lists.add(file);
      } else {
        RowFormats.noBook(format.get()).ifPresent(what -> refused.put(file, what));
      }
    }
    return shelf.without(lists, refused);
  }

  private Optional<RowFormat> beside(Path file) throws CatalogueException {
    try {
      return terms.format() == null ? format(file, UnpackedFile.of(file)) : given();
    } catch (CatalogueException e) {
      throw e;
    } catch (IOException e) {
      return Optional.empty(); // the shelf says what is wrong with it
    }
  }

  private void add(Path source, Source unpacked, RowFormat format) throws IOException {
    Digests digests = Digests.of(source);
    if (!books.has(digests.sha256())) {
      String name = String.valueOf(source.getFileName());
      progress.phase("reading the rows of " + name, Progress.Counted.ROWS, 0);
      RowFormat as = withColumns(format, source);
      String problem = read(unpacked, as, name);
      books.end(
          new BookBuilder.SourceName(name, digests.sha256(), as.label()),
          terms.given().asOf(),
          problem,
          about);
    }
  }

  private Optional<RowFormat> format(Path source, Source unpacked) throws IOException {
    return terms.format() == null
        ? RowFormats.recognise(unpacked, UnpackedFile.nameOf(source))
        : given();
  }

  private Optional<RowFormat> given() throws CatalogueException {
    return Optional.of(
        RowFormats.of(terms.format())
            .orElseThrow(
                () ->
                    new CatalogueException(
                        "\""
                            + terms.format()
                            + "\" is no format of catalogues: give one of "
                            + RowFormats.labels())));
  }

  private RowFormat withColumns(RowFormat format, Path source) throws CatalogueException {
    return terms.columns().isEmpty()
        ? format
        : format
            .with(terms.columns())
            .orElseThrow(
                () ->
                    new CatalogueException(
                        "columns can be named of tables alone, and "
                            + source
                            + " is read as "
                            + format.label()
                            + ": leave --map out, or give --format csv, xlsx or json"));
  }

  /** What stopped reading before the end, or null. */
  private String read(Source unpacked, RowFormat format, String name) throws IOException {
    long rows = 0;
    about = List.of();
    try (RowReader reader = open(format, unpacked, name)) {
      for (RowOutcome next = read(reader); next != null; next = read(reader)) {
        about = reader.about();
        books.add(next, terms.given());
        rows++;
        if (rows % STEP == 0) {
          progress.add(0, STEP, 0);
        }
      }
      progress.add(0, rows % STEP, 0);
      return null;
    } catch (UnreadableSource e) {
      return (rows == 0
              ? "nothing could be read: "
              : "behind row " + rows + " nothing could be read: ")
          + e.getCause().getMessage()
          + "; get the file anew";
    }
  }

  /** The source's own trouble is told apart from the catalogue's. */
  private static final class UnreadableSource extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnreadableSource(IOException cause) {
      super(cause);
    }
  }

  private static RowReader open(RowFormat format, Source unpacked, String name) {
    try {
      return format.open(unpacked, name);
    } catch (IOException e) {
      throw new UnreadableSource(e);
    }
  }

  private static RowOutcome read(RowReader reader) {
    try {
      return reader.next();
    } catch (IOException e) {
      throw new UnreadableSource(e);
    }
  }
}
