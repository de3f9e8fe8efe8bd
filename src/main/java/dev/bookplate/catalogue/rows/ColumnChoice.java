package dev.bookplate.catalogue.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which columns of a table a user says are of what: by their headers, or by their number from 1 as
 * {@code #3}. What is not said is guessed.
 *
 * @param columns headers or numbers, for each thing that was said
 */
public record ColumnChoice(Map<BookColumn, List<String>> columns) {
  /** Nothing was said. */
  public static final ColumnChoice NONE = new ColumnChoice(Map.of());

  /**
   * Reads {@code title=Titel,author=Autor}. A header may hold commas, as long as what follows one
   * is not again a name and an equals sign.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  public static ColumnChoice parse(String text) {
    Map<BookColumn, List<String>> columns = new EnumMap<>(BookColumn.class);
    for (String pair : pairs(text)) {
      int equals = pair.indexOf('=');
      Optional<BookColumn> column =
          equals < 0 ? Optional.empty() : BookColumn.of(pair.substring(0, equals));
      String header = pair.substring(equals + 1).strip();
      if (column.isEmpty() || header.isEmpty()) {
        throw new IllegalArgumentException(
            "\""
                + pair.strip()
                + "\" is no column: write it as NAME=HEADER or NAME=#NUMBER, with one of "
                + labels()
                + " as NAME.");
      }
      columns.computeIfAbsent(column.get(), c -> new ArrayList<>()).add(header);
    }
    return new ColumnChoice(columns);
  }

  private static List<String> pairs(String text) {
    List<String> pairs = new ArrayList<>();
    for (String piece : text.split(",", -1)) {
      int equals = piece.indexOf('=');
      boolean begins = equals > 0 && BookColumn.of(piece.substring(0, equals)).isPresent();
      if (begins || pairs.isEmpty() || equals > 0) {
        pairs.add(piece);
      } else {
        pairs.set(pairs.size() - 1, pairs.get(pairs.size() - 1) + "," + piece);
      }
    }
    return pairs;
  }

  /** Both; the other one's columns stand instead of these where both name one. */
  public ColumnChoice and(ColumnChoice other) {
    Map<BookColumn, List<String>> all = new EnumMap<>(BookColumn.class);
    all.putAll(columns);
    all.putAll(other.columns);
    return new ColumnChoice(all);
  }

  /** All names that columns can be given. */
  public static String labels() {
    return Arrays.stream(BookColumn.values())
        .map(BookColumn::label)
        .collect(Collectors.joining(", "));
  }

  /** Whether nothing was said. */
  public boolean isEmpty() {
    return columns.isEmpty();
  }

  /** Whether all columns are named by their numbers, so that a table needs no header. */
  boolean isByNumbers() {
    return !isEmpty()
        && columns.values().stream().flatMap(List::stream).allMatch(h -> number(h) >= 0);
  }

  /** The place, from 0, that a number stands for, or -1. */
  static int number(String header) {
    return header.matches("#[1-9][0-9]{0,4}") ? Integer.parseInt(header.substring(1)) - 1 : -1;
  }
}
