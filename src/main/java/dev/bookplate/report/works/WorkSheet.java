package dev.bookplate.report.works;

import dev.bookplate.criteria.CriteriaRules;
import dev.bookplate.criteria.Criterion;
import dev.bookplate.criteria.DateRange;
import dev.bookplate.criteria.KnownWork;
import dev.bookplate.criteria.LanguageTag;
import dev.bookplate.criteria.Outcome;
import dev.bookplate.criteria.Qualification;
import dev.bookplate.criteria.Qualifier;
import dev.bookplate.criteria.Registration;
import dev.bookplate.criteria.WorkData;
import dev.bookplate.evidence.WorkRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rows of the sheet of works. */
final class WorkSheet {
  private static final List<String> BEFORE =
      List.of(
          "WORK_ID",
          "CATALOGUE",
          "TITLE",
          "TITLE_CORRECTED_FROM",
          "AUTHOR",
          "CONTRIBUTORS",
          "PUBLISHER",
          "PUBLISHER_RAW",
          "IMPRINT",
          "LANGUAGE",
          "EDITION",
          "ISBN13_LIST",
          "ISBN10_LIST",
          "ASIN_LIST",
          "PUB_DATE",
          "PUB_DATE_PRECISION",
          "REG_NUMBER",
          "REG_NUMBER_AS_PRINTED",
          "REG_EFFECTIVE_DATE",
          "REG_IS_GROUP",
          "REG_TITLES_COVERED",
          "REG_OTHER_NUMBERS",
          "CLAIMANT",
          "RIGHTS_STATUS",
          "RIGHTS_JURISDICTION",
          "RIGHTS_RULE",
          "PERMISSION",
          "DAYS_PUB_TO_REG",
          "DAYS_REG_TO_ACQUISITION",
          "CRITERIA_MET",
          "REASON_CODES",
          "CRITERIA_SOURCE",
          "CRITERIA_ACQUIRED");

  private static final List<String> AFTER =
      List.of(
          "COPIES_FOUND",
          "DOCUMENTS_FOUND",
          "SOURCE_LIBRARIES",
          "BEST_MATCH_COVERAGE",
          "UNION_COVERAGE",
          "LONGEST_RUN_WORDS",
          "LONGEST_RUN_TOKENS",
          "LIST_HYGIENE",
          "DUPLICATE_COPIES",
          "EMPTY_FILES",
          "CORRUPT_FILES",
          "TRUNCATED_COPIES",
          "WRONG_CONTENT_FILES",
          "MISTITLED_COPIES",
          "LANGUAGES_FOUND",
          "SAME_ISBN_AS",
          "CMI_ABSENT_IN_CONTEXT",
          "REVIEWER",
          "REVIEW_DATE",
          "CONFIDENCE_TIER");

  /** Among a work's numbers; no registration that rules ask for. */
  private static final Pattern RENEWAL = Pattern.compile("(?i)RE?[ -]?[0-9][0-9-]*");

  private final CriteriaRules rules;
  private final Qualifier qualifier;
  private final NoticeAnswers notices;
  private final RunTokens tokens;
  private final Map<String, String> firstOfIsbn = new HashMap<>();

  WorkSheet(CriteriaRules rules, NoticeAnswers notices, RunTokens tokens) {
    this.tokens = tokens;
    this.rules = rules;
    this.qualifier = new Qualifier(rules);
    this.notices = notices;
  }

  /** The columns: two for each criterion between the others. */
  static List<String> columns(CriteriaRules rules) {
    Stream<String> own =
        rules.criteria().stream()
            .map(Criterion::id)
            .map(id -> id.toUpperCase(Locale.ROOT).replace('-', '_'))
            .flatMap(id -> Stream.of("MET_" + id, "CODE_" + id));
    return Stream.of(BEFORE.stream(), own, AFTER.stream()).flatMap(s -> s).toList();
  }

  /** A row, and what the rules say. */
  record Row(List<Object> cells, Qualification qualification) {}

  Row row(WorkRow work, KnownWork known, FoundWork found) {
    WorkData data = data(work, known, found);
    Qualification qualification = qualifier.of(data);
    List<Object> cells = new ArrayList<>();
    names(work, known, data, cells);
    registration(data, qualification, cells);
    rights(work, cells);
    answers(data, qualification, cells);
    found(work, found, data, cells);
    cells.add(sameIsbn(work, data, found));
    cells.add(notices.of(work.catalogue(), work.workId()));
    cells.add(known.fact("reviewer"));
    cells.add(known.fact("review_date"));
    cells.add(work.grade());
    return new Row(cells, qualification);
  }

  private static WorkData data(WorkRow work, KnownWork known, FoundWork found) {
    List<Registration> registrations =
        known.registrations().isEmpty() && !known.saidUnregistered()
            ? work.registrations().stream()
                .filter(number -> !RENEWAL.matcher(number).matches())
                .map(number -> new Registration(number, null, null, null, null, null))
                .toList()
            : known.registrations();
    DateRange published = known.published();
    boolean isYear = work.year() != null && work.year() >= 1000 && work.year() <= 2999;
    if (published == null && isYear) {
      published = DateRange.ofYear(work.year());
    }
    String language = LanguageTag.of(known.fact("language"));
    return new WorkData(
        together(known.fact("isbn"), work.isbns()),
        together(known.fact("asin"), work.asin() == null ? List.of() : List.of(work.asin())),
        known.saidUnnumbered(),
        published,
        registrations,
        known.saidUnregistered(),
        language == null ? found.languages() : List.of(language),
        work.rightsStatus(),
        found.found(work));
  }

  private static List<String> together(String said, List<String> known) {
    Stream<String> more =
        said == null ? Stream.of() : Stream.of(said.split(";", -1)).map(String::strip);
    return Stream.concat(more, known.stream()).filter(s -> !s.isEmpty()).distinct().toList();
  }

  private static void names(WorkRow work, KnownWork known, WorkData data, List<Object> cells) {
    String title = known.fact("title");
    boolean isCorrected = title != null && !title.equals(work.title());
    String publisher = known.fact("publisher");
    cells.add(work.workId());
    cells.add(work.catalogue());
    cells.add(isCorrected ? title : work.title());
    cells.add(isCorrected ? work.title() : null);
    cells.add(work.authors());
    cells.add(known.fact("contributors"));
    cells.add(publisher == null ? work.publisher() : publisher);
    cells.add(work.publisher());
    cells.add(known.fact("imprint"));
    cells.add(data.languages());
    cells.add(known.fact("edition"));
    cells.add(data.isbns());
    cells.add(data.isbns().stream().map(WorkSheet::isbn10).filter(Objects::nonNull).toList());
    cells.add(data.asins());
    cells.add(data.published() == null ? null : data.published().toString());
    cells.add(
        data.published() == null
            ? null
            : data.published().precision().name().toLowerCase(Locale.ROOT));
  }

  /** The ISBN-10 of an ISBN-13 that has one, or null. */
  static String isbn10(String isbn13) {
    String digits = isbn13.replace("-", "").replace(" ", "");
    if (!digits.matches("978[0-9]{10}")) {
      return null;
    }
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += (10 - i) * (digits.charAt(i + 3) - '0');
    }
    int check = (11 - sum % 11) % 11;
    return digits.substring(3, 12) + (check == 10 ? "X" : Integer.toString(check));
  }

  private static void registration(WorkData data, Qualification of, List<Object> cells) {
    Registration taken = of.registration();
    if (taken == null) {
      for (int i = 0; i < 7; i++) {
        cells.add(i == 0 && data.saidUnregistered() ? "none" : null);
      }
      return;
    }
    cells.add(taken.number());
    cells.add(taken.asPrinted());
    cells.add(taken.effective() == null ? null : taken.effective().toString());
    cells.add(taken.isGroup());
    cells.add(taken.titlesCovered());
    cells.add(
        data.registrations().stream()
            .map(Registration::number)
            .filter(number -> !number.equals(taken.number()))
            .distinct()
            .toList());
    cells.add(taken.claimant());
  }

  private static void rights(WorkRow work, List<Object> cells) {
    cells.add(work.rightsStatus());
    cells.add(work.rightsJurisdiction());
    cells.add(work.rightsRule());
    cells.add(work.permission());
  }

  private static void answers(WorkData data, Qualification of, List<Object> cells) {
    DateRange registered = of.registration() == null ? null : of.registration().effective();
    DateRange acquired = of.source() == null ? null : of.source().acquired();
    cells.add(days(data.published(), registered));
    cells.add(days(registered, acquired));
    cells.add(of.verdict().name());
    cells.add(
        of.outcomes().stream()
            .map(Outcome::code)
            .filter(code -> !code.equals(Outcome.MET))
            .distinct()
            .toList());
    cells.add(of.source() == null ? null : of.source().name());
    cells.add(acquired == null ? null : acquired.toString());
    for (Outcome outcome : of.outcomes()) {
      cells.add(outcome.verdict().name());
      cells.add(outcome.code());
    }
  }

  private static Long days(DateRange from, DateRange to) {
    return from == null || to == null ? null : from.daysTo(to);
  }

  private void found(WorkRow work, FoundWork found, WorkData data, List<Object> cells) {
    cells.add(found.copies());
    cells.add(work.documents());
    cells.add(data.found().sources().stream().map(s -> s.name()).toList());
    cells.add(found.best());
    cells.add(work.unionCoverage());
    cells.add(work.longestRunWords());
    cells.add(tokens.of(work));
    cells.add(found.codes(rules.languages()));
    cells.add(found.duplicates());
    cells.add(found.empty());
    cells.add(found.corrupt());
    cells.add(found.truncated());
    cells.add(found.wrong());
    cells.add(found.mistitled());
    cells.add(found.languages());
  }

  /** Of works that were found: an earlier row with one of its ISBNs, or null. */
  private String sameIsbn(WorkRow work, WorkData data, FoundWork found) {
    if (work.findings() == 0 && found.copies() == 0) {
      return null;
    }
    String earlier = null;
    for (String isbn : data.isbns()) {
      String first = firstOfIsbn.putIfAbsent(isbn, work.workId());
      earlier = earlier == null ? first : earlier;
    }
    return earlier;
  }
}
