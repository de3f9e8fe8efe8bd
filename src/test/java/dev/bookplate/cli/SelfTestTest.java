package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.evidence.SelfTest;
import dev.bookplate.index.WrongFilter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scan that found nothing shows that it would have found what is there. */
class SelfTestTest {
  private static final String FREE = "; this does not show that the corpus is free of them";

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void furnish() throws IOException {
    desk = new Desk(folder);
  }

  private Path clean() {
    return desk.corpus(new Prose(10).text(200), new Prose(11).text(300));
  }

  private Manifest manifest() throws IOException {
    return RunReader.open(desk.run()).manifest();
  }

  private SelfTest tested() throws IOException {
    return manifest().selfTest();
  }

  private String report() throws IOException {
    return Files.readString(desk.run().resolve("report.html"));
  }

  @Test
  void nothingFoundIsTold() throws IOException {
    desk.write("shelf/short.txt", new Prose(5).text(24));
    CliRun run = desk.scan(clean());

    assertEquals(0, run.code(), run.err());
    String told = "the lookup works for all 2 searchable works" + FREE;
    assertTrue(
        run.out().contains("\nSelf-test: " + told + "; 1 work is not searchable by text\n"),
        run.out());
    assertTrue(report().contains(told + ". 8 passages were looked up; 1 work is not"), run.out());
    assertEquals(new SelfTest(SelfTest.Status.PASSED, told, 3, 2, 0, 8, 0, 0, List.of()), tested());
  }

  @Test
  void whereSomethingWasFoundOnlyOnRequest() throws IOException {
    assertFalse(desk.scan(desk.quoting(60)).out().contains("Self-test"));
    assertNull(tested());

    desk.scan(desk.quoting(60), "--overwrite", "--self-test");
    assertEquals(SelfTest.Status.PASSED, tested().status());
  }

  @Test
  void whatReadNothingClaimsNothing() throws IOException {
    desk.write("corpus/part-0.jsonl", "{\"id\":\"a\"}\n");
    CliRun run = desk.scan(desk.path("corpus"), "--self-test");

    assertEquals(3, run.code(), run.err());
    assertFalse(run.out().contains("Self-test"));
    assertNull(tested());
  }

  @Test
  void aShelfOfShreds() throws IOException {
    desk.write("shreds/a.txt", new Prose(5).text(24));
    CliRun run =
        CliRun.of(
            "scan", clean(), "-c", desk.path("shreds"), "-o", desk.run(), "--cache", desk.cache());

    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("none of the 1 works is searchable by text"), run.out());
    assertEquals(SelfTest.Status.NOTHING, tested().status());
  }

  /** Whatever is in a book, its passages are found. */
  @Test
  void booksOfEverySort() throws IOException {
    desk.write("shelf/common.txt", "the and of to a in that it is was ".repeat(400));
    desk.write("shelf/refrain.txt", "la la la ".repeat(900));
    desk.write("shelf/numbers.txt", numbers(3000));
    desk.write("shelf/brief.txt", new Prose(6).text(25));
    desk.write(
        "shelf/letters.txt", "a b c d e f g h i j k l m n o p q r s t u v w x y z ".repeat(90));
    desk.write(
        "shelf/hyphens.txt", new Prose(7).text(3000).replaceAll("(\\w{3})(\\w{3})", "$1-\n$2"));
    desk.write("shelf/same.txt", Desk.BOOK + " " + new Prose(8).text(40));
    desk.write("shelf/\u0440\u0443\u0441.txt", letters(0x430, 32, 2500, " "));
    desk.write("shelf/\u4e2d.txt", letters(0x4e00, 2000, 5000, ""));
    desk.write("shelf/\u05d0.txt", letters(0x5d0, 27, 2500, " "));
    desk.write("shelf/\u3042.txt", letters(0x3041, 80, 5000, ""));
    desk.write("shelf/quoted.txt", new Prose(9).text(2200).replace(" ", " \"\\\u2028\t"));
    CliRun run = desk.scan(clean());

    assertEquals(0, run.code(), run.out() + run.err());
    // letters with spaces between them are one word
    assertEquals(14, tested().works());
    assertEquals(13, tested().searchable());
  }

  private static String numbers(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i).append(i % 10 == 9 ? ".\n" : ", ");
    }
    return text.toString();
  }

  private static String letters(int first, int kinds, int count, String space) {
    Random random = new Random(first);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      for (int j = space.isEmpty() ? 1 : 5; j > 0; j--) {
        text.appendCodePoint(first + random.nextInt(kinds));
      }
      text.append(space);
    }
    return text.toString();
  }

  @Test
  void fieldsAreThoseOfTheCorpus() throws IOException {
    desk.write("corpus/part-0.jsonl", "{\"data\":{\"text\":\"" + new Prose(3).text(90) + "\"}}\n");
    CliRun run =
        desk.scan(desk.path("corpus"), "--text-field", "data.text", "--max-document", "1K");

    assertEquals(0, run.code(), run.err());
    assertEquals(SelfTest.Status.PASSED, tested().status());
  }

  /** The scan itself cannot tell: every checksum holds. */
  @Test
  void theFilterOfAnotherIndexFails() throws IOException {
    desk.write("others/other.txt", new Prose(40).text(4000));
    catalogue("mine", desk.shelf());
    catalogue("other", desk.path("others"));
    WrongFilter.put(desk.path("other/index"), desk.path("mine/index"));

    CliRun run =
        CliRun.of(
            "scan", clean(), "-c", desk.path("mine"), "-o", desk.run(), "--cache", desk.cache());

    assertEquals(4, run.code(), run.out() + run.err());
    assertTrue(run.out().contains("lookup fails for 2 of 2 searchable works"), run.out());
    assertTrue(run.out().contains("not found: first-book (mine, first-book)"), run.out());
    assertEquals(Manifest.Status.FAILED, manifest().status());
    assertEquals(2, tested().missed());
    assertTrue(report().contains("The lookup was tested, and failed."), report());
    assertFalse(report().contains("the lookup works for"));
  }

  /** There is no passage to look for, but fingerprints there are. */
  @Test
  void worksWithoutTextAreLookedUpByTheirFingerprints() throws IOException {
    desk.write("shelf/short.txt", new Prose(5).text(12));
    catalogue("mine", desk.shelf());
    Path file = desk.path("mine.bookplate-fp");
    Path key = desk.path("mine.key");
    Object[] export = {
      "catalogue", "export", desk.path("mine"), "--no-text", "-o", file, "--key", key
    };
    assertEquals(0, CliRun.of(export).code());

    scanned(file, "--key", key);
    String basis = "of which fingerprints were looked up and no text, which is not held";
    String told = "the lookup works for all 2 searchable works, " + basis + FREE;
    assertEquals(
        new SelfTest(SelfTest.Status.PASSED, told, 3, 2, 2, 0, 16, 0, List.of()), tested());
    assertTrue(report().contains("16 fingerprints of works whose text is not held"), report());

    desk.write("others/other.txt", new Prose(40).text(4000));
    catalogue("other", desk.path("others"));
    scanned(file, desk.path("other"), "--key", key);
    assertEquals(3, tested().searchable());
    assertTrue(tested().statement().contains("(of 2 fingerprints were looked up"));
  }

  private void scanned(Path catalogue, Object... more) throws IOException {
    Object[] scan = {
      "scan", clean(), "-o", desk.run(), "--cache", desk.cache(), "--overwrite", "-c", catalogue
    };
    Object[] all = java.util.Arrays.copyOf(scan, scan.length + more.length);
    System.arraycopy(more, 0, all, scan.length, more.length);
    CliRun run = CliRun.of(all);
    assertEquals(0, run.code(), run.out() + run.err());
  }

  private void catalogue(String name, Path shelf) {
    assertEquals(0, CliRun.of("catalogue", "add", desk.path(name), shelf).code());
  }

  @Test
  void noTextOfABookIsLeft() throws IOException {
    desk.scan(clean());
    String text = Prose.words(Desk.BOOK, 998, 1002);
    try (Stream<Path> files = Files.walk(desk.run())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String content = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        assertFalse(content.contains(text), file::toString);
      }
    }
  }
}
