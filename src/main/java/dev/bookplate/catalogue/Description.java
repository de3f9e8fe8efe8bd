package dev.bookplate.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/**
 * What one voice says of a work: a row of a list, a file, a file's name. Null and empty where it
 * says nothing. The components are those of {@link Work}.
 */
record Description(
    String title,
    List<String> authors,
    List<String> isbns,
    String asin,
    String publisher,
    Integer year,
    String holder,
    List<String> registrations,
    Rights rights,
    String permission) {

  /** Says nothing. */
  static final Description NONE = titled(null, List.of());

  /** Says no more than a title and authors. */
  static Description titled(String title, List<String> authors) {
    return new Description(
        title, authors, List.of(), null, null, null, null, List.of(), null, null);
  }

  /** This voice, and where it is silent, a weaker one. */
  Description or(Description weaker) {
    return new Description(
        first(title, weaker.title),
        first(authors, weaker.authors),
        first(isbns, weaker.isbns),
        first(asin, weaker.asin),
        first(publisher, weaker.publisher),
        first(year, weaker.year),
        first(holder, weaker.holder),
        first(registrations, weaker.registrations),
        first(rights, weaker.rights),
        first(permission, weaker.permission));
  }

  /**
   * Two voices of one rank: the first wins, but numbers of both count, for editions have theirs.
   */
  Description with(Description later) {
    return new Description(
        first(title, later.title),
        first(authors, later.authors),
        union(isbns, later.isbns),
        first(asin, later.asin),
        first(publisher, later.publisher),
        first(year, later.year),
        first(holder, later.holder),
        union(registrations, later.registrations),
        first(rights, later.rights),
        first(permission, later.permission));
  }

  /** Names of the fields for which a voice of the same rank says something else. */
  List<String> conflicts(Description later) {
    List<String> names = new ArrayList<>();
    addIfOther(names, "title", title, later.title);
    addIfOther(names, "authors", said(authors), said(later.authors));
    addIfOther(names, "asin", asin, later.asin);
    addIfOther(names, "publisher", publisher, later.publisher);
    addIfOther(names, "year", year, later.year);
    addIfOther(names, "holder", holder, later.holder);
    addIfOther(names, "rights", rights, later.rights);
    addIfOther(names, "permission", permission, later.permission);
    return names;
  }

  /** The work, once there is a title. */
  Work toWork(String id) {
    Objects.requireNonNull(title, "title");
    return new Work(
        id,
        title,
        authors,
        isbns,
        asin,
        publisher,
        year,
        holder,
        registrations,
        rights == null ? Rights.UNKNOWN : rights,
        permission);
  }

  private static <V> V first(V stronger, V weaker) {
    return stronger == null ? weaker : stronger;
  }

  private static List<String> first(List<String> stronger, List<String> weaker) {
    return stronger.isEmpty() ? weaker : stronger;
  }

  private static List<String> union(List<String> one, List<String> other) {
    LinkedHashSet<String> all = new LinkedHashSet<>(one);
    all.addAll(other);
    return List.copyOf(all);
  }

  private static List<String> said(List<String> list) {
    return list.isEmpty() ? null : list;
  }

  private static void addIfOther(List<String> names, String name, Object one, Object other) {
    if (one != null && other != null && !one.equals(other)) {
      names.add(name);
    }
  }
}
