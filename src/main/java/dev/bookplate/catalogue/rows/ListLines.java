package dev.bookplate.catalogue.rows;

import java.util.List;
import java.util.function.Predicate;

/** The lines in the head of a source. */
final class ListLines {
  private static final int HEAD = 8 * 1024;

  private ListLines() {}

  /** How many in a hundred of the whole lines of a head are such; blank ones and comments apart. */
  static long share(String head, Predicate<String> such) {
    String whole =
        head.length() >= HEAD && head.lastIndexOf('\n') > 0
            ? head.substring(0, head.lastIndexOf('\n'))
            : head;
    List<String> lines =
        whole
            .lines()
            .filter(l -> !l.isBlank() && !l.startsWith(";") && !l.startsWith("# "))
            .toList();
    return lines.isEmpty() ? 0 : 100 * lines.stream().filter(such).count() / lines.size();
  }
}
