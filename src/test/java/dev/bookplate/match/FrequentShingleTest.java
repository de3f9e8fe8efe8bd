package dev.bookplate.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.fingerprint.FingerprintSpec;
import dev.bookplate.fingerprint.PassageFingerprinter;
import dev.bookplate.fingerprint.Profile;
import dev.bookplate.fingerprint.Prose;
import dev.bookplate.origin.Utf8Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * The promise where it is dearest: a shingle of the run is the most frequent of the whole
 * catalogue, and of the run's shingles it has the smallest hash, so that little else of the run is
 * fingerprinted.
 */
class FrequentShingleTest {
  private static final int RUN = 25;
  private static final int BOOKS = 240;
  private static final int SHARERS = 40;

  private static final Map<Profile, Shelf> SHELVES = new EnumMap<>(Profile.class);
  private static Path folder;

  /** A catalogue, and what its books are made of. */
  private record Shelf(
      Library library, List<String> frequent, List<String> heavy, List<String> shared) {}

  @BeforeContainer
  static void build() throws IOException {
    folder = Files.createTempDirectory("frequent");
    for (Profile profile : Profile.values()) {
      SHELVES.put(profile, shelf(profile));
    }
  }

  @AfterContainer
  static void close() throws IOException {
    SHELVES.values().forEach(s -> s.library.close());
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static Shelf shelf(Profile profile) throws IOException {
    List<String> frequent = smallest(profile.spec());
    // one book that says it over and over, and a shelf of books that each say it often
    List<String> heavy = saying(frequent, 500, 6, 1);
    List<String> shared = run(frequent, new Prose(77));
    List<Library.Book> books = new ArrayList<>();
    books.add(new Library.Book("heavy", Prose.plain(heavy)));
    for (int b = 1; b < BOOKS; b++) {
      List<String> book = saying(frequent, 8, 14, 100 + b);
      if (b < SHARERS) {
        int[] places = {0, book.size() / 2, book.size()};
        book.addAll(places[b % 3], shared);
      }
      books.add(new Library.Book("book-" + b, Prose.plain(book)));
    }
    Library library = Library.of(folder.resolve(profile.label()), books, profile.spec());
    return new Shelf(library, frequent, heavy, shared);
  }

  /** Of many shingles the one with the smallest hash: it wins every window that it is in. */
  private static List<String> smallest(FingerprintSpec spec) {
    PassageFingerprinter fingerprinter = new PassageFingerprinter(spec);
    Prose prose = new Prose(4);
    List<String> best = null;
    long smallest = Long.MAX_VALUE;
    for (int i = 0; i < 20_000; i++) {
      List<String> words = prose.words(spec.shingle(), 0);
      fingerprinter.fingerprint(Utf8Text.of(Prose.plain(words)));
      if (fingerprinter.hashes()[0] < smallest) {
        smallest = fingerprinter.hashes()[0];
        best = words;
      }
    }
    return best;
  }

  /** The shingle so many times, with up to so many other words after each. */
  private static List<String> saying(List<String> frequent, int times, int between, long seed) {
    Random random = new Random(seed);
    Prose prose = new Prose(seed);
    List<String> words = new ArrayList<>(prose.words(random.nextInt(3), 0));
    for (int t = 0; t < times; t++) {
      words.addAll(frequent);
      words.addAll(prose.words(1 + random.nextInt(between), 0));
    }
    return words;
  }

  /** A run that holds the shingle as often as there is room for it. */
  private static List<String> run(List<String> frequent, Prose prose) {
    List<String> run = new ArrayList<>();
    while (run.size() < RUN) {
      run.addAll(prose.words(1, 0));
      run.addAll(frequent);
    }
    return new ArrayList<>(run.subList(0, RUN));
  }

  /** Whether all of a run is in passages, of which one has as many words unbroken. */
  private static boolean holds(List<Passage> passages, String document, String run) {
    int at = document.indexOf(run);
    int from = document.codePointCount(0, at);
    int to = from + run.codePointCount(0, run.length());
    List<Passage> here =
        passages == null
            ? List.of()
            : passages.stream()
                .filter(p -> p.document().start() < to && p.document().end() > from)
                .toList();
    return here.stream().anyMatch(p -> p.longestRunWords() >= RUN)
        && here.stream().mapToInt(p -> p.document().start()).min().orElseThrow() <= from + 8
        && here.stream().mapToInt(p -> p.document().end()).max().orElseThrow() >= to - 8;
  }

  private static String document(Shelf shelf, String run, int around, int place, int seed) {
    String before = Prose.plain(saying(shelf.frequent, around, 9, 5000 + seed));
    String behind = Prose.plain(saying(shelf.frequent, around, 9, 9000 + seed));
    return switch (place) {
      case 0 -> run + "\n" + behind;
      case 1 -> before + "\n" + run;
      default -> before + "\n" + run + "\n" + behind;
    };
  }

  @Property(tries = 120, seed = "31")
  void aRunOfABookThatRepeatsItIsFound(
      @ForAll Profile profile,
      @ForAll @IntRange(max = 100_000) int seed,
      @ForAll @IntRange(max = 2) int place)
      throws IOException {
    Shelf shelf = SHELVES.get(profile);
    Random random = new Random(seed);
    int last = shelf.heavy.size() - RUN;
    int from = seed % 8 == 0 ? 0 : seed % 8 == 1 ? last : random.nextInt(last);
    List<String> words = shelf.heavy.subList(from, from + RUN);
    String run = seed % 2 == 0 ? Prose.plain(words) : new Prose(seed).altered(words);
    int around = new int[] {0, 3, 15}[seed % 3];
    String document = document(shelf, run, around, place, seed);
    List<Passage> found = shelf.library.passages(document).get("heavy");
    assertTrue(holds(found, document, run), () -> run + "\n" + found);
  }

  @Property(tries = 45, seed = "32")
  void aRunThatStandsInManyBooksIsFoundInEach(
      @ForAll Profile profile,
      @ForAll @IntRange(max = 100_000) int seed,
      @ForAll @IntRange(max = 2) int place)
      throws IOException {
    Shelf shelf = SHELVES.get(profile);
    String run = Prose.plain(shelf.shared);
    String document = document(shelf, run, seed % 4, place, seed);
    Map<String, List<Passage>> found = shelf.library.passages(document);
    for (int b = 1; b < SHARERS; b++) {
      assertTrue(holds(found.get("book-" + b), document, run), "book " + b + "\n" + document);
    }
  }

  @Example
  void theShingleIsAllThatIsFingerprintedOfTheRun() {
    for (Profile profile : List.of(Profile.FAST, Profile.STANDARD)) {
      Shelf shelf = SHELVES.get(profile);
      PassageFingerprinter fingerprinter = new PassageFingerprinter(profile.spec());
      fingerprinter.fingerprint(Utf8Text.of(Prose.plain(shelf.frequent)));
      long frequent = fingerprinter.hashes()[0];
      fingerprinter.fingerprint(Utf8Text.of(Prose.plain(shelf.shared)));
      assertEquals(
          java.util.Set.of(frequent),
          java.util.Arrays.stream(fingerprinter.hashes(), 0, fingerprinter.count())
              .boxed()
              .collect(Collectors.toSet()));
    }
  }
}
