package dev.bookplate.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.fingerprint.PassageFingerprinter;
import dev.bookplate.origin.Utf8Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each file of an index damaged in turn: open and verify refuse it, and throw nothing else. */
class DamagedIndexTest {
  @TempDir Path folder;

  @BeforeEach
  void build() throws IOException {
    Shelves.add(
        folder, Shelves.entry("a", Shelves.text(1, 900)), Shelves.entry("b", Shelves.text(2, 900)));
    Shelves.add(folder, Shelves.entry("a", Shelves.text(3, 900)));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> !f.endsWith("write.lock")).sorted().toList();
    }
  }

  private String verify() {
    try {
      ReferenceIndex.verify(folder);
      return "verified";
    } catch (IndexException e) {
      assertTrue(e.getMessage().contains(folder.toString()), e.getMessage());
      return "refused";
    } catch (IOException | RuntimeException | AssertionError e) {
      return e.toString();
    }
  }

  /** Opens it and reads what a scan reads. */
  private String use() {
    try (ReferenceIndex index = ReferenceIndex.open(folder, Shelves.SPEC)) {
      PassageFingerprinter fingerprinter = new PassageFingerprinter(Shelves.SPEC);
      fingerprinter.fingerprint(Utf8Text.of(Shelves.text(3, 900)));
      index.lookup().find(fingerprinter.hashes(), fingerprinter.count(), (f, e, w) -> {});
      for (int i = 0; i < index.maxEdition(); i++) {
        if (index.hasEdition(i)) {
          index.text(i);
          index.payload(i);
        }
      }
      return "read";
    } catch (IOException e) {
      return "refused";
    } catch (RuntimeException | AssertionError e) {
      return e.toString();
    }
  }

  @Test
  void aFileThatIsCutShortOrGoneIsRefused() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : files()) {
      byte[] whole = Files.readAllBytes(file);
      for (int length : new int[] {0, 1, whole.length / 2, whole.length - 1}) {
        Files.write(file, Arrays.copyOf(whole, length));
        note(wrong, file, "cut at " + length, verify());
      }
      Files.delete(file);
      note(wrong, file, "gone", verify());
      Files.write(file, whole);
    }
    assertEquals(List.of(), wrong);
    assertEquals("verified", verify());
  }

  @Test
  void aFileWithAFlippedBitIsRefused() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : files()) {
      byte[] whole = Files.readAllBytes(file);
      for (int i = 0; i < 12; i++) {
        byte[] flipped = whole.clone();
        flipped[(int) ((long) (whole.length - 1) * i / 11)] ^= (byte) (1 << i % 8);
        Files.write(file, flipped);
        note(wrong, file, "flipped at " + i + "/11", verify());
        String use = use();
        if (!use.equals("read") && !use.equals("refused")) {
          wrong.add(file.getFileName() + " " + i + "/11 used: " + use);
        }
      }
      Files.write(file, whole);
    }
    assertEquals(List.of(), wrong);
  }

  private static void note(List<String> wrong, Path file, String how, String outcome) {
    if (!outcome.equals("refused")) {
      wrong.add(file.getFileName() + " " + how + ": " + outcome);
    }
  }
}
