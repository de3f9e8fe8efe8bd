package dev.bookplate.match;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.bookplate.books.BookCandidate;
import dev.bookplate.books.BookLibrary;
import dev.bookplate.books.BookRecord;
import dev.bookplate.catalogue.Work;
import dev.bookplate.catalogue.rows.BookNames;
import dev.bookplate.catalogue.rows.FileFacts.Digest;
import dev.bookplate.catalogue.rows.Identifier;
import dev.bookplate.catalogue.titles.TitleKeys;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/**
 * Books of which catalogues have rows and no text. Records that stand for a text are left to the
 * library of texts.
 */
public final class RowBooks implements KnownBooks {
  /** Rows of one title that are candidates: of a title that more have, no more can be told. */
  private static final int MOST_OF_TITLE = 200;

  /** Rows that a search by words brings. */
  private static final int MOST_FOUND = 20;

  private final BookLibrary library;
  private final Map<String, String> asOf;
  private final Cache<List<String>, Work> works =
      CacheBuilder.newBuilder().maximumSize(10_000).build();

  /**
   * Of records, as long as they are open.
   *
   * @param asOf the catalogues' dates, by their names
   */
  public RowBooks(BookLibrary library, Map<String, String> asOf) {
    this.library = library;
    this.asOf = Map.copyOf(asOf);
  }

  @Override
  public Set<Digest> digestKinds() {
    return library.digestKinds();
  }

  @Override
  public List<KnownBook> withDigest(Digest kind, String hex) throws IOException {
    return known(library.byDigest(kind, hex));
  }

  @Override
  public List<KnownBook> withIdentifier(Identifier identifier) throws IOException {
    return known(library.byIdentifier(identifier));
  }

  @Override
  public List<KnownBook> titled(BookNames said) throws IOException {
    String key = TitleKeys.of(said);
    return key.isEmpty() ? List.of() : known(library.byTitle(key, MOST_OF_TITLE));
  }

  @Override
  public List<KnownBook> called(BookNames said) throws IOException {
    List<BookRecord> records = new ArrayList<>();
    for (String key : TitleKeys.all(said)) {
      records.addAll(library.byTitle(key, MOST_OF_TITLE));
    }
    return known(records);
  }

  @Override
  public List<KnownBook> nearly(BookNames said) throws IOException {
    if (said.authors().isEmpty() || said.title().indexOf(' ') < 0) {
      // nothing to hold it against
      return List.of();
    }
    return known(
        library.candidates(said.title(), said.authors(), MOST_FOUND).stream()
            .map(BookCandidate::record)
            .toList());
  }

  private List<KnownBook> known(List<BookRecord> records) {
    Map<String, KnownBook> known = new LinkedHashMap<>();
    for (BookRecord record : records) {
      if (record.editionId() == null) {
        String id = record.catalogue() + "\n#" + record.number();
        known.putIfAbsent(id, known(id, record));
      }
    }
    return List.copyOf(known.values());
  }

  private KnownBook known(String id, BookRecord record) {
    String row = BookRecord.told(record.catalogue(), record.row());
    return new KnownBook(
        id, record.row().names(), record.row().file(), row, () -> reference(record));
  }

  private Finding.Reference reference(BookRecord record) throws IOException {
    Work work = work(record);
    return new Finding.Reference(work, null, record.catalogue(), asOf.get(record.catalogue()));
  }

  private Work work(BookRecord record) throws IOException {
    try {
      return works.get(
          List.of(record.catalogue(), record.workId()), () -> library.work(record).work());
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    }
  }
}
