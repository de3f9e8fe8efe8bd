package dev.bookplate.books;

import dev.bookplate.catalogue.rows.FileFacts;
import dev.bookplate.catalogue.rows.Identifier;
import dev.bookplate.catalogue.rows.Numbers;
import dev.bookplate.index.WordQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for works by whatever somebody knows of them. */
final class BookSearch {
  /** Records that are looked at, at most: behind them nothing is better. */
  private static final int MOST = 20_000;

  private final BookStore store;
  private final Map<String, FoundWork> found = new LinkedHashMap<>();

  BookSearch(BookStore store) {
    this.store = store;
  }

  /** The best works: those that have a number first, then by words. */
  List<FoundWork> search(BookQuery query, int top) throws IOException {
    for (String id : query.ids()) {
      byId(id, true);
    }
    if (query.any() != null) {
      byId(query.any().strip(), false);
    }
    byWords(BookWords.of(query), top);
    return found.values().stream().limit(top).toList();
  }

  /**
   * By an exact name.
   *
   * @param anyNumber whether bare digits may be a number of any kind; else they may be anything
   */
  private void byId(String id, boolean anyNumber) throws IOException {
    Optional<CataloguedWork> work = store.work(id);
    if (work.isPresent()) {
      add(work.get(), "id " + id);
    }
    add(store.byKey(id), "record " + id);
    for (Identifier number : numbers(id, anyNumber)) {
      add(store.byIdentifier(number), number.kind().label() + " " + number.value());
    }
    for (FileFacts.Digest kind : FileFacts.Digest.values()) {
      Optional<String> hex = Numbers.digest(kind, id);
      boolean mayBe = anyNumber || kind != FileFacts.Digest.CRC32;
      if (hex.isPresent() && mayBe) {
        add(store.byDigest(kind, hex.get()), kind.label() + " " + hex.get());
      }
    }
  }

  private static Set<Identifier> numbers(String text, boolean anyNumber) {
    Set<Identifier> numbers = new LinkedHashSet<>();
    Stream.of(Numbers.isbn(text), Numbers.asin(text), Numbers.doi(text), Numbers.registration(text))
        .flatMap(Optional::stream)
        .forEach(numbers::add);
    if (anyNumber) {
      Stream.of(Numbers.oclc(text), Numbers.lccn(text))
          .flatMap(Optional::stream)
          .forEach(numbers::add);
      numbers.add(new Identifier(Identifier.Kind.RENEWAL, text));
      numbers.add(new Identifier(Identifier.Kind.RECORD, text));
    }
    return numbers;
  }

  private void add(List<BookRecord> records, String by) throws IOException {
    for (BookRecord record : records) {
      if (!found.containsKey(record.workId())) {
        add(store.work(record.workId()).orElseThrow(), by);
      }
    }
  }

  private void add(CataloguedWork work, String by) {
    found.putIfAbsent(work.work().id(), new FoundWork(work, by, 0));
  }

  /** A work may have many records: more are asked for until there are enough works. */
  private void byWords(WordQuery words, int top) throws IOException {
    int wanted = Math.min(MOST, 4 * top);
    List<BookCandidate> records = store.search(words, wanted);
    while (works(records) < top && records.size() == wanted && wanted < MOST) {
      wanted = Math.min(MOST, 4 * wanted);
      records = store.search(words, wanted);
    }
    List<FoundWork> byWords = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (BookCandidate candidate : records) {
      String id = candidate.record().workId();
      if (seen.add(id) && seen.size() <= top) {
        CataloguedWork work = store.work(id).orElseThrow();
        byWords.add(new FoundWork(work, null, candidate.score()));
      }
    }
    byWords.forEach(work -> found.putIfAbsent(work.work().work().id(), work));
  }

  private static long works(List<BookCandidate> records) {
    return records.stream().map(each -> each.record().workId()).distinct().count();
  }
}
