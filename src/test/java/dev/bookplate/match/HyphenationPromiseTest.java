package dev.bookplate.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.fingerprint.Profile;
import dev.bookplate.fingerprint.Prose;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The promise in narrow columns, where a run of 25 words has up to a dozen hyphens, some of them at
 * line ends and some of those of compounds: whatever was done to either side, and by every profile.
 */
class HyphenationPromiseTest {
  private static final int RUN = 25;

  @TempDir Path folder;

  /** How a book is written. */
  enum Written {
    PLAIN,
    IN_22_COLUMNS,
    IN_45_COLUMNS,
    UNWRAPPED_BADLY;

    String of(List<String> words, Prose prose) {
      return switch (this) {
        case PLAIN -> Prose.plain(words);
        case IN_22_COLUMNS -> prose.wrapped(words, 22);
        case IN_45_COLUMNS -> prose.wrapped(words, 45);
        case UNWRAPPED_BADLY -> Prose.unwrappedBadly(prose.wrapped(words, 30));
      };
    }
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void someHundredRuns(Profile profile) throws IOException {
    check(profile, 40, 20, 25, 45);
  }

  /** Of these hyphens some are to be read as they stand, and some in the other way. */
  @Test
  void runsThatWereOnceLost() throws IOException {
    assertFound(
        20,
        """
        xior rensßcortur tu-
        rren renkel-oren
        flaren-offulver
        quaen-quaincorlo
        quaorqua kelholwen-
        injus hollokel-
        inzonflasß baor-
        pitinkel stoturwen
        ulnéin verin baflaba
        flahol lokelzon cor-
        fi offoffmar enlo's
        yaræl piten némarxi-
        ulsto justurdel xiq\u00ad
        ua losß
        """);
    assertFound(
        25,
        """
        némaror holholné-
        inrenwenyar grain jusjus
        graflaulzon offwen sßfla
        stooffsto delzonmar-
        bastografi jusquayar-
        turenmar loxigrajus-
        enorlo maryar kelsß kelf-
        iqualo wenen-wenbabafla
        corælzontur-vercorxien
        ælxi fiflakelba orflasßy-
        ar ulflainul orrenbapit
        yarlofi yargralo-ælquasß
        yarwen quayarælul
        """);
  }

  /** Every word counts that either text has: of a compound with a hyphen in it the copy has two. */
  @Test
  void fifteenWordsWithTwoCompoundsThatTheCopyParts() throws IOException {
    int run = 15;
    StringBuilder missed = new StringBuilder();
    Prose prose = new Prose(15);
    List<String> book = new ArrayList<>();
    List<String> copies = new ArrayList<>();
    for (int first = 0; first < run - 3; first++) {
      for (int second = first + 2; second < run - 1; second++) {
        List<String> words = prose.words(run, 0);
        copies.add(Prose.plain(words));
        words.set(second, words.get(second) + "-" + words.remove(second + 1));
        words.set(first, words.get(first) + "-" + words.remove(first + 1));
        book.addAll(words);
        book.addAll(prose.words(40, 0));
      }
    }
    List<Library.Book> books = List.of(new Library.Book("work", Prose.plain(book)));
    try (Library library = Library.of(folder.resolve("15"), books, Profile.STANDARD.spec())) {
      String before = Prose.plain(new Prose(16).words(40, 0));
      for (String copy : copies) {
        if (library.match(before + "\n" + copy + "\n").isEmpty()) {
          missed.append(copy).append('\n');
        }
      }
    }
    assertEquals("", missed.toString());
  }

  private void assertFound(int book, String run) throws IOException {
    String text = Prose.plain(new Prose(book).words(3000, 10));
    try (Library library =
        Library.of(
            folder.resolve("book " + book),
            List.of(new Library.Book("work", text)),
            Profile.FAST.spec())) {
      assertTrue(isFound(library, "before it", run), run);
    }
  }

  @Tag("soak")
  @ParameterizedTest
  @EnumSource(Profile.class)
  void thousandsOfRuns(Profile profile) throws IOException {
    check(profile, 1500, 20, 25, 30, 45, 70);
  }

  private void check(Profile profile, int runs, int... widths) throws IOException {
    StringBuilder missed = new StringBuilder();
    for (int width : widths) {
      for (Written written : Written.values()) {
        Prose prose = new Prose(width);
        List<String> book = prose.words(3000, 10);
        List<Library.Book> books = List.of(new Library.Book("work", written.of(book, prose)));
        Path at = folder.resolve(width + "-" + written);
        try (Library library = Library.of(at, books, profile.spec())) {
          for (int seed = 0; seed < runs; seed++) {
            int from = new Random(seed).nextInt(book.size() - RUN);
            List<String> words = book.subList(from, from + RUN);
            // what is plain here is not what is plain there
            boolean isPlain = written != Written.PLAIN && seed % 4 == 0;
            String run = isPlain ? Prose.plain(words) : prose.wrapped(words, width);
            if (!isFound(library, Prose.plain(new Prose(700_000 + seed).words(40, 10)), run)) {
              missed.append(written + " " + width + " seed " + seed + ": " + run + "\n");
            }
          }
        }
      }
    }
    assertEquals("", missed.toString());
  }

  private static boolean isFound(Library library, String before, String run) throws IOException {
    return library.match(before + "\n" + run + "\n").stream()
        .flatMap(finding -> finding.passages().stream())
        .anyMatch(passage -> passage.longestRunWords() >= RUN);
  }
}
