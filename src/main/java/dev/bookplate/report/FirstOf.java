package dev.bookplate.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * The first so many of a long stream, by some order, and the number of all: what a page can show of
 * a list that may not fit into memory. Equal elements keep the order in which they came.
 */
final class FirstOf<T> {
  private record Numbered<T>(T value, long number) {}

  private final int limit;
  private final Comparator<Numbered<T>> order;
  private final PriorityQueue<Numbered<T>> kept;
  private final Consumer<T> tooMany;
  private long total;

  FirstOf(int limit, Comparator<T> order) {
    this(limit, order, dropped -> {});
  }

  /** {@code tooMany} is given each element that falls out. */
  FirstOf(int limit, Comparator<T> order, Consumer<T> tooMany) {
    this.limit = limit;
    this.order =
        Comparator.<Numbered<T>, T>comparing(Numbered::value, order)
            .thenComparingLong(Numbered::number);
    this.kept = new PriorityQueue<>(this.order.reversed());
    this.tooMany = tooMany;
  }

  void add(T value) {
    Numbered<T> numbered = new Numbered<>(value, total++);
    if (kept.size() == limit && limit > 0 && order.compare(numbered, kept.peek()) >= 0) {
      tooMany.accept(value);
      return;
    }
    kept.add(numbered);
    if (kept.size() > limit) {
      tooMany.accept(kept.remove().value());
    }
  }

  /** All that were added. */
  long total() {
    return total;
  }

  /** Those that were added and are not in {@link #list}. */
  long left() {
    return total - kept.size();
  }

  /** The first ones, in order. */
  List<T> list() {
    List<Numbered<T>> sorted = new ArrayList<>(kept);
    sorted.sort(order);
    return sorted.stream().map(Numbered::value).toList();
  }
}
