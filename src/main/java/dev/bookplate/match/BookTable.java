package dev.bookplate.match;

import dev.bookplate.catalogue.Edition;
import dev.bookplate.catalogue.Work;
import dev.bookplate.catalogue.rows.BookNames;
import dev.bookplate.catalogue.rows.FileFacts;
import dev.bookplate.catalogue.rows.FileFacts.Digest;
import dev.bookplate.catalogue.rows.Identifier;
import dev.bookplate.catalogue.rows.Numbers;
import dev.bookplate.catalogue.titles.TitleFilter;
import dev.bookplate.catalogue.titles.TitleKeys;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Books in memory: those of catalogues whose text, or whose fingerprints, are held. Filled once,
 * then only read.
 */
final class BookTable implements KnownBooks {
  /** Books of one title that are candidates: of a title that more have, no more can be told. */
  private static final int MOST = 1000;

  /** A title of more words is not looked up with a word misspelt. */
  private static final int MOST_WORDS = 12;

  private final Map<Digest, Map<String, List<KnownBook>>> digests = new EnumMap<>(Digest.class);
  private final Map<Identifier, List<KnownBook>> identifiers = new HashMap<>();
  private final Map<String, List<KnownBook>> titles = new HashMap<>();
  private final TitleFilter filter = new TitleFilter();

  /** Titles by what is left of them where one word is left out. */
  private final Map<String, Set<String>> nearly = new HashMap<>();

  /** Adds an edition. */
  void add(Finding.Reference reference) {
    Work work = reference.work();
    Edition edition = reference.edition();
    BookNames names =
        new BookNames(
            work.title(),
            null,
            work.authors(),
            null,
            work.publisher(),
            work.year(),
            edition.language());
    KnownBook book =
        new KnownBook(
            reference.catalogue() + "\n" + edition.id(),
            names,
            facts(edition),
            reference.file(),
            () -> reference);
    book.file()
        .digests()
        .forEach(
            (kind, hex) -> add(hex, book, digests.computeIfAbsent(kind, k -> new HashMap<>())));
    work.isbns()
        .forEach(isbn -> add(new Identifier(Identifier.Kind.ISBN, isbn), book, identifiers));
    if (work.asin() != null) {
      add(new Identifier(Identifier.Kind.ASIN, work.asin()), book, identifiers);
    }
    work.registrations()
        .forEach(r -> Numbers.registration(r).ifPresent(id -> add(id, book, identifiers)));
    String key = TitleKeys.of(names);
    if (!key.isEmpty()) {
      add(key, book, titles);
      filter.add(key);
      withoutOne(key).forEach(k -> nearly.computeIfAbsent(k, n -> new LinkedHashSet<>()).add(key));
    }
  }

  private static FileFacts facts(Edition edition) {
    Map<Digest, String> digests = new EnumMap<>(Digest.class);
    if (edition.md5() != null) {
      digests.put(Digest.MD5, edition.md5());
    }
    if (edition.sha256() != null) {
      digests.put(Digest.SHA256, edition.sha256());
    }
    return new FileFacts(edition.source(), null, edition.size(), digests);
  }

  private static <K> void add(K key, KnownBook book, Map<K, List<KnownBook>> table) {
    table.computeIfAbsent(key, k -> new ArrayList<>(1)).add(book);
  }

  private static Set<String> withoutOne(String key) {
    String[] words = key.split(" ", -1);
    Set<String> keys = new LinkedHashSet<>();
    for (int i = 0; i < words.length && words.length > 1 && words.length <= MOST_WORDS; i++) {
      StringBuilder left = new StringBuilder();
      for (int j = 0; j < words.length; j++) {
        left.append(j == i ? "" : words[j]).append(' ');
      }
      keys.add(i + " " + left);
    }
    return keys;
  }

  @Override
  public Set<Digest> digestKinds() {
    Set<Digest> kinds = EnumSet.noneOf(Digest.class);
    kinds.addAll(digests.keySet());
    return kinds;
  }

  @Override
  public List<KnownBook> withDigest(Digest kind, String hex) {
    return digests.getOrDefault(kind, Map.of()).getOrDefault(hex, List.of());
  }

  @Override
  public List<KnownBook> withIdentifier(Identifier identifier) {
    return identifiers.getOrDefault(identifier, List.of());
  }

  @Override
  public List<KnownBook> titled(BookNames said) {
    return !titles.isEmpty() && filter.mayHold(said)
        ? titles.getOrDefault(TitleKeys.of(said), List.of()).stream().limit(MOST).toList()
        : List.of();
  }

  @Override
  public List<KnownBook> called(BookNames said) {
    List<String> keys =
        !titles.isEmpty() && filter.mayHoldAny(said) ? TitleKeys.all(said) : List.of();
    return keys.stream()
        .filter(titles::containsKey)
        .flatMap(k -> titles.get(k).stream())
        .limit(MOST)
        .toList();
  }

  @Override
  public List<KnownBook> nearly(BookNames said) {
    if (nearly.isEmpty()) {
      return List.of();
    }
    Set<String> keys = new LinkedHashSet<>();
    TitleKeys.all(said).stream()
        .limit(1)
        .flatMap(key -> withoutOne(key).stream())
        .forEach(k -> keys.addAll(nearly.getOrDefault(k, Set.of())));
    return keys.stream().flatMap(k -> titles.get(k).stream()).limit(MOST).toList();
  }
}
