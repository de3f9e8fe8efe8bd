package dev.bookplate.books;

import dev.bookplate.catalogue.rows.FileFacts;
import dev.bookplate.catalogue.rows.Identifier;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The records of the catalogues that are looked for, open: what there is to know of books without
 * their text. May be used by many threads. All answers are in the order of the catalogues, and
 * within one in the order that {@link BookStore} gives.
 */
public final class BookLibrary implements Closeable {
  private final List<BookStore> stores = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final Set<FileFacts.Digest> kinds = EnumSet.noneOf(FileFacts.Digest.class);

  private BookLibrary() {}

  /**
   * Opens catalogues, of which there may be none; the caller closes what it gets.
   *
   * @param heldOn the day of which it is asked what was held: records that are dated later are as
   *     if they were not there, those without a date are there; null for all
   */
  public static BookLibrary open(List<BookSource> sources, LocalDate heldOn) throws IOException {
    BookLibrary library = new BookLibrary();
    try {
      for (BookSource source : sources) {
        BookStore store = BookStore.open(source, heldOn);
        library.stores.add(store);
        library.names.add(source.catalogue());
        library.kinds.addAll(store.digestKinds());
      }
      return library;
    } catch (IOException | RuntimeException e) {
      library.close();
      throw e;
    }
  }

  /** Whether no catalogue has records. */
  public boolean isEmpty() {
    return stores.stream().allMatch(store -> store.size() == 0);
  }

  /** Whether any record stands for no text that its catalogue holds. */
  public boolean hasRows() {
    // a shelf has no digest of its own
    return stores.stream()
        .flatMap(store -> store.facts().sources().stream())
        .anyMatch(source -> source.sha256() != null && source.read() > 0);
  }

  /** The kinds of digest that any record has: no other need be computed. */
  public Set<FileFacts.Digest> digestKinds() {
    return EnumSet.copyOf(kinds);
  }

  /**
   * Whether any record has a digest, dated later or not: cheap, and no record is read.
   *
   * @param hex lower case, as many digits as the kind has
   */
  public boolean mayHold(FileFacts.Digest kind, String hex) throws IOException {
    for (BookStore store : stores) {
      if (store.mayHold(kind, hex)) {
        return true;
      }
    }
    return false;
  }

  /** The records of files with a digest. */
  public List<BookRecord> byDigest(FileFacts.Digest kind, String hex) throws IOException {
    return fromAll(store -> store.byDigest(kind, hex));
  }

  /** The records with a number of a book. */
  public List<BookRecord> byIdentifier(Identifier identifier) throws IOException {
    return fromAll(store -> store.byIdentifier(identifier));
  }

  /** The records with a main title, by {@link BookStore#byTitle}. */
  public List<BookRecord> byTitle(String key, int most) throws IOException {
    return fromAll(store -> store.byTitle(key, most));
  }

  /** The records that their source calls so. */
  public List<BookRecord> byKey(String key) throws IOException {
    return fromAll(store -> store.byKey(key));
  }

  /**
   * The records that may be of a book, by {@link BookStore#candidates}.
   *
   * @param top how many of each catalogue, at most
   */
  public List<BookCandidate> candidates(String title, List<String> authors, int top)
      throws IOException {
    return fromAll(store -> store.candidates(title, authors, top));
  }

  /** The work of a record. */
  public CataloguedWork work(BookRecord record) throws IOException {
    return work(record.catalogue(), record.workId()).orElseThrow();
  }

  /** A work of a catalogue; empty where it has no record that is not left out. */
  public Optional<CataloguedWork> work(String catalogue, String workId) throws IOException {
    int store = names.indexOf(catalogue);
    return store < 0 ? Optional.empty() : stores.get(store).work(workId);
  }

  /** What is told to {@link #forEachWork}. */
  @FunctionalInterface
  public interface WorkVisitor {
    /** One work of a catalogue. */
    void work(String catalogue, CataloguedWork work) throws IOException;
  }

  /** Tells of every work of which a record is not left out, by catalogue and id. */
  public void forEachWork(WorkVisitor visitor) throws IOException {
    for (int i = 0; i < stores.size(); i++) {
      String catalogue = names.get(i);
      stores.get(i).forEachWork(work -> visitor.work(catalogue, work));
    }
  }

  private interface Question<V> {
    List<V> ask(BookStore store) throws IOException;
  }

  private <V> List<V> fromAll(Question<V> question) throws IOException {
    List<V> answers = new ArrayList<>();
    for (BookStore store : stores) {
      answers.addAll(question.ask(store));
    }
    return answers;
  }

  @Override
  public void close() {
    for (BookStore store : stores) {
      try {
        store.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
