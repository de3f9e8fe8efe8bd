package dev.bookplate.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.origin.Digests;
import dev.bookplate.origin.Utf8Text;
import dev.bookplate.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassageFingerprinterTest {
  private static final String GOLDEN =
      "The keeper's light-\n"
          + "house stood well-known upon \uFB01ne gran\u00ADite; il ouvrit l\u2019\u0153il, die"
          + " Stra\u00DFe war gl\u00FChend hei\u00DF, y el a\u00F1o pas\u00F3 volando."
          + " \u0412\u0441\u0451 \u0437\u0430\u043C\u0451\u0440\u0437\u043B\u043E"
          + " \u043D\u043E\u0447\u044C\u044E. \u039F \u03C6\u03AC\u03C1\u03BF\u03C2"
          + " \u03AD\u03C3\u03B2\u03B7\u03C3\u03B5."
          + " \u0627\u0644\u0645\u0646\u0627\u0631\u0629\u064F \u0628\u0639\u064A\u062F\u0629."
          + " \u05D4\u05DE\u05D2\u05D3\u05DC\u05D5\u05E8 \u05E8\u05D7\u05D5\u05E7."
          + " \u706F\u53F0\u5B88\u8005\u5728\u9EC4\u660F\u7ED9\u949F\u4E0A\u4E86\u53D1\u6761\u3002\u304C\uFF76\uFF9E\u30FC"
          + " \uB4F1\uB300\uC9C0\uAE30"
          + " \u0E40\u0E23\u0E37\u0E2D\u0E25\u0E33\u0E40\u0E25\u0E47\u0E01\u0E2D\u0E2D\u0E01\u0E08\u0E32\u0E01\u0E17\u0E48\u0E32";

  private static PassageFingerprinter fingerprint(String text) {
    PassageFingerprinter fingerprinter = new PassageFingerprinter(FingerprintSpec.STANDARD);
    fingerprinter.fingerprint(Utf8Text.of(text));
    return fingerprinter;
  }

  private static String hex(String text) {
    PassageFingerprinter made = fingerprint(text);
    List<String> hex = new ArrayList<>();
    for (int i = 0; i < made.count(); i++) {
      hex.add(made.positions()[i] + ":" + Long.toHexString(made.hashes()[i]));
    }
    return String.join(" ", hex);
  }

  @Test
  void fixedTextsHaveFixedFingerprints() {
    assertEquals(
        "2:9ad4857251ca2bd6",
        hex("The keeper wound the clock at dusk, and counted every stroke aloud until the sea"));
    assertEquals(
        "0:7090b4620701f721",
        hex(
            "Stra\u00DFe, \u0424\u043E\u043D\u0430\u0440\u044C,"
                + " \u03BB\u03CD\u03C7\u03BD\u03BF\u03C2, \u06A9\u062A\u0627\u0628, \uB4F1\uB300,"
                + " n\u00E6ve o\uFB03ce"));
    assertEquals(
        "1:867f50507ab76593",
        hex("\u706F\u53F0\u5B88\u8005\u5728\u9EC4\u660F\u7ED9\u949F\u4E0A\u4E86\u53D1\u6761"));
    assertEquals(
        "1:35c8ea6cd862a575",
        hex(
            "\u0E40\u0E23\u0E37\u0E2D\u0E25\u0E33\u0E40\u0E25\u0E47\u0E01\u0E2D\u0E2D\u0E01\u0E08\u0E32\u0E01\u0E17\u0E48\u0E32\u0E15\u0E2D\u0E19\u0E40\u0E0A\u0E49\u0E32\u0E21\u0E37\u0E14\u0E41\u0E25\u0E30\u0E04\u0E19\u0E40\u0E1D\u0E49\u0E32\u0E1B\u0E23\u0E30\u0E20\u0E32\u0E04\u0E32\u0E23"));
    assertEquals(
        "1:b5887b422c909607 0:8ffb9d10c49fdc4a 3:91ea601f24853f66 5:c70b38c130ae0196"
            + " 3:91ea601f24853f66 3:91ea601f24853f66",
        hex("a long-\nstanding light-\nHouse of gran-\nite stood upon the reef all winter long"));
  }

  @Test
  void aFixedTextHasAFixedSketch() {
    long[] values =
        fingerprint("The keeper wound the clock at dusk, and counted every stroke")
            .sketch()
            .values();
    assertEquals(
        "1f38ef90a90ba9 d6ec6c5a0174fc",
        Long.toHexString(values[0]) + " " + Long.toHexString(values[127]));
    assertEquals("2aa83250e92daa87", Long.toHexString(MinHash.of(values).bands(32)[0]));
  }

  /** Every fingerprint and every value of the sketch, of a text in eight scripts. */
  @ParameterizedTest
  @CsvSource({
    "FAST,7d80e6b7880b71d8bd92229f8bc2350df09bc8b437c16013efd2c861e3811a15",
    "STANDARD,a9f745dd985ed08ee63841beeaddb745faf0ab6003281f97b7b6dacaf2e17bab",
    "NOISY,6df690f2cac4774c89f2e26627dffb42b869451ed0df17b9af2f91b2e18a6618"
  })
  void theFingerprintsOfAProfileAreFixed(Profile profile, String digest) {
    PassageFingerprinter made = new PassageFingerprinter(profile.spec());
    made.fingerprint(Utf8Text.of(GOLDEN));
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < made.count(); i++) {
      all.append(made.positions()[i]).append(':').append(Long.toHexString(made.hashes()[i]));
      all.append(' ');
    }
    for (long value : made.sketch().values()) {
      all.append(Long.toHexString(value)).append(' ');
    }
    for (long band : made.sketch().bands(profile.spec().bands())) {
      all.append(Long.toHexString(band)).append(' ');
    }
    assertEquals(digest, Digests.sha256(Utf8Text.of(all.toString())));
  }

  @Test
  void theSpecSaysEverythingThatDecidesABit() {
    FingerprintSpec spec = FingerprintSpec.STANDARD;
    assertEquals(14, spec.guaranteedWords());
    Set<String> names = new HashSet<>();
    names.add(spec.toString());
    names.add(new FingerprintSpec("other", 7, 8, 128, 32, 3).toString());
    names.add(new FingerprintSpec(spec.words(), 8, 8, 128, 32, 3).toString());
    names.add(new FingerprintSpec(spec.words(), 7, 9, 128, 32, 3).toString());
    names.add(new FingerprintSpec(spec.words(), 7, 8, 64, 32, 3).toString());
    names.add(new FingerprintSpec(spec.words(), 7, 8, 128, 16, 3).toString());
    names.add(new FingerprintSpec(spec.words(), 7, 8, 128, 32, 2).toString());
    assertEquals(7, names.size());
    assertThrows(
        IllegalArgumentException.class, () -> new FingerprintSpec(spec.words(), 7, 8, 100, 32, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new PassageFingerprinter(new FingerprintSpec("other", 7, 8, 128, 32, 1)));
  }

  /** Whether a fingerprint is shared whose places lie near each other's place in the run. */
  private static boolean shared(Side one, Side other) {
    for (int i = 0; i < one.made.count(); i++) {
      for (int j = 0; j < other.made.count(); j++) {
        if (one.made.hashes()[i] == other.made.hashes()[j] && one.inRun(i) && other.inRun(j)) {
          return true;
        }
      }
    }
    return false;
  }

  /** A text with a run in the middle. */
  private static final class Side {
    final PassageFingerprinter made;
    final int from;
    final int to;

    Side(String before, String run, String behind) {
      made = fingerprint(before + "\n" + run + "\n" + behind);
      from = words(before);
      to = words(before + "\n" + run);
    }

    private static int words(String text) {
      return Words.of(Utf8Text.of(text)).count();
    }

    boolean inRun(int fingerprint) {
      int position = made.positions()[fingerprint];
      return position >= from && position < to;
    }
  }

  @Test
  void fourteenWordsInCommonGiveOneFingerprintInThem() {
    for (int seed = 0; seed < 400; seed++) {
      Prose prose = new Prose(seed);
      Random random = new Random(seed);
      List<String> run = prose.words(14, 0);
      Side one = side(prose, Prose.plain(run), random);
      Side other = side(prose, Prose.plain(run), random);
      assertTrue(shared(one, other), "seed " + seed);
    }
  }

  private static Side side(Prose prose, String run, Random random) {
    String before = random.nextInt(4) == 0 ? "" : Prose.plain(prose.words(random.nextInt(40), 0));
    String behind = random.nextInt(4) == 0 ? "" : Prose.plain(prose.words(random.nextInt(40), 0));
    return new Side(before, run, behind);
  }

  @Test
  void thirteenWordsAreNotSure() {
    int missed = 0;
    for (int seed = 0; seed < 300; seed++) {
      Prose prose = new Prose(seed);
      String run = Prose.plain(prose.words(13, 0));
      Random random = new Random(seed);
      missed += shared(side(prose, run, random), side(prose, run, random)) ? 0 : 1;
    }
    assertTrue(missed > 0);
  }

  @Test
  void casePunctuationSpacingQuotesAndLigaturesChangeNothing() {
    for (int seed = 0; seed < 400; seed++) {
      Prose prose = new Prose(seed);
      Random random = new Random(seed);
      List<String> run = prose.words(14, 0);
      Side one = side(prose, prose.altered(run), random);
      Side other = side(prose, prose.altered(run), random);
      assertTrue(shared(one, other), "seed " + seed + "\n" + prose.altered(run));
    }
  }

  /** The promise: runs of 25 words, wrapped in any way on both sides. */
  @ParameterizedTest
  @ValueSource(ints = {0, 20, 8, 4})
  void twentyFiveWordsShareAFingerprintHoweverTheyAreWrapped(int compounds) {
    List<String> missed = new ArrayList<>();
    for (int seed = 0; seed < 600; seed++) {
      Prose prose = new Prose(seed);
      Random random = new Random(seed);
      List<String> run = prose.words(25, compounds);
      String one = written(prose, run, random);
      String other = written(prose, run, random);
      if (!shared(side(prose, one, random), side(prose, other, random))) {
        missed.add(seed + ":\n" + one + "\n---\n" + other);
      }
    }
    assertEquals(
        "", missed.stream().limit(3).collect(Collectors.joining("\n")), missed.size() + "");
  }

  private static String written(Prose prose, List<String> run, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> Prose.plain(run);
      case 1 -> Prose.unwrappedBadly(prose.wrapped(run, 35 + random.nextInt(60)));
      default -> prose.wrapped(run, 35 + random.nextInt(60));
    };
  }
}
