package dev.bookplate.books;

import dev.bookplate.catalogue.Rights;
import dev.bookplate.catalogue.Work;
import dev.bookplate.catalogue.rows.BookRow;
import dev.bookplate.catalogue.rows.Identifier;
import dev.bookplate.catalogue.rows.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** Puts a work together from its records: the first that says a thing is believed. */
final class WorkMaker {
  private final LocalDate asOf;

  private WorkMaker(LocalDate asOf) {
    this.asOf = asOf;
  }

  static WorkMaker asOf(LocalDate asOf) {
    return new WorkMaker(asOf);
  }

  CataloguedWork work(String id, List<CataloguedWork.Member> members) {
    List<BookRow> rows = members.stream().map(CataloguedWork.Member::row).toList();
    String title = first(rows, row -> row.names().title());
    List<String> authors =
        first(rows, row -> row.names().authors().isEmpty() ? null : row.names().authors());
    Work work =
        new Work(
            id,
            title == null ? id : title,
            authors == null ? List.of() : authors,
            numbers(rows, Identifier.Kind.ISBN),
            numbers(rows, Identifier.Kind.ASIN).stream().findFirst().orElse(null),
            first(rows, row -> row.names().publisher()),
            first(rows, row -> row.names().year()),
            first(rows, row -> row.standing().holder()),
            registrations(rows),
            Rights.UNKNOWN,
            null);
    return new CataloguedWork(work, List.copyOf(members));
  }

  private static <V> V first(List<BookRow> rows, Function<BookRow, V> said) {
    return rows.stream().map(said).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private static List<String> numbers(List<BookRow> rows, Identifier.Kind kind) {
    Set<String> numbers = new LinkedHashSet<>();
    for (BookRow row : rows) {
      for (Identifier identifier : row.identifiers()) {
        if (identifier.kind() == kind) {
          numbers.add(identifier.value());
        }
      }
    }
    return new ArrayList<>(numbers);
  }

  private static List<String> registrations(List<BookRow> rows) {
    Set<String> numbers = new LinkedHashSet<>(numbers(rows, Identifier.Kind.REGISTRATION));
    for (BookRow row : rows) {
      row.standing().registrations().stream()
          .map(Standing.Registration::number)
          .forEach(numbers::add);
    }
    return new ArrayList<>(numbers);
  }
}
