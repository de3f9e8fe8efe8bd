package dev.bookplate.audit;

import dev.bookplate.match.Finding;
import dev.bookplate.match.Grade;
import dev.bookplate.match.Passage;
import dev.bookplate.origin.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of a planted passage: whether it was found, how well, and what else was. */
final class Detection {
  /** Characters on either side of a planted passage that a report of it may take in too. */
  private static final int SLACK = 40;

  private final Planting.Task task;
  private final Planting.Planted planted;
  private final List<Finding> findings;

  /** Of what was found in the document that holds the passage. */
  Detection(Planting.Task task, Planting.Planted planted, List<Finding> findings) {
    this.task = task;
    this.planted = planted;
    this.findings = findings;
  }

  /** The highest grade whose findings of the work hold half of the passage, or null. */
  Grade found() {
    Grade highest = null;
    for (Grade grade : Grade.values()) {
      highest = 2 * covered(grade) >= planted.place().length() ? grade : highest;
    }
    return highest;
  }

  /** The highest grade of a finding of an unrelated work, or null. */
  Grade elsewhere() {
    return ControlMatcher.hits(0, findings).stream()
        .filter(hit -> !task.related().contains(hit.key()))
        .map(FalseHit::grade)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  CharacterCounts characters() {
    Span near =
        new Span(Math.max(0, planted.place().start() - SLACK), planted.place().end() + SLACK);
    long reported = 0;
    long right = 0;
    int passages = 0;
    for (Map.Entry<String, List<Span>> work : reported().entrySet()) {
      List<Span> merged = merged(work.getValue());
      reported += merged.stream().mapToLong(Span::length).sum();
      if (work.getKey().isEmpty()) {
        right += merged.stream().mapToLong(s -> s.overlap(near)).sum();
        passages +=
            (int)
                work.getValue().stream()
                    .filter(s -> s.overlap(planted.place()) > 0)
                    .distinct()
                    .count();
      }
    }
    return new CharacterCounts(
        planted.place().length(), covered(Grade.LEAD), reported, right, passages);
  }

  /** Places of reported passages by work; under no name those of the right one and its kin. */
  private Map<String, List<Span>> reported() {
    Map<String, List<Span>> works = new TreeMap<>();
    for (Finding finding : findings) {
      String key = ControlBook.key(finding.reference());
      String name = task.related().contains(key) ? "" : key;
      finding.passages().stream()
          .filter(p -> p.common() == null)
          .forEach(p -> works.computeIfAbsent(name, n -> new ArrayList<>()).add(p.document()));
    }
    return works;
  }

  private long covered(Grade lowest) {
    List<Span> spans = new ArrayList<>();
    for (Finding finding : findings) {
      if (finding.grade().compareTo(lowest) >= 0) {
        finding.passages().stream()
            .filter(p -> isOfBook(finding, p))
            .forEach(p -> spans.add(p.document()));
      }
    }
    return merged(spans).stream().mapToLong(s -> s.overlap(planted.place())).sum();
  }

  /** Whether a passage is said to be the book's, and from where it was taken. */
  private boolean isOfBook(Finding finding, Passage passage) {
    if (!ControlBook.key(finding.reference()).equals(task.book().key())) {
      return false;
    }
    Span at = passage.reference();
    Span from = planted.reference();
    // offsets in another edition of the work cannot be compared
    return !finding.reference().edition().id().equals(task.book().reference().edition().id())
        || 2 * at.overlap(from) >= Math.min(at.length(), from.length());
  }

  private static List<Span> merged(List<Span> spans) {
    List<Span> merged = new ArrayList<>();
    for (Span span : spans.stream().sorted(Comparator.comparingInt(Span::start)).toList()) {
      Span last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && span.start() <= last.end()) {
        merged.set(merged.size() - 1, new Span(last.start(), Math.max(last.end(), span.end())));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }
}
