package dev.bookplate.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bookplate.books.BookFacts;
import dev.bookplate.books.BookLibrary;
import dev.bookplate.books.BookSource;
import dev.bookplate.books.BookStore;
import dev.bookplate.catalogue.CataloguedEdition;
import dev.bookplate.fingerprint.FingerprintSpec;
import dev.bookplate.fingerprint.Profile;
import dev.bookplate.index.IndexException;
import dev.bookplate.index.ReferenceIndex;
import dev.bookplate.match.ReferenceLibrary;
import dev.bookplate.match.Relation;
import dev.bookplate.match.RelationFinder;
import dev.bookplate.origin.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A built catalogue on disk: {@code catalogue.json} and the folder {@code index}.
 *
 * @param path of the folder
 */
public record CatalogueFolder(Path path) {
  /** By work and source. */
  static final Comparator<CataloguedEdition> ORDER =
      Comparator.comparing((CataloguedEdition e) -> e.work().id())
          .thenComparing(e -> e.edition().source())
          .thenComparing(e -> e.edition().id());

  private static final String FILE = "catalogue.json";
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Whether a folder holds a built catalogue, and not raw material for one. */
  public static boolean isCatalogue(Path path) {
    CatalogueFolder folder = new CatalogueFolder(path);
    return Files.isRegularFile(path.resolve(FILE))
        && (folder.hasIndex() || Files.isDirectory(folder.records()));
  }

  /** Whether it may hold texts, or fingerprints of them; else it has records alone. */
  boolean hasIndex() {
    return Files.isDirectory(index());
  }

  /** Folder of the index. */
  Path index() {
    return path.resolve("index");
  }

  /**
   * What the catalogue says of itself.
   *
   * @throws CatalogueException if it is none, damaged or of another version
   */
  public CatalogueInfo info() throws IOException {
    try {
      CatalogueInfo info = MAPPER.readValue(path.resolve(FILE).toFile(), CatalogueInfo.class);
      if (!CatalogueInfo.FORMAT.equals(info.format())) {
        throw new CatalogueException(
            String.format(
                Locale.ROOT,
                "%s is a catalogue of format %s, and this program reads %s: build it again",
                path,
                info.format(),
                CatalogueInfo.FORMAT));
      }
      return info;
    } catch (NoSuchFileException | java.io.FileNotFoundException e) {
      throw new CatalogueException(path + " holds no catalogue: make one with catalogue add", e);
    } catch (JsonProcessingException e) {
      throw new CatalogueException(path.resolve(FILE) + " is damaged: build it again", e);
    }
  }

  /** Writes what the catalogue says of itself, whole or not at all. */
  void write(CatalogueInfo info) throws IOException {
    Path temporary = path.resolve(FILE + ".tmp");
    MAPPER.writeValue(temporary.toFile(), info);
    Files.move(temporary, path.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Every edition, by work and source. */
  public List<CataloguedEdition> editions() throws IOException {
    List<CataloguedEdition> editions = new ArrayList<>();
    if (!Files.isDirectory(index())) {
      return editions;
    }
    try (ReferenceIndex index = ReferenceIndex.open(index(), spec(info()))) {
      for (int i = 0; i < index.maxEdition(); i++) {
        if (index.hasEdition(i)) {
          editions.add(CataloguedEdition.fromBytes(index.payload(i)));
        }
      }
    }
    editions.sort(ORDER);
    return editions;
  }

  /** The editions that share over a fifth of their text, in canonical order. */
  public List<Relation> relations() throws IOException {
    try (ReferenceIndex opened = ReferenceIndex.open(index(), spec(info()))) {
      return Relation.fromBytes(opened.attachment());
    }
  }

  /** Opens the index; the caller closes what it gets. */
  ReferenceLibrary library() throws IOException {
    return open(List.of(ref()), spec(info()));
  }

  private AuditPlan.CatalogueRef ref() {
    return new AuditPlan.CatalogueRef(
        String.valueOf(path.getFileName()), null, path.toString(), "");
  }

  /** The fingerprint spec of a catalogue, which must be one that this program knows. */
  FingerprintSpec spec(CatalogueInfo info) throws CatalogueException {
    return Profile.ofSpec(info.spec())
        .map(Profile::spec)
        .or(() -> FingerprintSpec.sampledOf(info.spec()))
        .orElseThrow(
            () ->
                new CatalogueException(
                    path
                        + " was built with fingerprint spec "
                        + info.spec()
                        + ", which this program does not have: build it again"));
  }

  /** Opens the indexes of catalogues. */
  static ReferenceLibrary open(List<AuditPlan.CatalogueRef> catalogues, FingerprintSpec spec)
      throws IOException {
    List<ReferenceLibrary.Source> sources = new ArrayList<>();
    for (AuditPlan.CatalogueRef ref : catalogues) {
      CatalogueFolder folder = new CatalogueFolder(Path.of(ref.folder()));
      if (folder.hasIndex()) {
        sources.add(
            new ReferenceLibrary.Source(ref.name(), ref.asOf(), folder.index(), bookSource(ref)));
      }
    }
    return ReferenceLibrary.open(sources, spec);
  }

  /** The records of a catalogue, or null where it has none. */
  static BookSource bookSource(AuditPlan.CatalogueRef ref) throws IOException {
    CatalogueFolder folder = new CatalogueFolder(Path.of(ref.folder()));
    String commit = folder.info().records();
    return commit == null
        ? null
        : new BookSource(ref.name(), folder.records(), commit, date(ref.asOf()));
  }

  /** What went into the records, and how much they hold. */
  public BookFacts recordFacts() throws IOException {
    String commit = info().records();
    return commit == null ? BookFacts.NONE : BookStore.facts(records(), commit);
  }

  /** Folder of the records. */
  Path records() {
    return path.resolve("books");
  }

  /**
   * Opens the records of catalogues, leaving out those that have none; the caller closes what it
   * gets.
   *
   * @param heldOn as in {@link AuditPlan#heldOn}
   */
  public static BookLibrary books(List<AuditPlan.CatalogueRef> catalogues, String heldOn)
      throws IOException {
    List<BookSource> sources = new ArrayList<>();
    for (AuditPlan.CatalogueRef ref : catalogues) {
      BookSource source = bookSource(ref);
      if (source != null) {
        sources.add(source);
      }
    }
    return BookLibrary.open(sources, date(heldOn));
  }

  private static LocalDate date(String iso) {
    return iso == null ? null : LocalDate.parse(iso);
  }

  /**
   * Reads every byte of the index and holds it against its checksums, as every scan does.
   *
   * @throws IndexException if one does not hold
   */
  void checkIntegrity() throws IOException {
    if (hasIndex()) {
      ReferenceIndex.checkIntegrity(index());
    }
    String commit = info().records();
    if (commit != null) {
      BookStore.checkIntegrity(records(), commit);
    }
  }

  /**
   * Reads every byte of the index, holds every text against its digest and the whole against the
   * catalogue's, and finds the related works again.
   *
   * @throws CatalogueException at the first thing that does not hold
   */
  public void verify() throws IOException {
    if (SampledFolder.isSampled(path)) {
      new SampledFolder(path).verify();
      return;
    }
    CatalogueInfo info = info();
    ReferenceIndex.verify(index());
    try (ReferenceIndex opened = ReferenceIndex.open(index(), spec(info))) {
      for (int i = 0; i < opened.maxEdition(); i++) {
        if (opened.hasEdition(i)) {
          CataloguedEdition edition = CataloguedEdition.fromBytes(opened.payload(i));
          if (!Digests.sha256(opened.text(i)).equals(edition.edition().textSha256())) {
            throw new CatalogueException(
                String.format(
                    Locale.ROOT,
                    "%s: the text of %s is not the one that its digest is of: build it again",
                    path,
                    edition.edition().source()));
          }
        }
      }
      if (!Relation.fromBytes(opened.attachment()).equals(RelationFinder.within(opened))) {
        throw new CatalogueException(
            path + ": its related works are not those of its texts: build it again");
      }
    }
    String texts = digest(editions(), info.spec());
    String all = texts;
    if (info.records() != null) {
      all = CatalogueInfo.digest(texts, BookStore.verify(records(), info.records()));
    }
    if (!all.equals(info.digest())) {
      throw new CatalogueException(
          path + ": its editions are not those that its digest is of: build it again");
    }
  }

  /** Digest of editions, which must be sorted. */
  static String digest(List<CataloguedEdition> editions, String spec) {
    StringBuilder all = new StringBuilder(spec);
    for (CataloguedEdition edition : editions) {
      all.append('\n')
          .append(new String(edition.toBytes(), java.nio.charset.StandardCharsets.UTF_8));
    }
    return Digests.sha256(all.toString());
  }
}
