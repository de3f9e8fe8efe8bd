package dev.bookplate.catalogue.rows;

import dev.bookplate.catalogue.rows.Standing.Registration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Registrations that a record of a list names.
 *
 * @param fields each with one number or several
 * @param date ISO, of the registrations, or null
 * @param renewal number of the renewal, or null
 * @param renewed ISO date of it, or null
 * @param isGroup whether the list says that the registration covers several books
 */
record Registered(
    List<String> fields, String date, String renewal, String renewed, boolean isGroup) {
  private static final Pattern SEPARATOR =
      Pattern.compile("[,;|/]|\\s+(?=[A-Za-z]{1,3}[ -]?[0-9])");

  /** From and to, as groups of registrations are at times listed. */
  private static final Pattern RANGE =
      Pattern.compile(
          "([A-Za-z]{2,3}[ -]?[0-9][0-9 -]*[0-9])\\s*(?:to|\u2013|\u2014|--|\\.\\.)\\s*(.+)");

  /** A number of before 1978, or a renewal's. */
  private static final Pattern OLD = Pattern.compile("[A-Z]{1,3}-?[0-9]{1,8}(?:-[0-9]{1,8})?");

  /** Words of titles under which the Copyright Office registers several works at once. */
  private static final Pattern GROUP =
      Pattern.compile(
          "(?i).*(?:\\b(?:and|&|plus) [0-9]+ other (?:un)?(?:published"
              + " )?(?:titles?|works?|books?|stories)|group registration|\\bet al\\.?$|\\[?group of"
              + " ).*");

  /** Adds them, and the numbers that identify. */
  void tell(RowBuilder book) {
    String first = null;
    for (String field : fields) {
      for (String part : SEPARATOR.split(field, -1)) {
        String number = part.isBlank() ? null : number(part.strip(), book);
        first = first == null ? number : first;
      }
    }
    if (renewal != null) {
      String plain = renewal(renewal);
      book.numbers.add(Optional.of(new Identifier(Identifier.Kind.RENEWAL, plain)));
      book.registration(
          new Registration(plain, renewal, renewed, first == null ? "" : first, isGroup));
    }
  }

  private String number(String printed, RowBuilder book) {
    Matcher range = RANGE.matcher(printed);
    boolean isRange = range.matches();
    String one = isRange ? range.group(1) : printed;
    Optional<Identifier> normal = Numbers.registration(one);
    book.numbers.add(normal);
    String plain = one.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    if (normal.isEmpty() && !OLD.matcher(plain).matches()) {
      book.note("registration-unread", printed);
      return null;
    }
    String number = normal.map(Identifier::value).orElse(plain);
    book.registration(new Registration(number, printed, date, null, isGroup || isRange));
    return number;
  }

  /** {@code R 148-780} and {@code r148780} are one renewal. */
  static String renewal(String text) {
    return text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
  }

  /** Whether a title says that it stands for several. */
  static boolean saysGroup(String title) {
    return title != null && GROUP.matcher(title).matches();
  }
}
