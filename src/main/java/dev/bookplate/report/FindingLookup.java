package dev.bookplate.report;

import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.RunReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds a finding by its id, or by the start of it. */
public sealed interface FindingLookup {
  /** Candidates that are named when a prefix is not enough. */
  int CANDIDATES = 10;

  /** The one that was meant. */
  record Found(FindingLine finding) implements FindingLookup {}

  /** No id starts so. */
  record None(String prefix) implements FindingLookup {
    /** One sentence for the user. */
    public String message() {
      return "No finding's id starts with \""
          + VisibleText.oneLine(prefix)
          + "\"; the ids stand in findings.csv.";
    }
  }

  /**
   * Several ids start so.
   *
   * @param candidates the first of them, in the run's order
   * @param total all of them
   */
  record Ambiguous(String prefix, List<FindingLine> candidates, long total)
      implements FindingLookup {
    /** One sentence for the user, then a line for each candidate. */
    public String message() {
      StringBuilder out = new StringBuilder();
      out.append(Figures.count(total)).append(" findings have ids that start with \"");
      out.append(VisibleText.oneLine(prefix)).append("\"; give more of the one you mean:");
      for (FindingLine finding : candidates) {
        out.append("\n  ").append(VisibleText.oneLine(finding.id() + "  " + describe(finding)));
      }
      if (total > candidates.size()) {
        out.append("\n  and ").append(Figures.count(total - candidates.size())).append(" more");
      }
      return out.toString();
    }

    private static String describe(FindingLine finding) {
      String title = finding.work().title();
      return finding.grade()
          + ", "
          + (title == null ? finding.work().id() : title)
          + ", "
          + Place.file(finding.document())
          + ", record "
          + finding.document().record();
    }
  }

  /**
   * Looks through a run. A whole id wins over ids that it is the start of.
   *
   * @param prefix hex digits, in any case
   */
  static FindingLookup find(RunReader run, String prefix) throws IOException {
    String wanted = prefix.strip().toLowerCase(Locale.ROOT);
    List<FindingLine> candidates = new ArrayList<>();
    long total = 0;
    try (Stream<FindingLine> findings = run.findings()) {
      for (Iterator<FindingLine> each = findings.iterator(); each.hasNext(); ) {
        FindingLine finding = each.next();
        if (finding.id().equals(wanted)) {
          return new Found(finding);
        }
        if (!wanted.isEmpty() && finding.id().startsWith(wanted)) {
          total++;
          if (candidates.size() < CANDIDATES) {
            candidates.add(finding);
          }
        }
      }
    }
    return switch (candidates.size()) {
      case 0 -> new None(prefix);
      case 1 -> new Found(candidates.get(0));
      default -> new Ambiguous(prefix, candidates, total);
    };
  }
}
