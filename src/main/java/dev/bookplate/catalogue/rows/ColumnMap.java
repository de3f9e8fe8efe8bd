package dev.bookplate.catalogue.rows;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where in the rows of one table what stands.
 *
 * @param header of the table, or an empty list
 * @param places of each thing, from 0
 * @param missing headers that a user named and the table has not
 */
record ColumnMap(List<String> header, Map<BookColumn, List<Integer>> places, List<String> missing) {
  /** What was chosen, and for the rest what the headers usually mean. */
  static ColumnMap of(List<String> header, ColumnChoice choice) {
    Map<BookColumn, List<Integer>> places = new EnumMap<>(BookColumn.class);
    List<String> missing = new ArrayList<>();
    choice
        .columns()
        .forEach(
            (column, names) -> {
              for (String name : names) {
                int place = place(header, name);
                if (place < 0) {
                  missing.add(name);
                } else {
                  places.computeIfAbsent(column, c -> new ArrayList<>()).add(place);
                }
              }
            });
    for (int i = 0; i < header.size(); i++) {
      Optional<BookColumn> guess = BookColumn.guess(header.get(i));
      boolean isFree = guess.isPresent() && !isTaken(places, i);
      if (isFree && !choice.columns().containsKey(guess.get())) {
        List<Integer> at = places.computeIfAbsent(guess.get(), c -> new ArrayList<>());
        if (at.isEmpty() || guess.get().isMany()) {
          at.add(i);
        }
      }
    }
    return new ColumnMap(List.copyOf(header), places, List.copyOf(missing));
  }

  private static boolean isTaken(Map<BookColumn, List<Integer>> places, int i) {
    return places.values().stream().anyMatch(at -> at.contains(i));
  }

  private static int place(List<String> header, String name) {
    int number = ColumnChoice.number(name);
    if (number >= 0) {
      return header.isEmpty() || number < header.size() ? number : -1;
    }
    for (int i = 0; i < header.size(); i++) {
      if (BookColumn.plain(header.get(i)).equals(BookColumn.plain(name))
          && !BookColumn.plain(name).isEmpty()) {
        return i;
      }
    }
    return -1;
  }

  /** Whether rows can be told apart by it: a title or a number of a book or a file. */
  boolean isUseful() {
    return places.keySet().stream()
        .anyMatch(
            c ->
                switch (c) {
                  case TITLE,
                      ISBN,
                      ASIN,
                      OCLC,
                      LCCN,
                      DOI,
                      REGISTRATION,
                      RENEWAL,
                      MD5,
                      SHA1,
                      SHA256,
                      FILE ->
                      true;
                  default -> false;
                });
  }

  /** How sure it is that this is a header. */
  int size() {
    return places.size();
  }

  /** What a row says of a thing, or null. */
  String text(BookColumn column, List<String> row) {
    for (int place : places.getOrDefault(column, List.of())) {
      String text = place < row.size() ? Written.text(row.get(place)) : null;
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  /** All that a row says of a thing. */
  List<String> texts(BookColumn column, List<String> row) {
    List<String> texts = new ArrayList<>();
    for (int place : places.getOrDefault(column, List.of())) {
      String text = place < row.size() ? Written.text(row.get(place)) : null;
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** For people: {@code title ← Titel, author ← Autor}. */
  String told() {
    return places.entrySet().stream()
        .map(
            e ->
                e.getKey().label()
                    + " = "
                    + e.getValue().stream().map(this::name).collect(Collectors.joining(" + ")))
        .collect(Collectors.joining(", "));
  }

  private String name(int place) {
    return place < header.size() && !header.get(place).isBlank()
        ? header.get(place).strip()
        : "#" + (place + 1);
  }
}
