package dev.bookplate.match;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.bookplate.books.BookSource;
import dev.bookplate.books.BookStore;
import dev.bookplate.books.CataloguedWork;
import dev.bookplate.catalogue.CataloguedEdition;
import dev.bookplate.catalogue.Work;
import dev.bookplate.fingerprint.FingerprintSpec;
import dev.bookplate.fingerprint.PassageFingerprinter;
import dev.bookplate.fingerprint.ShingleSet;
import dev.bookplate.index.Lookup;
import dev.bookplate.index.LookupCounts;
import dev.bookplate.index.ReferenceIndex;
import dev.bookplate.text.Words;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * Everything that is looked for: one or more catalogues, open. Editions are numbered through all of
 * them. May be used by many threads, a {@link Finder} each.
 */
public final class ReferenceLibrary implements Closeable {
  /**
   * Words of editions that are kept cut, in bytes: about 250 novels, and never much of the heap.
   */
  private static final long CACHE = Math.min(512L << 20, Runtime.getRuntime().maxMemory() / 4);

  /**
   * A catalogue to open.
   *
   * @param name of the catalogue
   * @param asOf its date, or null
   * @param index folder of its index
   * @param books what else is known of its works, or null
   */
  public record Source(String name, String asOf, Path index, BookSource books) {
    /** Of which nothing else is known. */
    public Source(String name, String asOf, Path index) {
      this(name, asOf, index, null);
    }
  }

  private record Shelf(Source source, ReferenceIndex index, BookStore books, int base) {}

  private final FingerprintSpec spec;
  private final List<Shelf> shelves = new ArrayList<>();
  private RelatedWorks related;
  private BookTable books;
  private final Cache<Integer, Words> words =
      CacheBuilder.newBuilder()
          .maximumWeight(CACHE)
          .weigher((Integer edition, Words w) -> (int) Math.min(Integer.MAX_VALUE, w.bytes()))
          .build();
  private final Cache<Integer, Finding.Reference> references =
      CacheBuilder.newBuilder().maximumSize(100_000).build();
  private final Cache<Integer, Integer> fingerprints =
      CacheBuilder.newBuilder().maximumSize(100_000).build();
  private final Cache<Integer, LicenceParts> licences =
      CacheBuilder.newBuilder().maximumSize(100_000).build();

  private final Cache<Integer, ShingleSet> shingles =
      CacheBuilder.newBuilder().maximumSize(10_000).build();

  private ReferenceLibrary(FingerprintSpec spec) {
    this.spec = spec;
  }

  /** Opens catalogues, of which there may be none; the caller closes what it gets. */
  public static ReferenceLibrary open(List<Source> sources, FingerprintSpec spec)
      throws IOException {
    ReferenceLibrary library = new ReferenceLibrary(spec);
    try {
      int base = 0;
      for (Source source : sources) {
        ReferenceIndex index = ReferenceIndex.open(source.index(), spec);
        library.shelves.add(new Shelf(source, index, null, base));
        if (source.books() != null) {
          BookStore books = BookStore.open(source.books(), null);
          library.shelves.removeLast();
          library.shelves.add(new Shelf(source, index, books, base));
        }
        base += index.maxEdition();
      }
      return library;
    } catch (IOException | RuntimeException e) {
      library.close();
      throw e;
    }
  }

  /** The spec of its fingerprints. */
  public FingerprintSpec spec() {
    return spec;
  }

  /** What is told to {@link #forEach}. */
  @FunctionalInterface
  public interface Visitor {
    /** One edition. */
    void edition(Finding.Reference reference) throws IOException;
  }

  /** What is told to {@link #forEachNumber}. */
  @FunctionalInterface
  public interface NumberVisitor {
    /** One edition and its number, which holds as long as the library is open. */
    void edition(int number, Finding.Reference reference) throws IOException;
  }

  /** Tells of every edition, catalogue by catalogue, in no particular order within one. */
  public void forEach(Visitor visitor) throws IOException {
    forEachNumber((number, reference) -> visitor.edition(reference));
  }

  /** Tells of every edition with its number, in the order of {@link #forEach}. */
  public void forEachNumber(NumberVisitor visitor) throws IOException {
    for (Shelf shelf : shelves) {
      for (int i = 0; i < shelf.index.maxEdition(); i++) {
        if (shelf.index.hasEdition(i)) {
          visitor.edition(shelf.base + i, read(shelf, i));
        }
      }
    }
  }

  /** Its editions, to be looked up by anything but their text: read when first asked for. */
  public synchronized KnownBooks books() throws IOException {
    if (books == null) {
      List<Finding.Reference> all = new ArrayList<>();
      forEach(all::add);
      all.sort(
          Comparator.comparing(Finding.Reference::catalogue)
              .thenComparing(r -> r.work().id())
              .thenComparing(r -> r.edition().id()));
      books = new BookTable();
      all.forEach(books::add);
    }
    return books;
  }

  /** Bytes of the filters, which a scan holds in memory. */
  public long filterBytes() {
    return shelves.stream().mapToLong(s -> s.index.filterBytes()).sum();
  }

  /** The work and edition of a number. */
  public Finding.Reference reference(int edition) throws IOException {
    return cached(references, edition, shelf -> read(shelf, edition - shelf.base));
  }

  /** The words of an edition, by its number. */
  public Words words(int edition) throws IOException {
    return cached(words, edition, shelf -> Words.of(shelf.index.text(edition - shelf.base)));
  }

  /** How many fingerprints an edition without text has. */
  int fingerprints(int edition) throws IOException {
    return cached(
        fingerprints, edition, shelf -> shelf.index.fingerprints(edition - shelf.base).length);
  }

  /** The fingerprints of an edition without text, keyed, ascending. */
  long[] fingerprintSet(int edition) throws IOException {
    Shelf shelf = shelf(edition);
    return shelf.index.fingerprints(edition - shelf.base);
  }

  /** What of an edition is not the book. */
  LicenceParts licence(int edition) throws IOException {
    Words ref = words(edition);
    return cached(licences, edition, shelf -> LicenceParts.of(ref));
  }

  /**
   * Whether two works are related. Within a catalogue that is stored; between catalogues it is
   * found out when it is asked for the first time.
   */
  public boolean related(Finding.Reference one, Finding.Reference other) throws IOException {
    return relatedWorks().related(one, other);
  }

  private synchronized RelatedWorks relatedWorks() throws IOException {
    if (related == null) {
      RelatedWorks all = new RelatedWorks();
      for (Shelf shelf : shelves) {
        String name = shelf.source.name();
        Relation.fromBytes(shelf.index.attachment()).forEach(r -> all.add(r, name, name));
      }
      if (shelves.size() > 1) {
        RelationFinder.across(shelves.stream().map(Shelf::index).toList())
            .forEach(found -> add(found, all));
      }
      related = all;
    }
    return related;
  }

  private void add(RelationFinder.Found found, RelatedWorks all) {
    boolean inOrder = found.aIsLarger();
    all.add(
        found.relation(),
        shelf(inOrder ? found.a() : found.b()).source.name(),
        shelf(inOrder ? found.b() : found.a()).source.name());
  }

  /** The shingles of an edition: the sketch that its catalogue holds, and how many they are. */
  ShingleSet shingles(int edition) throws IOException {
    return cached(shingles, edition, shelf -> shingles(shelf, edition - shelf.base));
  }

  private ShingleSet shingles(Shelf shelf, int local) throws IOException {
    PassageFingerprinter fingerprinter = new PassageFingerprinter(spec);
    fingerprinter.fingerprint(shelf.index.text(local));
    return new ShingleSet(shelf.index.sketch(local), fingerprinter.shingles().size());
  }

  private static Finding.Reference read(Shelf shelf, int local) throws IOException {
    CataloguedEdition stored = CataloguedEdition.fromBytes(shelf.index.payload(local));
    Work work = stored.work();
    if (shelf.books != null) {
      work = shelf.books.workOfText(stored.edition().id()).map(CataloguedWork::work).orElse(work);
    }
    return new Finding.Reference(work, stored.edition(), shelf.source.name(), shelf.source.asOf());
  }

  private interface Loader<V> {
    V load(Shelf shelf) throws IOException;
  }

  private <V> V cached(Cache<Integer, V> cache, int edition, Loader<V> loader) throws IOException {
    try {
      return cache.get(edition, () -> loader.load(shelf(edition)));
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    }
  }

  private Shelf shelf(int edition) {
    Shelf found = shelves.get(0);
    for (Shelf shelf : shelves) {
      if (shelf.base <= edition) {
        found = shelf;
      }
    }
    return found;
  }

  /** A way to look fingerprints up in all catalogues, for one thread. */
  Finder finder() throws IOException {
    return new Finder();
  }

  /** Looks fingerprints up in all catalogues. Belongs to one thread. */
  final class Finder {
    private final List<Lookup> lookups = new ArrayList<>();

    private Finder() throws IOException {
      for (Shelf shelf : shelves) {
        lookups.add(shelf.index.lookup());
      }
    }

    /** Places by {@link Lookup#find}, catalogue by catalogue. */
    void find(long[] hashes, int count, Lookup.Sink sink) throws IOException {
      for (int i = 0; i < lookups.size(); i++) {
        int base = shelves.get(i).base;
        lookups
            .get(i)
            .find(hashes, count, (f, edition, word) -> sink.place(f, base + edition, word));
      }
    }

    /** Places by {@link Lookup#search}, catalogue by catalogue. */
    void search(PassageFingerprinter document, Lookup.SearchSink sink) throws IOException {
      for (int i = 0; i < lookups.size(); i++) {
        int base = shelves.get(i).base;
        lookups
            .get(i)
            .search(
                document,
                (f, edition, word, mayGoOn) -> sink.place(f, base + edition, word, mayGoOn));
      }
    }

    /** What all lookups have cost so far. */
    LookupCounts counts() {
      return lookups.stream().map(Lookup::counts).reduce(LookupCounts.NONE, LookupCounts::plus);
    }

    /** Bytes of some words of an edition, as {@link Lookup#words} gives them. */
    int words(int edition, int from, int count, byte[] into) throws IOException {
      int i = shelves.size() - 1;
      while (shelves.get(i).base > edition) {
        i--;
      }
      return lookups.get(i).words(edition - shelves.get(i).base, from, count, into);
    }
  }

  @Override
  public void close() {
    for (Shelf shelf : shelves) {
      try {
        shelf.index.close();
        if (shelf.books != null) {
          shelf.books.close();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
