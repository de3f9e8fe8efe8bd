package dev.bookplate.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.origin.Utf8Text;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
  private static final String SHINGLE = "once upon a time there was a";

  private static PassageFingerprinter of(String text) {
    PassageFingerprinter fingerprinter = new PassageFingerprinter(FingerprintSpec.STANDARD);
    fingerprinter.fingerprint(Utf8Text.of(text));
    return fingerprinter;
  }

  private static boolean mayGoOn(String one, int at, String other, int otherAt) {
    return Surroundings.mayGoOn(of(one).surroundings(at), of(other).surroundings(otherAt));
  }

  private static String words(Random random, int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      words.append(Integer.toString(random.nextInt(1 << 24), 36)).append(' ');
    }
    return words.toString();
  }

  @Test
  void whatGoesOnAlikeMayAndChanceHardlyEver() {
    Random random = new Random(1);
    int chance = 0;
    for (int i = 0; i < 1000; i++) {
      String before = words(random, 4);
      String behind = words(random, 4);
      String text = before + SHINGLE + " " + behind;
      assertTrue(mayGoOn(text, 4, "and so " + text + " on", 6));
      // a text may begin or end at the shingle
      assertTrue(mayGoOn(text, 4, before + SHINGLE, 4));
      assertTrue(mayGoOn(text, 4, SHINGLE + " " + behind, 0));
      String other = words(random, 4) + SHINGLE + " " + words(random, 4);
      chance += mayGoOn(text, 4, other, 4) ? 1 : 0;
    }
    assertTrue(chance < 60, chance + " of 1000");
  }

  @Test
  void aWordMoreOrLessIsNoOtherText() {
    String text = "one two three four " + SHINGLE + " five six seven eight";
    assertTrue(mayGoOn(text, 4, "two three four really " + SHINGLE + " just five six seven", 4));
    assertTrue(mayGoOn(text, 4, "null one two three " + SHINGLE + " six seven eight nine", 4));
  }

  @Test
  void wordsThatAreHyphenatedOneAfterTheOtherSayNothing() {
    PassageFingerprinter plain = of("one two three four " + SHINGLE + " five six seven eight");
    PassageFingerprinter once = of("one two three fo-\nur " + SHINGLE + " five six seven eight");
    PassageFingerprinter twice =
        of("one two th-\nree fo-\nur " + SHINGLE + " five six seven eight");
    assertEquals(plain.surroundings(4), once.surroundings(4));
    assertEquals(Surroundings.UNKNOWN, twice.surroundings(4));
    assertTrue(Surroundings.mayGoOn(Surroundings.UNKNOWN, plain.surroundings(4)));
    assertTrue(Surroundings.mayGoOn(plain.surroundings(4), Surroundings.UNKNOWN));
  }

  @Test
  void whereTheProfileHasOneFingerprintInThePromisedRunNoHyphenIsJudged() {
    PassageFingerprinter fast = new PassageFingerprinter(Profile.FAST.spec());
    fast.fingerprint(Utf8Text.of("one two three fo-\nur " + SHINGLE + " five six seven eight"));
    assertEquals(Surroundings.UNKNOWN, fast.surroundings(4));
    fast.fingerprint(Utf8Text.of("one two three four " + SHINGLE + " five six seven eight"));
    assertNotEquals(Surroundings.UNKNOWN, fast.surroundings(4));
  }
}
