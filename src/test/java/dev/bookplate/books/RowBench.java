package dev.bookplate.books;

import dev.bookplate.catalogue.CataloguedEdition;
import dev.bookplate.catalogue.Edition;
import dev.bookplate.catalogue.Rights;
import dev.bookplate.catalogue.Work;
import dev.bookplate.catalogue.rows.BookNames;
import dev.bookplate.catalogue.rows.BookRow;
import dev.bookplate.catalogue.rows.FileFacts;
import dev.bookplate.catalogue.rows.Identifier;
import dev.bookplate.catalogue.rows.RowOutcome;
import dev.bookplate.catalogue.rows.RowPlace;
import dev.bookplate.catalogue.rows.Standing;
import dev.bookplate.origin.Digests;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** A store of rows in a folder, and rows for it. */
final class RowBench {
  final Path folder;
  String commit;

  RowBench(Path folder) {
    this.folder = folder;
  }

  /** A row that says nothing but its names. */
  static BookRow row(String key, String title, String... authors) {
    return new BookRow(
        new RowPlace("rows.csv", null, Long.parseLong(key.replaceAll("[^0-9]", ""))),
        "rows:" + key,
        new BookNames(title, null, List.of(authors), null, null, null, null),
        List.of(),
        FileFacts.NONE,
        Standing.NONE,
        null);
  }

  static BookRow with(BookRow row, Identifier... identifiers) {
    List<Identifier> all = new ArrayList<>(row.identifiers());
    all.addAll(List.of(identifiers));
    return new BookRow(
        row.place(), row.key(), row.names(), all, row.file(), row.standing(), row.asOf());
  }

  static BookRow with(BookRow row, FileFacts.Digest kind, String hex) {
    Map<FileFacts.Digest, String> digests = new TreeMap<>(row.file().digests());
    digests.put(kind, hex);
    return new BookRow(
        row.place(),
        row.key(),
        row.names(),
        row.identifiers(),
        new FileFacts(null, null, -1, digests),
        row.standing(),
        row.asOf());
  }

  static BookRow with(BookRow row, Standing standing) {
    return new BookRow(
        row.place(), row.key(), row.names(), row.identifiers(), row.file(), standing, row.asOf());
  }

  static BookRow dated(BookRow row, Integer year, String asOf) {
    BookNames names = row.names();
    return new BookRow(
        row.place(),
        row.key(),
        new BookNames(names.title(), null, names.authors(), null, null, year, null),
        row.identifiers(),
        row.file(),
        row.standing(),
        asOf);
  }

  static Identifier isbn(String digits) {
    return new Identifier(Identifier.Kind.ISBN, digits);
  }

  /** An edition of a shelf. */
  static CataloguedEdition text(String work, String title, String source) {
    Work its =
        new Work(
            work,
            title,
            List.of("Maud Ellery"),
            List.of(),
            null,
            null,
            null,
            null,
            List.of(),
            Rights.UNKNOWN,
            null);
    String sha256 = Digests.sha256(source);
    return new CataloguedEdition(
        its,
        new Edition(
            sha256.substring(0, 16),
            work,
            source,
            sha256,
            sha256.substring(0, 32),
            100,
            sha256,
            100,
            20,
            null,
            "test"));
  }

  /** Adds rows of one source. */
  void add(String source, List<BookRow> rows) throws IOException {
    change(books -> rows(books, source, rows));
  }

  static void rows(BookBuilder books, String source, List<BookRow> rows) {
    try {
      for (BookRow row : rows) {
        books.add(new RowOutcome.Read(row), Given.NOTHING);
      }
      books.end(new BookBuilder.SourceName(source, Digests.sha256(source), "csv"), null, null);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Adds whatever, commits, and leaves the commit of before on disk. */
  void commit(Consumer<BookBuilder> what) throws IOException {
    try (BookBuilder books = BookBuilder.open(folder, commit)) {
      what.accept(books);
      commit = books.commit().id();
    }
  }

  /** As the program does it. */
  void change(Consumer<BookBuilder> what) throws IOException {
    commit(what);
    BookBuilder.clean(folder, commit);
  }

  BookStore open() throws IOException {
    return open(null);
  }

  BookStore open(LocalDate heldOn) throws IOException {
    return BookStore.open(
        new BookSource("rows", folder, commit, LocalDate.of(2026, 11, 1)), heldOn);
  }

  /** Every work, by its id, with the names of its records: {@code a = a b}. */
  List<String> works() throws IOException {
    List<String> works = new ArrayList<>();
    try (BookStore store = open()) {
      store.forEachWork(
          work ->
              works.add(
                  work.work().id()
                      + " ="
                      + work.members().stream()
                          .map(m -> " " + m.row().key())
                          .reduce("", String::concat)));
    }
    return works;
  }

  /** The records that are one work, in no order of works: {@code [[a, b], [c]]}. */
  List<List<Integer>> groups() throws IOException {
    List<List<Integer>> groups = new ArrayList<>();
    try (BookStore store = open()) {
      store.forEachWork(
          work ->
              groups.add(
                  List.copyOf(
                      new TreeSet<>(
                          work.members().stream().map(CataloguedWork.Member::number).toList()))));
    }
    groups.sort((one, other) -> one.getFirst().compareTo(other.getFirst()));
    return groups;
  }

  /** What was decided: {@code WORK isbn 978… 0 1}. */
  List<String> joins() throws IOException {
    List<String> joins = new ArrayList<>();
    try (BookStore store = open()) {
      store.forEachJoin(
          null,
          join ->
              joins.add(
                  join.outcome()
                      + " "
                      + join.by().label()
                      + " "
                      + join.shared()
                      + " "
                      + join.one().number()
                      + " "
                      + (join.other() == null ? "of " + join.records() : join.other().number())));
    }
    return joins;
  }
}
