package dev.bookplate.origin;

import java.io.Serializable;
import java.util.List;

/**
 * The parts of a text that its format names, such as the pages of a PDF.
 *
 * @param list in the order of the text; before the first, and where there is none, nothing is named
 */
public record Places(List<Place> list) implements Serializable {
  /** Nothing is named. */
  public static final Places NONE = new Places(List.of());

  /**
   * One part, which goes on to the next.
   *
   * @param from first code point of the text in it
   * @param name for people: {@code page 12}
   */
  public record Place(int from, String name) implements Serializable {}

  /** Where a range of the text stands: one part, or the first and the last; null for none. */
  public String of(Span range) {
    String first = at(range.start());
    String last = at(Math.max(range.start(), range.end() - 1));
    if (first == null || first.equals(last)) {
      return last;
    }
    return first + " to " + last;
  }

  private String at(int codePoint) {
    int low = 0;
    int high = list.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (list.get(middle).from() <= codePoint) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? null : list.get(low - 1).name();
  }
}
