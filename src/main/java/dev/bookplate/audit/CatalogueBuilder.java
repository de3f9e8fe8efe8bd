package dev.bookplate.audit;

import dev.bookplate.books.BookBuilder;
import dev.bookplate.books.Given;
import dev.bookplate.catalogue.CataloguedEdition;
import dev.bookplate.catalogue.Edition;
import dev.bookplate.catalogue.InvalidListException;
import dev.bookplate.catalogue.Shelf;
import dev.bookplate.catalogue.SourceItem;
import dev.bookplate.catalogue.Work;
import dev.bookplate.catalogue.rows.ColumnChoice;
import dev.bookplate.corpus.ReadOptions;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.extract.Extractor;
import dev.bookplate.fingerprint.FingerprintSpec;
import dev.bookplate.fingerprint.Profile;
import dev.bookplate.index.IndexBuilder;
import dev.bookplate.index.ReferenceEntry;
import dev.bookplate.match.Relation;
import dev.bookplate.match.RelationFinder;
import dev.bookplate.origin.Digests;
import dev.bookplate.origin.Utf8Text;
import dev.bookplate.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Builds catalogues of raw material, or adds to them. Nothing of a failed or killed build shows.
 */
public final class CatalogueBuilder {
  private static final int EDITION_ID_DIGITS = 16;

  /**
   * What is asked of a catalogue.
   *
   * @param name that it gets where it is new
   * @param asOf its date, or null to leave it as it is
   * @param profile of its fingerprints, or null for the one that it has, else the standard one
   * @param charset of plain text that says nothing of itself, as in {@link ReadOptions}, or null
   * @param rows how sources without texts are read
   */
  public record Terms(String name, String asOf, Profile profile, String charset, RowTerms rows) {
    /** Of a shelf, or a list that says all by itself. */
    public Terms(String name, String asOf, Profile profile, String charset) {
      this(name, asOf, profile, charset, new RowTerms(null, ColumnChoice.NONE, Given.NOTHING));
    }
  }

  /**
   * How sources without texts are read.
   *
   * @param format its label, or null to tell by their first bytes
   * @param columns of tables, as far as somebody says what they are of
   * @param given what is said of them
   */
  public record RowTerms(String format, ColumnChoice columns, Given given) {}

  private final CatalogueFolder folder;
  private final FingerprintSpec spec;
  private final Map<String, CataloguedEdition> editions = new LinkedHashMap<>();
  private final List<Manifest.RejectedSource> rejected = new ArrayList<>();
  private final Extractor extractor;
  private final BookBuilder books;
  private final Progress progress;

  private CatalogueBuilder(
      CatalogueFolder folder,
      FingerprintSpec spec,
      String charset,
      BookBuilder books,
      Progress progress) {
    this.folder = folder;
    this.spec = spec;
    this.books = books;
    extractor = new Extractor(charset, ReadOptions.DEFAULT.maxDocumentBytes());
    this.progress = progress;
  }

  /**
   * Adds sources to a catalogue; makes it if it is not there.
   *
   * @param path of the catalogue's folder
   * @param terms what is asked of it
   * @param sources shelves: folders of e-books, or single ones
   * @return what the catalogue then is
   * @throws CatalogueException if the folder holds something else
   */
  public static CatalogueInfo add(Path path, Terms terms, List<Path> sources, Progress progress)
      throws IOException {
    CatalogueFolder folder = new CatalogueFolder(path.toAbsolutePath().normalize());
    CatalogueInfo before = CatalogueFolder.isCatalogue(path) ? folder.info() : null;
    if (before == null) {
      refuseOther(path);
    }
    SampledFolder.refuse(path, "nothing can be added to it");
    FingerprintSpec spec = spec(folder, before, terms);
    CatalogueInfo info;
    try (IndexBuilder index = IndexBuilder.open(folder.index(), spec);
        BookBuilder books =
            BookBuilder.open(folder.records(), before == null ? null : before.records())) {
      CatalogueBuilder builder =
          new CatalogueBuilder(folder, spec, terms.charset(), books, progress);
      builder.load(before);
      RowReading rows = new RowReading(books, terms.rows(), progress);
      for (Path source : sources) {
        if (!rows.add(source)) {
          Shelf shelf = builder.open(source);
          builder.shelf(source, rows.addAll(shelf), index);
        }
      }
      progress.phase("merging records to works", Progress.Counted.ROWS, 0);
      // takes long, and counts only once catalogue.json names it: before the texts, which count
      // as soon as they are committed
      BookBuilder.Committed records = books.commit();
      progress.phase("looking for related works", Progress.Counted.BOOKS, 0);
      info =
          builder
              .info(
                  before == null ? terms.name() : before.name(),
                  terms.asOf() != null || before == null ? terms.asOf() : before.asOf())
              .with(records);
      index.commit(added -> Relation.toBytes(RelationFinder.within(added)));
    }
    folder.write(info);
    BookBuilder.clean(folder.records(), info.records());
    return info;
  }

  private static FingerprintSpec spec(CatalogueFolder folder, CatalogueInfo before, Terms terms)
      throws CatalogueException {
    if (before == null) {
      return (terms.profile() == null ? Profile.STANDARD : terms.profile()).spec();
    }
    FingerprintSpec spec = folder.spec(before);
    if (terms.profile() != null && !terms.profile().spec().equals(spec)) {
      throw new CatalogueException(
          String.format(
              Locale.ROOT,
              "%s was built with profile %s: leave --profile out, or build a new catalogue",
              folder.path(),
              Profile.ofSpec(before.spec()).orElseThrow().label()));
    }
    return spec;
  }

  /** Refuses a folder that holds anything else than a catalogue, or the start of one. */
  static void refuseOther(Path path) throws IOException {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new CatalogueException(path + " is a file: name a folder for the catalogue");
    }
    if (Files.isDirectory(path)) {
      try (var entries = Files.list(path)) {
        if (entries.anyMatch(e -> !e.endsWith("index") && !e.endsWith("books"))) {
          throw new CatalogueException(
              path + " holds other files: name a new folder for the catalogue");
        }
      }
    }
  }

  private void load(CatalogueInfo before) throws IOException {
    boolean isNew = false;
    if (before != null) {
      rejected.addAll(before.rejected());
      for (CataloguedEdition edition : folder.editions()) {
        editions.put(edition.edition().id(), edition);
        if (!books.hasText(edition.edition().id())) {
          books.add(edition);
          isNew = true;
        }
      }
      if (isNew) {
        books.end(new BookBuilder.SourceName("earlier texts", null, "shelf"), null, null);
      }
    }
  }

  private void shelf(Path source, Shelf shelf, IndexBuilder index) throws IOException {
    progress.phase("reading the shelf " + source.getFileName(), Progress.Counted.BOOKS, 0);
    for (SourceItem item : shelf) {
      switch (item) {
        case SourceItem.Book book -> book(book, index);
        case SourceItem.Rejected no -> reject(no.source(), no.reason());
        case SourceItem.Note note -> reject(note.source(), "kept, but: " + note.reason());
      }
    }
    books.end(
        new BookBuilder.SourceName(String.valueOf(source.getFileName()), null, "shelf"),
        null,
        null);
  }

  private Shelf open(Path source) throws IOException {
    try {
      return Shelf.open(source, extractor::extract);
    } catch (InvalidListException e) {
      throw new CatalogueException(e.getMessage(), e);
    }
  }

  private void reject(String source, String reason) {
    Manifest.RejectedSource row = new Manifest.RejectedSource(source, reason);
    if (!rejected.contains(row)) {
      rejected.add(row);
    }
  }

  private void book(SourceItem.Book book, IndexBuilder index) throws IOException {
    String id = book.digests().sha256().substring(0, EDITION_ID_DIGITS);
    CataloguedEdition same = editions.get(id);
    if (same != null) {
      if (!same.edition().source().equals(book.source())) {
        reject(book.source(), "the same bytes as " + same.edition().source());
      }
      return;
    }
    if (book.condition().isNoBook()) {
      reject(book.source(), book.condition().sentences().getFirst());
      return;
    }
    Utf8Text text = Utf8Text.of(book.text());
    int words = Words.of(text).count();
    if (words == 0) {
      reject(book.source(), "empty: it holds no words");
      return;
    }
    book.condition().sentences().forEach(s -> reject(book.source(), "kept, but: " + s));
    Work work = book.work();
    CataloguedEdition edition = new CataloguedEdition(work, edition(id, book, text, words));
    index.add(new ReferenceEntry(id, fields(work, book.source()), edition.toBytes(), text));
    editions.put(id, edition);
    books.add(edition);
    progress.add(book.digests().size(), 1, 0);
  }

  private static Edition edition(String id, SourceItem.Book book, Utf8Text text, int words) {
    return new Edition(
        id,
        book.work().id(),
        book.source(),
        book.digests().sha256(),
        book.digests().md5(),
        book.digests().size(),
        Digests.sha256(text),
        text.codePoints(),
        words,
        book.language(),
        book.extractor());
  }

  /** What an edition can be searched by. */
  static Map<String, List<String>> fields(Work work, String source) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    fields.put("work", List.of(work.id()));
    fields.put("title", List.of(work.title()));
    fields.put("author", work.authors());
    fields.put("isbn", work.isbns());
    fields.put("source", List.of(source));
    if (work.publisher() != null) {
      fields.put("publisher", List.of(work.publisher()));
    }
    return fields;
  }

  private CatalogueInfo info(String name, String asOf) {
    List<CataloguedEdition> sorted = new ArrayList<>(editions.values());
    sorted.sort(CatalogueFolder.ORDER);
    rejected.sort(Comparator.comparing(Manifest.RejectedSource::source));
    return new CatalogueInfo(
        CatalogueInfo.FORMAT,
        name,
        asOf,
        spec.toString(),
        sorted.stream().map(e -> e.work().id()).distinct().count(),
        sorted.size(),
        sorted.stream().mapToLong(e -> e.edition().words()).sum(),
        CatalogueFolder.digest(sorted, spec.toString()),
        List.copyOf(rejected),
        null);
  }
}
