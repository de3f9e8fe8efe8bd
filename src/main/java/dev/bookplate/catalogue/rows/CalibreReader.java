package dev.bookplate.catalogue.rows;

import dev.bookplate.extract.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Queue;

/** Rows of a Calibre library; they count its books from 0, and those of one book are one place. */
final class CalibreReader implements RowReader {
  private final Source source;
  private final String name;
  private final Path folder;
  private final Queue<RowOutcome> ready = new ArrayDeque<>();
  private SqliteFile file;
  private CalibreFacts facts;
  private SqliteCursor books;
  private long row;
  private boolean isEnd;

  /**
   * A reader.
   *
   * @param folder of the library, or null if its files are not at hand
   */
  CalibreReader(Source source, String name, Path folder) {
    this.source = source;
    this.name = name;
    this.folder = folder;
  }

  @Override
  public RowOutcome next() throws IOException {
    try {
      while (ready.isEmpty() && !isEnd) {
        if (file == null) {
          open();
        } else if (books.next()) {
          read(new RowPlace(name, "table books", row++));
        } else {
          isEnd = true;
        }
      }
    } catch (SqliteFile.DamagedException e) {
      isEnd = true;
      ready.add(
          new RowOutcome.Rejected(
              new RowPlace(name, "table books", row),
              "This database is damaged: "
                  + e.getMessage()
                  + "; nothing could be read from there on."));
    }
    return ready.poll();
  }

  private void open() throws IOException {
    file = SqliteFile.of(source.channel());
    SqliteTable table = file.table("books");
    if (table == null || !table.columns().contains("title") || file.table("data") == null) {
      isEnd = true;
      ready.add(
          new RowOutcome.Rejected(
              new RowPlace(name, null, 0),
              "This SQLite database is no Calibre library: it has no tables books and data."));
      return;
    }
    Path log = folder == null ? null : folder.resolve("metadata.db-wal");
    if (file.hasLog() && log != null && Files.exists(log) && Files.size(log) > 0) {
      ready.add(
          new RowOutcome.Rejected(
              new RowPlace(name, null, 0),
              "The newest changes stand in metadata.db-wal and were not read: close Calibre and"
                  + " read again."));
    }
    facts = CalibreFacts.of(file);
    books = new SqliteCursor(file, table);
  }

  private void read(RowPlace place) {
    long id = books.id();
    List<CalibreFacts.BookFile> files = facts.files(id);
    if (files.isEmpty()) {
      ready.add(book(place, id).outcome());
    }
    for (CalibreFacts.BookFile each : files) {
      RowBuilder book = book(place, id);
      String extension = each.format().toLowerCase(Locale.ROOT);
      String path = books.text("path") + "/" + each.name() + "." + extension;
      Path onDisk = onDisk(path);
      book.file.name(path).extension(extension).size(each.size());
      book.note("file", folder == null ? null : onDisk == null ? "not in the library" : null);
      ready.add(book.outcome());
    }
  }

  /** A path that leads out of the library is not looked for. */
  private Path onDisk(String path) {
    if (folder == null) {
      return null;
    }
    try {
      Path onDisk = folder.resolve(path).normalize();
      return onDisk.startsWith(folder) && Files.isRegularFile(onDisk) ? onDisk : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private RowBuilder book(RowPlace place, long id) {
    String uuid = books.text("uuid");
    RowBuilder book = new RowBuilder(place).key("calibre", uuid == null ? "book:" + id : uuid);
    facts.addIdentifiers(id, book.numbers);
    String published = books.text("pubdate");
    // 0101-01-01 stands for none
    boolean isKnown = published != null && !published.startsWith("0101");
    book.names(
        new BookNames(
            books.text("title"),
            null,
            facts.authors(id),
            Written.series(facts.series(id), OpfFile.volume(books.text("series_index"))),
            facts.publisher(id),
            isKnown ? Written.year(published) : null,
            facts.language(id)));
    return book.asOf(Written.day(books.text("last_modified")));
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
