package dev.bookplate.fingerprint;

import dev.bookplate.text.WordScanner;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that decides a bit of a fingerprint. It is written into catalogue and run; two
 * fingerprints of different specs are never compared.
 *
 * @param words version of the rules that make words of text
 * @param shingle words that are hashed together
 * @param window consecutive shingles of which the one with the smallest hash is kept
 * @param sketch hashes of a MinHash sketch
 * @param bands of the sketch that are looked up
 * @param version of the hash functions
 * @param sampling what is kept of them where the text itself is kept back; null for all, unkeyed
 */
public record FingerprintSpec(
    String words, int shingle, int window, int sketch, int bands, int version, Sampling sampling)
    implements Serializable {

  /**
   * How fingerprints are kept from giving the text away.
   *
   * @param spacing least distance of the shingles of two fingerprints, in words
   * @param key id of the key that their hashes went through
   */
  public record Sampling(int spacing, String key) implements Serializable {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "spacing-%d/key-%s", spacing, key);
    }
  }

  /** Words of the shortest unbroken run that is found whatever else holds, by every profile. */
  public static final int PROMISED_WORDS = 25;

  /** The default. Any unbroken run of 14 words that two texts share gives both one fingerprint. */
  public static final FingerprintSpec STANDARD =
      new FingerprintSpec(WordScanner.VERSION, 7, 8, 128, 32, 3);

  private static final int SAMPLED_SHINGLE = 10;
  private static final int SAMPLED_WINDOW = 16;
  private static final int SPACING = 4;

  /** Of fingerprints that are all kept as they are. */
  public FingerprintSpec(
      String words, int shingle, int window, int sketch, int bands, int version) {
    this(words, shingle, window, sketch, bands, version, null);
  }

  /**
   * Of catalogues without text: shingles of ten words, of which who has the key cannot go from one
   * to the next without guessing four words at once.
   *
   * @param key id of the key
   */
  public static FingerprintSpec sampled(String key) {
    return new FingerprintSpec(
        STANDARD.words,
        SAMPLED_SHINGLE,
        SAMPLED_WINDOW,
        STANDARD.sketch,
        STANDARD.bands,
        STANDARD.version,
        new Sampling(SPACING, key));
  }

  /** The spec of a catalogue without text that has that name, as {@link #toString} gives it. */
  public static Optional<FingerprintSpec> sampledOf(String name) {
    int key = name.lastIndexOf("/key-");
    return key < 0
        ? Optional.empty()
        : Optional.of(sampled(name.substring(key + 5))).filter(s -> s.toString().equals(name));
  }

  /** Refuses numbers that make no fingerprint. */
  public FingerprintSpec {
    if (shingle < 1 || window < 1 || bands < 1 || sketch % bands != 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "no fingerprint has shingle %d, window %d, sketch %d in %d bands",
              shingle,
              window,
              sketch,
              bands));
    }
  }

  /** Words of the shortest run that is certain to give both texts the same fingerprint. */
  public int guaranteedWords() {
    return shingle + window - 1;
  }

  /** Name and value of each part, in order. */
  public Map<String, Object> parts() {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("words", words);
    parts.put("shingle", shingle);
    parts.put("window", window);
    parts.put("sketch", sketch);
    parts.put("bands", bands);
    parts.put("version", version);
    if (sampling != null) {
      parts.put("sampling", sampling.toString());
    }
    return parts;
  }

  /** One line that is the same for equal specs only. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s/shingle-%d/window-%d/sketch-%dx%d/v%d%s",
        words,
        shingle,
        window,
        bands,
        sketch / bands,
        version,
        sampling == null ? "" : "/" + sampling);
  }
}
