package dev.bookplate.books;

import dev.bookplate.catalogue.TitleWords;
import dev.bookplate.catalogue.rows.BookRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What records of one work say differently. Nothing is thrown away: each form stands with the
 * records that have it.
 *
 * @param about title, authors, year, publisher, language or rights
 * @param said two forms or more, the first record's first
 */
public record Disagreement(String about, List<Said> said) {
  /**
   * One form.
   *
   * @param value as the first record has it
   * @param records numbers of those that have it
   */
  public record Said(String value, List<Integer> records) {}

  /** All of a work's records, in a fixed order; differences in case and signs are none. */
  public static List<Disagreement> of(CataloguedWork work) {
    List<Disagreement> all = new ArrayList<>();
    add(all, work, "title", row -> row.names().title(), TitleWords::of);
    add(
        all,
        work,
        "authors",
        row -> row.names().authors().isEmpty() ? null : String.join("; ", row.names().authors()),
        Disagreement::words);
    add(all, work, "year", Disagreement::year, value -> value);
    add(all, work, "publisher", row -> row.names().publisher(), TitleWords::of);
    add(all, work, "language", row -> row.names().language(), TitleWords::of);
    add(all, work, "holder", row -> row.standing().holder(), TitleWords::of);
    add(all, work, "rights", Disagreement::rights, value -> value);
    return all;
  }

  private static void add(
      List<Disagreement> all,
      CataloguedWork work,
      String about,
      Function<BookRow, String> value,
      Function<String, String> form) {
    Map<String, Said> said = new LinkedHashMap<>();
    for (CataloguedWork.Member member : work.members()) {
      String its = value.apply(member.row());
      if (its != null && !its.isBlank()) {
        said.computeIfAbsent(form.apply(its), f -> new Said(its, new ArrayList<>()))
            .records()
            .add(member.number());
      }
    }
    if (said.size() > 1) {
      all.add(new Disagreement(about, List.copyOf(said.values())));
    }
  }

  /** First and last names in any order are one name. */
  private static String words(String names) {
    return String.join(" ", new TreeSet<>(List.of(TitleWords.of(names).split(" ", -1))));
  }

  private static String year(BookRow row) {
    return row.names().year() == null ? null : row.names().year().toString();
  }

  private static String rights(BookRow row) {
    return switch (row.standing().rights().status()) {
      case UNKNOWN -> null;
      case IN_COPYRIGHT, PUBLIC_DOMAIN -> row.standing().rights().status().label();
    };
  }
}
