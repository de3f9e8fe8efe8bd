package dev.bookplate.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.fingerprint.FingerprintSpec;
import dev.bookplate.fingerprint.PassageFingerprinter;
import dev.bookplate.origin.Utf8Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassageFilterTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("filter.bin");
  }

  /** Fingerprints of a text of random words: the smallest of eight, as the filter gets them. */
  private static long[] fingerprints(long seed, int words) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(Integer.toString(random.nextInt(1 << 24), 36)).append(' ');
    }
    PassageFingerprinter fingerprinter = new PassageFingerprinter(FingerprintSpec.STANDARD);
    fingerprinter.fingerprint(Utf8Text.of(text.toString()));
    return Arrays.copyOf(fingerprinter.hashes(), fingerprinter.count());
  }

  private PassageFilter filter(long[] keys) throws IOException {
    PassageFilter.Builder builder = new PassageFilter.Builder(keys.length);
    for (long key : keys) {
      builder.add(IndexFormat.term(key));
    }
    builder.write(file);
    return PassageFilter.open(file);
  }

  @Test
  void whatIsInPasses() throws IOException {
    for (int words : new int[] {0, 7, 100, 30_000}) {
      long[] keys = fingerprints(1, words);
      PassageFilter filter = filter(keys);
      int[] hits = new int[keys.length];
      assertEquals(
          keys.length, filter.probe(keys, keys.length, hits, new long[PassageFilter.BATCH]));
      for (int i = 0; i < keys.length; i++) {
        assertEquals(i, hits[i]);
      }
      assertEquals(keys.length, filter.keys());
    }
  }

  @Test
  void ofWhatIsNotInTwoInAHundredPass() throws IOException {
    PassageFilter filter = filter(fingerprints(1, 200_000));
    long[] others = fingerprints(2, 400_000);
    int[] hits = new int[others.length];
    double share =
        (double) filter.probe(others, others.length, hits, new long[PassageFilter.BATCH])
            / others.length;
    assertTrue(share < 0.03, "passes " + share);
    assertTrue(share > 0.001, "too good to be true: " + share);
  }

  @Test
  void anEmptyFilterTurnsEverythingAway() throws IOException {
    long[] others = fingerprints(2, 1000);
    assertEquals(
        0,
        filter(new long[0])
            .probe(others, others.length, new int[others.length], new long[PassageFilter.BATCH]));
  }

  @Test
  void aFileThatIsCutOrNotAFilterIsRefused() throws IOException {
    filter(fingerprints(1, 300));
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThrows(IOException.class, () -> PassageFilter.open(file));
    }
    Files.write(file, Arrays.copyOf(whole, whole.length + 1));
    assertThrows(IOException.class, () -> PassageFilter.open(file));
    whole[3] ^= 1;
    Files.write(file, whole);
    assertThrows(IOException.class, () -> PassageFilter.open(file));
  }
}
