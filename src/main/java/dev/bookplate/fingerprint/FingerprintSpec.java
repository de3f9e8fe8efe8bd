package dev.bookplate.fingerprint;

import dev.bookplate.text.WordScanner;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

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
 */
public record FingerprintSpec(
    String words, int shingle, int window, int sketch, int bands, int version)
    implements Serializable {

  /** The default. Any unbroken run of 14 words that two texts share gives both one fingerprint. */
  public static final FingerprintSpec STANDARD =
      new FingerprintSpec(WordScanner.VERSION, 7, 8, 128, 32, 1);

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
    return parts;
  }

  /** One line that is the same for equal specs only. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s/shingle-%d/window-%d/sketch-%dx%d/v%d",
        words,
        shingle,
        window,
        bands,
        sketch / bands,
        version);
  }
}
