package dev.bookplate.fingerprint;

import dev.bookplate.origin.Utf8Text;
import dev.bookplate.text.Hyphens;
import dev.bookplate.text.WordScanner;
import java.util.Arrays;
import java.util.Locale;

/**
 * The passage fingerprints of a text: of every window of consecutive word shingles the one with the
 * smallest hash, so that two texts that share an unbroken run of {@link
 * FingerprintSpec#guaranteedWords()} words share a fingerprint (Schleimer, Wilkerson and Aiken,
 * "Winnowing", SIGMOD 2003). Where a hyphen at a line end can be read in two ways, both readings
 * are fingerprinted.
 *
 * <p>Belongs to one thread; what it hands out is overwritten by the next text.
 */
public final class PassageFingerprinter {
  /** Bit of a word's byte. */
  private static final int DOUBTFUL = 0x80;

  private final FingerprintSpec spec;
  private final WordScanner scanner = new WordScanner();
  private final Winnower winnower;
  private final Readings readings;
  private final int tolerated;

  private long[] words = new long[4096];
  private int[] letters = new int[4096];
  private int count;

  /** Fingerprints by one spec. */
  public PassageFingerprinter(FingerprintSpec spec) {
    if (!spec.words().equals(WordScanner.VERSION)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "words are cut by %s here, and by %s there",
              WordScanner.VERSION,
              spec.words()));
    }
    this.spec = spec;
    winnower = new Winnower(spec.shingle(), spec.window());
    readings = new Readings(spec);
    // where the promised run has a second fingerprint, one of them may be misjudged at a hyphen
    tolerated = spec.guaranteedWords() + spec.window() <= FingerprintSpec.PROMISED_WORDS ? 1 : 0;
  }

  /** The spec. */
  public FingerprintSpec spec() {
    return spec;
  }

  /** Fingerprints a text, which must be valid UTF-8. */
  public void fingerprint(Utf8Text text) {
    scanner.reset(text);
    count = 0;
    for (int n = scanner.next(); n > 0; n = scanner.next()) {
      if (count + n > words.length) {
        int size = Math.max(count + n, words.length * 2);
        words = Arrays.copyOf(words, size);
        letters = Arrays.copyOf(letters, size);
      }
      System.arraycopy(scanner.hashes(), 0, words, count, n);
      System.arraycopy(scanner.letters(), 0, letters, count, n);
      count += n;
    }
    Hyphens hyphens = scanner.hyphens();
    if (hyphens.count() > 0) {
      readings.prepare(hyphens, words, letters, count);
    }
    mix();
    winnower.winnow(words, count);
    if (hyphens.count() > 0) {
      readings.winnow(words, count, winnower);
    }
  }

  /** Words of the text. */
  public int words() {
    return count;
  }

  /** Whether the text has no hyphen that can be read in two ways. */
  public boolean isPlain() {
    return scanner.hyphens().count() == 0;
  }

  /**
   * A byte for a word, by which words can be held against each other before their texts are: see
   * {@link #same} and {@link #isDoubtful}.
   */
  public byte wordByte(int word) {
    int doubtful = scanner.hyphens().has(word) ? DOUBTFUL : 0;
    return (byte) (words[word] >>> 40 & ~DOUBTFUL & 0xFF | doubtful);
  }

  /** Whether one of the words from {@code from} to before {@code to} is doubtful. */
  public boolean isDoubtful(int from, int to) {
    return scanner.hyphens().count(from, Math.min(to, count)) > 0;
  }

  /** Whether two words may be equal: those that are not, are told in 127 of 128 cases. */
  public static boolean same(byte one, byte other) {
    return ((one ^ other) & ~DOUBTFUL) == 0;
  }

  /** Whether a word may be two, or one with the next, by another reading of a hyphen. */
  public static boolean isDoubtful(byte word) {
    return (word & DOUBTFUL) != 0;
  }

  /**
   * The words around a shingle, as {@link Surroundings} has them.
   *
   * @param position of the word that it starts with
   */
  public int surroundings(int position) {
    return Surroundings.of(words, count, position, spec.shingle(), scanner.hyphens(), tolerated);
  }

  /** How many fingerprints the text has. */
  public int count() {
    return winnower.count();
  }

  /** The fingerprints; only the first {@link #count()} count. */
  public long[] hashes() {
    return winnower.hashes();
  }

  /** Ordinal of the word that each fingerprint's shingle starts with. */
  public int[] positions() {
    return winnower.positions();
  }

  /** MinHash sketch of the text's shingles. */
  public MinHash sketch() {
    return MinHash.of(spec, words, count);
  }

  /** The set of the text's shingles: its sketch, and how many there are. */
  public ShingleSet shingles() {
    return new ShingleSet(sketch(), ShingleSet.size(spec, words, count));
  }

  /** Orders what is handed out by position. */
  public void sortByPosition() {
    winnower.sortByPosition();
  }

  private void mix() {
    for (int i = 0; i < count; i++) {
      words[i] = ShingleHash.word(words[i]);
    }
  }
}
