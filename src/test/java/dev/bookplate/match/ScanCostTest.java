package dev.bookplate.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.bookplate.corpus.ReadOptions;
import dev.bookplate.corpus.ReadOutcome;
import dev.bookplate.corpus.ShardReader;
import dev.bookplate.corpus.ShardReaders;
import dev.bookplate.fingerprint.PassageFingerprinter;
import dev.bookplate.fingerprint.Profile;
import dev.bookplate.index.LookupCounts;
import dev.bookplate.library.InventedText;
import dev.bookplate.origin.Origin;
import dev.bookplate.origin.Utf8Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a scan of text that matches nothing costs, counted and not timed, so that it is the same on
 * any machine: fingerprints, probes, lookups and reads a megabyte, and bytes that are allocated for
 * one. Bounds are 1.25 times what was measured when they were written down; whoever comes to need
 * more changes them, and says why.
 */
class ScanCostTest {
  private static final double ROOM = 1.25;
  private static final int BOOKS = 30;
  private static final int BOOK_BYTES = 60_000;
  private static final int DOCUMENTS = 200;
  private static final int DOCUMENT_BYTES = 5_000;
  private static final int ROUNDS = 4;

  @TempDir private Path folder;

  private static List<String> documents(InventedText.Script script) {
    InventedText writer = new InventedText(script, 2);
    List<String> documents = new ArrayList<>();
    for (int i = 0; i < DOCUMENTS; i++) {
      documents.add(writer.next(DOCUMENT_BYTES));
    }
    return documents;
  }

  private ReferenceLibrary library(InventedText.Script script, Profile profile) throws IOException {
    InventedText writer = new InventedText(script, 1);
    List<Library.Book> books = new ArrayList<>();
    for (int i = 0; i < BOOKS; i++) {
      books.add(new Library.Book("work-" + i, writer.next(BOOK_BYTES)));
    }
    Library.of(folder, books, profile.spec()).close();
    return ReferenceLibrary.open(
        List.of(new ReferenceLibrary.Source("test", null, folder)), profile.spec());
  }

  private static void assertAtMost(String what, double measured, double now) {
    assertTrue(
        now <= ROOM * measured,
        () ->
            String.format(
                Locale.ROOT,
                "%s: %.1f, where %.1f were measured, and %.2f times that is allowed",
                what,
                now,
                measured,
                ROOM));
  }

  /** Script and profile, and what was measured a megabyte of text. */
  @ParameterizedTest
  @CsvSource({
    "english, fast,     17800,  246,  246,    1",
    "english, standard, 33900, 1072, 1072,   81",
    "english, noisy,    61300, 3079, 3079, 6212",
    "russian, standard, 18500,  529,  529,   21",
    "chinese, standard, 65100, 1843, 1843,  301"
  })
  void lookupsAreFew(
      String script, String profile, double probes, double passed, double seeks, double reads)
      throws IOException {
    InventedText.Script of = InventedText.Script.of(script);
    Profile by = Profile.of(profile).orElseThrow();
    try (ReferenceLibrary library = library(of, by)) {
      SeedFinder finder = new SeedFinder(library);
      PassageFingerprinter fingerprinter = new PassageFingerprinter(by.spec());
      long bytes = 0;
      long fingerprints = 0;
      for (String document : documents(of)) {
        Utf8Text text = Utf8Text.of(document);
        fingerprinter.fingerprint(text);
        fingerprints += fingerprinter.count();
        bytes += text.length();
        finder.find(fingerprinter);
      }
      LookupCounts counts = finder.counts();
      double megabytes = bytes / 1e6;
      assertEquals(fingerprints, counts.probes(), "each fingerprint is asked for once");
      assertAtMost("probes a megabyte", probes, counts.probes() / megabytes);
      assertAtMost("fingerprints in the filter a megabyte", passed, counts.passed() / megabytes);
      assertAtMost("lookups a megabyte", seeks, counts.seeks() / megabytes);
      assertAtMost("reads of words a megabyte", reads, counts.reads() / megabytes);
    }
  }

  /** Documents as JSON lines. */
  private static byte[] lines(List<String> documents) {
    StringBuilder lines = new StringBuilder();
    for (String document : documents) {
      lines.append("{\"id\":\"").append(lines.length()).append("\",\"text\":\"");
      lines.append(document.replace("\n", "\\n")).append("\"}\n");
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void scan(byte[] lines, Matcher matcher) throws IOException {
    Origin whole = Origin.ofFile("c", "p", lines.length);
    ShardReaders readers = new ShardReaders(ReadOptions.DEFAULT);
    try (ShardReader reader = readers.open(whole, new ByteArrayInputStream(lines))) {
      for (ReadOutcome o = reader.next(); o != null; o = reader.next()) {
        Utf8Text text = ((ReadOutcome.Read) o).document().text();
        assertTrue(matcher.match(text, () -> null).isEmpty());
      }
    }
  }

  /** Bytes that a scan allocates once everything is loaded. */
  private static long allocated(byte[] lines, Matcher matcher) throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      scan(lines, matcher);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  /** Script, and bytes that were allocated for a shard and for each megabyte of it. */
  @ParameterizedTest
  @CsvSource({"english, 711000, 128000", "russian, 775000, 126000", "chinese, 639000, 753000"})
  void littleIsAllocated(String script, double shard, double megabyte) throws IOException {
    InventedText.Script of = InventedText.Script.of(script);
    List<String> documents = documents(of);
    byte[] all = lines(documents);
    byte[] few = lines(documents.subList(0, DOCUMENTS / 4));
    try (ReferenceLibrary library = library(of, Profile.STANDARD);
        ReferenceLibrary none = ReferenceLibrary.open(List.of(), Profile.STANDARD.spec())) {
      Matcher matcher = new Matcher(library, none, 60);
      long allOfThem = allocated(all, matcher);
      long fewOfThem = allocated(few, matcher);
      double slope = (double) (allOfThem - fewOfThem) / (all.length - few.length);
      assertAtMost("bytes allocated a megabyte", megabyte, 1e6 * slope);
      assertAtMost("bytes allocated a shard", shard, allOfThem - slope * all.length);
    }
  }
}
