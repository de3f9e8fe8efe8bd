package dev.bookplate.books;

import dev.bookplate.catalogue.Rights;
import dev.bookplate.catalogue.Work;
import dev.bookplate.catalogue.rows.BookRow;
import dev.bookplate.catalogue.rows.Identifier;
import dev.bookplate.catalogue.rows.Standing;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Puts a work together from its records. A shelf's word on its texts is believed before all rows;
 * of rows the first that says a thing.
 */
final class WorkMaker {
  private final LocalDate day;
  private final RenewalSource renewals;

  /**
   * Says what rights are on a day.
   *
   * @param day or null, for that of the rules
   */
  WorkMaker(LocalDate day, RenewalSource renewals) {
    this.day = day;
    this.renewals = renewals;
  }

  CataloguedWork work(String id, List<CataloguedWork.Member> members) throws IOException {
    List<BookRow> rows = members.stream().map(CataloguedWork.Member::row).toList();
    Work shelf = null;
    for (CataloguedWork.Member member : members) {
      // of several editions the last one's work holds what all of them said
      shelf = member.text() == null ? shelf : member.text().work();
    }
    Work work = shelf == null ? ofRows(id, rows) : with(shelf, ofRows(id, rows));
    return new CataloguedWork(work, List.copyOf(members));
  }

  private Work ofRows(String id, List<BookRow> rows) throws IOException {
    String title = first(rows, row -> row.names().title());
    List<String> authors =
        first(rows, row -> row.names().authors().isEmpty() ? null : row.names().authors());
    return new Work(
        id,
        title == null ? id : title,
        authors == null ? List.of() : authors,
        numbers(rows, Identifier.Kind.ISBN),
        numbers(rows, Identifier.Kind.ASIN).stream().findFirst().orElse(null),
        first(rows, row -> row.names().publisher()),
        first(rows, row -> row.names().year()),
        first(rows, row -> row.standing().holder()),
        registrations(rows),
        RightsRules.shipped().decide(rows, day, renewals),
        first(rows, this::permission));
  }

  /** As it was given, or the licence that HathiTrust's code names. */
  private String permission(BookRow row) {
    if (row.standing().notes().isEmpty()) {
      return null;
    }
    return row.standing().notes().stream()
        .map(Permission::ofNote)
        .flatMap(Optional::stream)
        .map(permission -> permission.words(day))
        .findFirst()
        .orElse(null);
  }

  /** What the shelf says, and where it is silent the rows; numbers of both. */
  private static Work with(Work shelf, Work rows) {
    boolean isDecided = shelf.rights() != null && shelf.rights().status() != Rights.Status.UNKNOWN;
    return new Work(
        rows.id(),
        shelf.title(),
        orEmpty(shelf.authors()).isEmpty() ? rows.authors() : shelf.authors(),
        union(shelf.isbns(), rows.isbns()),
        or(shelf.asin(), rows.asin()),
        or(shelf.publisher(), rows.publisher()),
        or(shelf.year(), rows.year()),
        or(shelf.holder(), rows.holder()),
        union(shelf.registrations(), rows.registrations()),
        isDecided ? shelf.rights() : rows.rights(),
        or(shelf.permission(), rows.permission()));
  }

  private static <V> V or(V one, V other) {
    return one == null ? other : one;
  }

  private static List<String> orEmpty(List<String> list) {
    return list == null ? List.of() : list;
  }

  private static List<String> union(List<String> one, List<String> other) {
    Set<String> all = new LinkedHashSet<>(orEmpty(one));
    all.addAll(other);
    return List.copyOf(all);
  }

  private static <V> V first(List<BookRow> rows, Function<BookRow, V> said) {
    for (BookRow row : rows) {
      V value = said.apply(row);
      if (value != null) {
        return value;
      }
    }
    return null;
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
