package dev.bookplate.match;

import dev.bookplate.catalogue.CataloguedEdition;
import dev.bookplate.catalogue.Edition;
import dev.bookplate.catalogue.Rights;
import dev.bookplate.catalogue.Work;
import dev.bookplate.fingerprint.FingerprintKey;
import dev.bookplate.fingerprint.FingerprintSpec;
import dev.bookplate.fingerprint.MinHash;
import dev.bookplate.index.IndexBuilder;
import dev.bookplate.index.ReferenceEntry;
import dev.bookplate.index.SampledEntry;
import dev.bookplate.origin.Origin;
import dev.bookplate.origin.Utf8Text;
import dev.bookplate.text.Words;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A catalogue of invented works in a folder, and a matcher over it. */
final class Library implements Closeable {
  /**
   * A book to be catalogued.
   *
   * @param work its id
   * @param author or an empty string
   * @param edition id of the edition
   * @param text of it
   * @param year or null
   */
  record Book(String work, String author, String edition, String text, Integer year) {
    Book(String work, String text) {
      this(work, "author of " + work, work + "-1", text);
    }

    Book(String work, String author, String edition, String text) {
      this(work, author, edition, text, null);
    }

    Book of(int published) {
      return new Book(work, author, edition, text, published);
    }
  }

  private final ReferenceLibrary library;
  private final ReferenceLibrary background;
  private final Matcher matcher;

  private final List<SampledLibrary> sampled;

  private Library(ReferenceLibrary library, ReferenceLibrary background, int quoteWords)
      throws IOException {
    this(library, List.of(), background, quoteWords);
  }

  private Library(
      ReferenceLibrary library,
      List<SampledLibrary> sampled,
      ReferenceLibrary background,
      int quoteWords)
      throws IOException {
    this.library = library;
    this.sampled = sampled;
    this.background = background;
    matcher = new Matcher(library, sampled, background, quoteWords);
  }

  static Library of(Path folder, List<Book> books) throws IOException {
    return of(folder, books, 60);
  }

  static Library of(Path folder, List<Book> books, int quoteWords) throws IOException {
    build(folder, books, FingerprintSpec.STANDARD);
    return new Library(open("test", folder), open(List.of()), quoteWords);
  }

  /** With fingerprints of another spec than the usual. */
  static Library of(Path folder, List<Book> books, FingerprintSpec spec) throws IOException {
    build(folder, books, spec);
    List<ReferenceLibrary.Source> source =
        List.of(new ReferenceLibrary.Source("test", null, folder));
    return new Library(
        ReferenceLibrary.open(source, spec), ReferenceLibrary.open(List.of(), spec), 60);
  }

  /** With texts that explain matches away. */
  static Library of(Path folder, List<Book> books, List<Book> background) throws IOException {
    build(folder.resolve("sought"), books, FingerprintSpec.STANDARD);
    build(folder.resolve("background"), background, FingerprintSpec.STANDARD);
    return new Library(
        open("test", folder.resolve("sought")), open("known", folder.resolve("background")), 60);
  }

  /** A catalogue that got its books one after the other, each with a commit. */
  static Library oneByOne(Path folder, List<Book> books) throws IOException {
    for (Book book : books) {
      build(folder, List.of(book));
    }
    return new Library(open("test", folder), open(List.of()), 60);
  }

  /** A catalogue for each list, named by its number. */
  static Library ofMany(Path folder, List<List<Book>> catalogues) throws IOException {
    List<ReferenceLibrary.Source> sources = new ArrayList<>();
    for (int i = 0; i < catalogues.size(); i++) {
      Path each = folder.resolve(String.valueOf(i));
      build(each, catalogues.get(i));
      sources.add(new ReferenceLibrary.Source("catalogue " + i, null, each));
    }
    return new Library(open(sources), open(List.of()), 60);
  }

  /** Of some books the text, and of others only fingerprints, in a catalogue of their own. */
  static Library of(Path folder, List<Book> whole, FingerprintKey key, List<Book> textFree)
      throws IOException {
    build(folder.resolve("whole"), whole);
    build(folder.resolve("kept"), textFree);
    Path handedOver = folder.resolve("text-free");
    Sampler sampler = new Sampler(key);
    try (ReferenceLibrary kept = open("kept", folder.resolve("kept"));
        IndexBuilder builder = IndexBuilder.open(handedOver, sampler.spec())) {
      kept.forEachNumber((number, of) -> builder.add(textFree(sampler, kept, number, of)));
      builder.commit();
    }
    ReferenceLibrary opened =
        ReferenceLibrary.open(
            List.of(new ReferenceLibrary.Source("text-free", null, handedOver)), sampler.spec());
    return new Library(
        open("test", folder.resolve("whole")),
        List.of(new SampledLibrary(opened, key)),
        open(List.of()),
        60);
  }

  private static SampledEntry textFree(
      Sampler sampler, ReferenceLibrary kept, int number, Finding.Reference of) throws IOException {
    long[] set = sampler.fingerprints(kept, number);
    return new SampledEntry(
        of.edition().id(),
        Map.of(),
        new CataloguedEdition(of.work(), of.edition()).toBytes(),
        set,
        MinHash.ofFingerprints(sampler.spec(), set));
  }

  private static ReferenceLibrary open(String name, Path folder) throws IOException {
    return open(List.of(new ReferenceLibrary.Source(name, null, folder)));
  }

  private static ReferenceLibrary open(List<ReferenceLibrary.Source> sources) throws IOException {
    return ReferenceLibrary.open(sources, FingerprintSpec.STANDARD);
  }

  static void build(Path folder, List<Book> books) throws IOException {
    build(folder, books, FingerprintSpec.STANDARD);
  }

  private static void build(Path folder, List<Book> books, FingerprintSpec spec)
      throws IOException {
    try (IndexBuilder builder = IndexBuilder.open(folder, spec)) {
      for (Book book : books) {
        Utf8Text text = Utf8Text.of(book.text);
        CataloguedEdition edition = new CataloguedEdition(work(book), edition(book, text));
        builder.add(new ReferenceEntry(book.edition, Map.of(), edition.toBytes(), text));
      }
      builder.commit(index -> Relation.toBytes(RelationFinder.within(index)));
    }
  }

  private static Work work(Book book) {
    List<String> authors = book.author.isEmpty() ? List.of() : List.of(book.author);
    return new Work(
        book.work,
        "Title of " + book.work,
        authors,
        List.of(),
        null,
        null,
        book.year,
        null,
        List.of(),
        Rights.UNKNOWN,
        null);
  }

  private static Edition edition(Book book, Utf8Text text) {
    return new Edition(
        book.edition,
        book.work,
        book.edition + ".txt",
        "00",
        "00",
        text.length(),
        "00",
        text.codePoints(),
        Words.of(text).count(),
        null,
        "test 1");
  }

  /** The fingerprints of the first edition as they are handed over without its text. */
  long[] sampled(FingerprintKey key) throws IOException {
    return new Sampler(key).fingerprints(library, 0);
  }

  List<Finding> match(String text) throws IOException {
    Utf8Text utf8 = Utf8Text.of(text);
    Origin origin = new Origin("corpus", "file", null, 0, 0, utf8.length());
    return matcher.match(
        utf8,
        () ->
            new Finding.FoundDocument(
                origin,
                "text",
                "id",
                "00",
                utf8.codePoints(),
                matcher.words(),
                null,
                "test 1",
                null,
                null,
                null,
                null));
  }

  /** The one finding that there must be. */
  Finding only(String text) throws IOException {
    List<Finding> findings = match(text);
    if (findings.size() != 1) {
      throw new AssertionError(findings.size() + " findings: " + findings);
    }
    return findings.get(0);
  }

  /** Passages of each work, by its id. */
  Map<String, List<Passage>> passages(String text) throws IOException {
    Map<String, List<Passage>> passages = new java.util.TreeMap<>();
    for (Finding finding : match(text)) {
      passages.put(finding.reference().work().id(), new ArrayList<>(finding.passages()));
    }
    return passages;
  }

  @Override
  public void close() {
    library.close();
    sampled.forEach(each -> each.library().close());
    background.close();
  }
}
