package dev.bookplate.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.origin.Utf8Text;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpacingTest {
  private static final FingerprintSpec SPEC = FingerprintSpec.sampled("00");

  private static PassageFingerprinter fingerprinted(List<String> words) {
    PassageFingerprinter fingerprinter = new PassageFingerprinter(SPEC);
    fingerprinter.fingerprint(Utf8Text.of(Prose.plain(words)));
    fingerprinter.sortByPosition();
    return fingerprinter;
  }

  private static Set<Long> kept(List<String> words) {
    PassageFingerprinter text = fingerprinted(words);
    boolean[] stays = Spacing.keep(text.hashes(), text.positions(), text.count(), 4);
    Set<Long> kept = new HashSet<>();
    int last = -4;
    for (int i = 0; i < stays.length; i++) {
      if (stays[i]) {
        assertTrue(text.positions()[i] - last >= 4, "two within 4 words");
        last = text.positions()[i];
        kept.add(text.hashes()[i]);
      }
    }
    return kept;
  }

  @Test
  void noTwoStandCloseTogether() {
    double density = kept(new Prose(1).words(20_000, 0)).size() / 20_000.0;

    assertTrue(density > 0.09 && density < 0.1, "density " + density);
  }

  @Test
  void nearlyEveryRunOf50WordsHasTwo() {
    List<String> book = new Prose(2).words(20_000, 0);
    Set<Long> kept = kept(book);
    int fewer = 0;
    for (int from = 0; from < 19_900; from += 19) {
      PassageFingerprinter run = fingerprinted(book.subList(from, from + 50));
      Set<Long> hits = new HashSet<>();
      for (int i = 0; i < run.count(); i++) {
        hits.add(run.hashes()[i]);
      }
      hits.retainAll(kept);
      fewer += hits.size() < 2 ? 1 : 0;
    }
    assertEquals(0, fewer);
  }

  @Test
  void aSpecWithAKeyIsReadFromItsName() {
    assertEquals(SPEC, FingerprintSpec.sampledOf(SPEC.toString()).orElseThrow());
    assertTrue(FingerprintSpec.sampledOf(FingerprintSpec.STANDARD.toString()).isEmpty());
    assertTrue(FingerprintSpec.sampledOf("other/key-00").isEmpty());
  }

  @Test
  void aKeyGoesThroughItsLineAndIsNeverShown() {
    String line = "bookplate-key/1 " + "0f".repeat(32);
    FingerprintKey key = FingerprintKey.parse(line + "\n").orElseThrow();

    assertEquals(line, key.line());
    assertEquals("key " + key.id(), key.toString());
    assertFalse(line.contains(key.id()));
    assertTrue(FingerprintKey.parse("bookplate-key/1 0f").isEmpty());
  }

  @Test
  void goldenKeyedHash() {
    FingerprintKey key = FingerprintKey.parse("bookplate-key/1 " + "0f".repeat(32)).orElseThrow();

    assertEquals("f0c793d861fa9f7c", key.id());
    assertEquals("937d44483ef2e972", Long.toHexString(key.keyed().of(0x0123456789abcdefL)));
  }
}
