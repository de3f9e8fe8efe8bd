package dev.bookplate.origin;

import java.io.Serializable;

/**
 * A half-open range; the owner says of what: of code points, of bytes or of words.
 *
 * @param start first unit inside
 * @param end first unit after
 */
public record Span(int start, int end) implements Serializable {
  /** Refuses a range that ends before it starts. */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a range: " + start + " to " + end);
    }
  }

  /** Units inside. */
  public int length() {
    return end - start;
  }

  /** Units that both ranges hold; 0 where they do not meet. */
  public int overlap(Span other) {
    return Math.max(0, Math.min(end, other.end) - Math.max(start, other.start));
  }
}
