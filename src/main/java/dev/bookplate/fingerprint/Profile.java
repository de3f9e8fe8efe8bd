package dev.bookplate.fingerprint;

import dev.bookplate.text.WordScanner;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How densely books are fingerprinted: denser finds text that is worse damaged, and costs memory
 * and time. All profiles find every unbroken run of 25 words. Later is denser.
 */
public enum Profile {
  /** For clean text and large libraries. */
  FAST(10, 16),
  /** For most. */
  STANDARD(7, 8),
  /** For bad OCR and heavy editing. */
  NOISY(5, 4);

  private static final int SKETCH = 128;
  private static final int BANDS = 32;
  private static final int VERSION = 2;

  private final int shingle;
  private final int window;

  Profile(int shingle, int window) {
    this.shingle = shingle;
    this.window = window;
  }

  /** What its fingerprints are made by. */
  public FingerprintSpec spec() {
    return new FingerprintSpec(WordScanner.VERSION, shingle, window, SKETCH, BANDS, VERSION);
  }

  /** The name in files and on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The profile of that name. */
  public static Optional<Profile> of(String label) {
    return Stream.of(values()).filter(p -> p.label().equals(label)).findFirst();
  }

  /** The profile whose spec has that name, as {@link FingerprintSpec#toString} gives it. */
  public static Optional<Profile> ofSpec(String spec) {
    return Stream.of(values()).filter(p -> p.spec().toString().equals(spec)).findFirst();
  }
}
