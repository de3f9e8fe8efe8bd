package dev.bookplate.evidence;

import java.io.Serializable;
import java.util.Locale;

/**
 * A share of a scan.
 *
 * @param number from 1
 * @param of how many parts there are
 */
public record Part(int number, int of) implements Serializable {
  /** All of a scan. */
  public static final Part WHOLE = new Part(1, 1);

  /** Refuses what is no part. */
  public Part {
    if (number < 1 || number > of) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "there is no part %d of %d", number, of));
    }
  }

  /** Whether it tells what all parts have in common. */
  public boolean first() {
    return number == 1;
  }

  /** As people say it: {@code part 3 of 7}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "part %d of %d", number, of);
  }
}
