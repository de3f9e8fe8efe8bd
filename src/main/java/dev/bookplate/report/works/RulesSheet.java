package dev.bookplate.report.works;

import dev.bookplate.criteria.AcquisitionSource;
import dev.bookplate.criteria.CriteriaRules;
import dev.bookplate.criteria.Criterion;
import dev.bookplate.criteria.PathPattern;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** The sheet that says by which rules, and what the lists do not show. */
final class RulesSheet {
  static final List<String> COLUMNS = List.of("WHAT", "NAME", "SAYS");

  private static final List<String> LIMITS =
      List.of(
          "CRITERIA_MET is what the rules give for the facts in the row. Whether a work is in a"
              + " class, or has a claim, is for counsel and the court.",
          "UNKNOWN stands wherever what is not known would decide. It is no N.",
          "Dates of registration and publication are as the catalogue or the file of facts has"
              + " them; nobody asked the Copyright Office.",
          "A group registration covers many works with one number: each of them has its own row.",
          "What is marked in LIST_HYGIENE is told apart from CRITERIA_MET, and takes no row off the"
              + " list.",
          "A match is not an infringement, and a copy in a corpus does not show training.",
          "Lengths in tokens are empty: a run counts words. Torrents and page numbers are filled in"
              + " by hand.");

  private final Sheet sheet;

  private RulesSheet(Sheet sheet) {
    this.sheet = sheet;
  }

  static void write(CriteriaRules rules, Sheet sheet) throws IOException {
    new RulesSheet(sheet).write(rules);
  }

  private void write(CriteriaRules rules) throws IOException {
    add("rules", "status", rules.status().toUpperCase(java.util.Locale.ROOT));
    add("rules", "name", rules.name() + ", version " + rules.version() + " of " + rules.date());
    add("rules", "sha256 of the file", rules.sha256());
    for (String citation : rules.citations()) {
      add("rules", "taken from", citation);
    }
    for (String note : rules.notes()) {
      add("rules", "note", note);
    }
    for (AcquisitionSource source : rules.sources()) {
      source(source);
    }
    for (Criterion criterion : rules.criteria()) {
      criterion("criterion", criterion);
    }
    if (!rules.languages().isEmpty()) {
      add("hygiene", "languages expected", String.join(", ", rules.languages()));
    }
    for (String limit : LIMITS) {
      add("what this does not show", null, limit);
    }
  }

  private void source(AcquisitionSource source) throws IOException {
    String date = source.acquired() == null ? "not known" : source.acquired().toString();
    add("source", source.name(), source.title() + "; acquired: " + date + "; " + source.basis());
    List<String> patterns = source.documents().stream().map(PathPattern::toString).toList();
    add("source", source.name(), "documents: " + String.join(", ", patterns));
  }

  private void criterion(String what, Criterion criterion) throws IOException {
    add(what, criterion.id(), criterion.text());
    if (criterion instanceof Criterion.AnyOf any) {
      for (Criterion each : any.of()) {
        criterion("one of " + criterion.id(), each);
      }
    }
  }

  private void add(String what, String name, String says) throws IOException {
    sheet.row(Arrays.asList(what, name, says));
  }
}
