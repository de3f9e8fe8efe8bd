package dev.bookplate.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * The values that a column's numbers are places of.
 *
 * @param parts the values; all but the first were added later
 */
record ArrowDictionary(List<ArrowColumn> parts) {
  /** A value. */
  record Place(ArrowColumn column, int at) {}

  /** With more values behind these. */
  ArrowDictionary plus(ArrowColumn more) {
    List<ArrowColumn> all = new ArrayList<>(parts);
    all.add(more);
    return new ArrowDictionary(all);
  }

  Place place(long number) {
    long rest = number;
    for (ArrowColumn part : parts) {
      if (rest >= 0 && rest < part.length()) {
        return new Place(part, (int) rest);
      }
      rest -= part.length();
    }
    throw new IndexOutOfBoundsException("place " + number + " is not in its dictionary");
  }
}
