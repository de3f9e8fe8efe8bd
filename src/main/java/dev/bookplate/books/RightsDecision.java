package dev.bookplate.books;

import dev.bookplate.catalogue.Rights;
import dev.bookplate.catalogue.rows.BookRow;
import dev.bookplate.catalogue.rows.Standing;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides of one work by the rules; what rows disagree about decides nothing. */
final class RightsDecision {
  /** Behind a name: {@code Dickens, Charles, 1812-1870}. */
  private static final Pattern LIFE =
      Pattern.compile("(?<![0-9])1[0-9]{3}\\s*[-\u2013]\\s*(1[0-9]{3}|20[0-9]{2})(?![0-9])");

  /** The Library of Congress's code of a state of the US, or of the US. */
  private static final Pattern IN_THE_US = Pattern.compile("[a-z]{2}u");

  private static final Pattern CLASS = Pattern.compile("^[A-Z]+");
  private static final Pattern TRANSLATOR = Pattern.compile("(?i)transl|\\btrl\\b");
  private static final String HATHI = "hathi: ";

  private final RightsRules rules;
  private final List<BookRow> rows;
  private final LocalDate on;

  RightsDecision(RightsRules rules, List<BookRow> rows, LocalDate on) {
    this.rules = rules;
    this.rows = rows;
    this.on = on;
  }

  Rights decide(RenewalSource renewals) throws IOException {
    for (BookRow row : rows) {
      if (row.standing().rights().status() != Rights.Status.UNKNOWN) {
        return row.standing().rights();
      }
    }
    Rights rights = byCode();
    rights = rights == null ? byYear() : rights;
    rights = rights == null ? byRenewal() : rights;
    rights = rights == null && isNotRenewed(renewals) ? ended() : rights;
    rights = rights == null && isLongDead() ? outlived() : rights;
    return rights == null ? Rights.UNKNOWN : rights;
  }

  private List<String> notes(String code) {
    List<String> notes = new ArrayList<>();
    for (BookRow row : rows) {
      for (String note : row.standing().notes()) {
        if (note.startsWith(code)) {
          notes.add(note.substring(code.length()).strip());
        }
      }
    }
    return notes;
  }

  /** Null where volumes have different ones, or one that says nothing. */
  private Rights byCode() {
    List<RightsRules.CodeMeaning> meanings = new ArrayList<>();
    for (String note : notes(HATHI)) {
      String code = note.toLowerCase(Locale.ROOT);
      boolean isPresumed = rules.hathi().presumed().contains(code);
      meanings.add(isPresumed ? null : rules.hathi().codes().get(code.split("/", 2)[0]));
    }
    if (meanings.isEmpty()
        || meanings.contains(null)
        || meanings.stream().distinct().count() != 1) {
      return null;
    }
    RightsRules.CodeMeaning its = meanings.getFirst();
    return new Rights(its.status(), its.jurisdiction(), rules.hathi().name(), on.toString());
  }

  private OptionalInt last(Predicate<BookRow> of) {
    OptionalInt last = OptionalInt.empty();
    for (BookRow row : rows) {
      Integer year = row.names().year();
      if (year != null && (last.isEmpty() || year > last.getAsInt()) && of.test(row)) {
        last = OptionalInt.of(year);
      }
    }
    return last;
  }

  /** Where rows name several years, the last one counts: of a reprint, nothing is known. */
  private Rights byYear() {
    OptionalInt year = last(row -> true);
    boolean isOver =
        year.isPresent()
            && rules.published().isOf(year.getAsInt())
            && rules.published().isOver(year.getAsInt(), on);
    return isOver ? rules.published().says(Rights.Status.PUBLIC_DOMAIN, on) : null;
  }

  /** By the year of the registration that was renewed, whatever came out again later. */
  private Rights byRenewal() {
    OptionalInt year =
        last(
            row ->
                HeldRenewals.isRenewed(row)
                    && row.standing().notes().stream()
                        .noneMatch(note -> note.startsWith("new-matter: ")));
    boolean isLong =
        year.isPresent()
            && rules.renewed().isOf(year.getAsInt())
            && !rules.renewed().isOver(year.getAsInt(), on);
    return isLong ? rules.renewed().says(Rights.Status.IN_COPYRIGHT, on) : null;
  }

  private boolean isNotRenewed(RenewalSource renewals) throws IOException {
    RightsRules.TermRule rule = rules.notRenewed();
    OptionalInt year = last(row -> true);
    if (year.isEmpty()
        || !rule.isOf(year.getAsInt())
        || !rule.isOver(year.getAsInt(), on)
        || rows.stream().anyMatch(HeldRenewals::isRenewed)
        || !isOfTheUs(rule)
        || !renewals.covers(year.getAsInt() + rule.years() - 1)
        || !renewals.covers(year.getAsInt() + rule.years())) {
      return false;
    }
    for (BookRow row : rows) {
      if (row.names().title() != null && renewals.mayHave(row.names())) {
        return false;
      }
    }
    return rows.stream().anyMatch(row -> row.names().title() != null);
  }

  private boolean isOfTheUs(RightsRules.TermRule rule) {
    List<String> places = notes("place: ");
    boolean isForeign =
        rows.stream()
            .flatMap(row -> row.standing().registrations().stream())
            .map(Standing.Registration::number)
            .map(CLASS::matcher)
            .anyMatch(m -> m.find() && rule.foreignClasses().contains(m.group()));
    return !isForeign
        && !places.isEmpty()
        && places.stream().allMatch(place -> IN_THE_US.matcher(place).matches());
  }

  private Rights ended() {
    return rules.notRenewed().says(Rights.Status.PUBLIC_DOMAIN, on);
  }

  /** By the last author's death, where the rows that name authors know that of each. */
  private boolean isLongDead() {
    if (notes("contributor: ").stream().anyMatch(note -> TRANSLATOR.matcher(note).find())) {
      return false;
    }
    int last = 0;
    for (BookRow row : rows) {
      boolean isKnown = !row.names().authors().isEmpty();
      int ofRow = 0;
      for (String author : row.names().authors()) {
        int died = died(author, row);
        isKnown &= died > 0;
        ofRow = Math.max(ofRow, died);
      }
      last = isKnown ? Math.max(last, ofRow) : last;
    }
    return last > 0 && rules.life().isOver(last, on);
  }

  /** The year, by the name or by a note of the row; 0 where it is not known. */
  private static int died(String author, BookRow row) {
    int died = deathIn(author);
    if (died == 0 && !row.standing().notes().isEmpty()) {
      String start = "life: " + author + ": ";
      for (String note : row.standing().notes()) {
        died = died == 0 && note.startsWith(start) ? deathIn(note.substring(start.length())) : died;
      }
    }
    return died;
  }

  private static int deathIn(String text) {
    if (text.indexOf('1') < 0) {
      return 0; // few have years, which begin with it
    }
    Matcher years = LIFE.matcher(text);
    return years.find() ? Integer.parseInt(years.group(1)) : 0;
  }

  private Rights outlived() {
    return rules.life().says(Rights.Status.PUBLIC_DOMAIN, on);
  }
}
