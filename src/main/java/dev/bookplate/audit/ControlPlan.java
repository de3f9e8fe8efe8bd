package dev.bookplate.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * Deals controls out: every kind and length gets as many, from books in turn, so that every book
 * that is long enough counts the same.
 *
 * @param books that passages are taken from
 * @param controls for each kind and length
 */
record ControlPlan(List<ControlBook> books, int controls) {
  /** A task for each book that has any. */
  List<Planting.Task> tasks(Relations relations) {
    List<List<Planting.Cell>> cells = new ArrayList<>();
    books.forEach(b -> cells.add(new ArrayList<>()));
    int turn = 0;
    for (ControlKind kind : ControlKind.values()) {
      for (int words : kind.lengths()) {
        List<ControlBook> enough = books.stream().filter(b -> b.words() >= words).toList();
        for (int i = 0; i < controls && !enough.isEmpty(); i++) {
          ControlBook book = enough.get(turn++ % enough.size());
          cells.get(book.ordinal()).add(new Planting.Cell(kind, words));
        }
      }
    }
    return books.stream()
        .filter(b -> !cells.get(b.ordinal()).isEmpty())
        .map(b -> new Planting.Task(b, List.copyOf(cells.get(b.ordinal())), relations.of(b)))
        .toList();
  }
}
