package dev.bookplate.report;

import dev.bookplate.evidence.MarkerRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Markers by rule: as many as there are rules, however many files have them. */
final class MarkerCounts {
  /**
   * What a rule found.
   *
   * @param first the first row with a document
   * @param documents of all files
   * @param files with such a document
   * @param unfinished documents in which it took too many steps
   */
  record OfRule(MarkerRow first, long documents, long files, long unfinished) {
    private OfRule and(OfRule next) {
      return new OfRule(
          documents == 0 ? next.first : first,
          documents + next.documents,
          files + next.files,
          unfinished + next.unfinished);
    }
  }

  private final Map<String, OfRule> rules = new TreeMap<>();

  void add(MarkerRow row) {
    OfRule here = new OfRule(row, row.documents(), row.documents() > 0 ? 1 : 0, row.unfinished());
    rules.merge(row.rule(), here, OfRule::and);
  }

  /** The rule that most documents have first. */
  List<OfRule> list() {
    List<OfRule> list = new ArrayList<>(rules.values());
    list.sort(Comparator.comparingLong(OfRule::documents).reversed());
    return list;
  }
}
