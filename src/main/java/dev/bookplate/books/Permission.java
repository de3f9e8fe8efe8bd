package dev.bookplate.books;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A licence, which is apart from whether a work is in copyright.
 *
 * @param scope what it covers, in words
 * @param holder who gave it, or null
 * @param until its last day, or null where it does not end
 */
public record Permission(String scope, String holder, LocalDate until) {
  private static final String NOTE = "permission: ";
  private static final String HATHI = "hathi: ";
  private static final String HATHI_LICENCE = HATHI + "cc-";

  /** Gives the rights up, and so is no licence. */
  private static final String HATHI_WAIVER = HATHI + "cc-zero";

  /**
   * As it is typed: {@code scope=training; holder=Acme; until=2027-12-31}, of which only the scope
   * is required, or the scope alone.
   *
   * @throws IllegalArgumentException if it has no scope, another key or no date
   */
  public static Permission parse(String text) {
    Map<String, String> parts = new LinkedHashMap<>();
    for (String part : text.split(";", -1)) {
      int equals = part.indexOf('=');
      String name =
          equals < 0 ? "scope" : part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
      parts.merge(name, part.substring(equals + 1).strip(), (one, other) -> one + "; " + other);
    }
    String scope = parts.remove("scope");
    String holder = parts.remove("holder");
    String until = parts.remove("until");
    if (scope == null || scope.isEmpty() || !parts.isEmpty()) {
      throw new IllegalArgumentException(
          "a permission is written as scope=…; holder=…; until=2027-12-31, and scope is required");
    }
    try {
      return new Permission(scope, holder, until == null ? null : LocalDate.parse(until));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(until + " is not a date as 2027-12-31", e);
    }
  }

  /** As rows note it. */
  String note() {
    return NOTE
        + "scope="
        + scope
        + (holder == null ? "" : "; holder=" + holder)
        + (until == null ? "" : "; until=" + until);
  }

  /** What a note of a row says, if it is about that. */
  static Optional<Permission> ofNote(String note) {
    if (note.startsWith(HATHI_LICENCE) && !note.startsWith(HATHI_WAIVER)) {
      String code = note.substring(HATHI.length()).split("/", 2)[0];
      return Optional.of(new Permission(code + " (HathiTrust)", null, null));
    }
    return note.startsWith(NOTE)
        ? Optional.of(parse(note.substring(NOTE.length())))
        : Optional.empty();
  }

  /** In words, for reports, as it stands on a day. */
  String words(LocalDate day) {
    boolean isOver = until != null && day != null && day.isAfter(until);
    return scope
        + (holder == null ? "" : ", by " + holder)
        + (until == null ? "" : (isOver ? ", expired on " : ", until ") + until);
  }
}
