package dev.bookplate.report.works;

import dev.bookplate.criteria.CriteriaRules;
import dev.bookplate.criteria.KnownWorks;
import dev.bookplate.criteria.Verdict;
import dev.bookplate.evidence.CopyRow;
import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.evidence.WorkRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The list of works of a run with their copies: two CSV files, and the same in one spreadsheet with
 * the rules. Holds in memory what was found, not what was looked for.
 */
public final class WorksList {
  /** The works as CSV. */
  public static final String WORKS = "works-list.csv";

  /** The copies as CSV. */
  public static final String COPIES = "copies-list.csv";

  /** All of it. */
  public static final String BOOK = "works-list.xlsx";

  private static final FoundWork NOTHING = new FoundWork();

  /**
   * What is asked for.
   *
   * @param rules by which works qualify
   * @param known what else is known of works
   * @param designation of confidentiality, or null
   * @param foundOnly whether works of which nothing was found are left out
   * @param notices folder of what was seen of notices, or null
   * @param beside what else is at hand
   */
  public record Asked(
      CriteriaRules rules,
      KnownWorks known,
      String designation,
      boolean foundOnly,
      Path notices,
      BesideRun beside) {}

  /**
   * What was written.
   *
   * @param works rows
   * @param copies rows
   * @param verdicts how many works have each
   */
  public record Written(long works, long copies, Map<Verdict, Long> verdicts) {}

  private record Key(String catalogue, String workId) {}

  private final RunReader run;
  private final Asked asked;
  private final RunTokens tokens;
  private final Map<Key, FoundWork> found = new HashMap<>();
  private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
  private long works;
  private long copies;

  private WorksList(RunReader run, Asked asked) throws IOException {
    this.run = run;
    tokens = RunTokens.of(run);
    this.asked = asked;
    for (Verdict verdict : Verdict.values()) {
      verdicts.put(verdict, 0L);
    }
  }

  /** Writes the three files into a folder that is there. */
  public static Written write(RunReader run, Asked asked, Path folder) throws IOException {
    WorksList list = new WorksList(run, asked);
    try (XlsxBook book = new XlsxBook()) {
      List<String> columns = WorkSheet.columns(asked.rules());
      Sheet works = book.sheet("Works", columns);
      Sheet copies = book.sheet("Copies", CopySheet.COLUMNS);
      RulesSheet.write(asked.rules(), book.sheet("Rules", RulesSheet.COLUMNS));
      try (CsvSheet csv = new CsvSheet(folder.resolve(COPIES))) {
        csv.row(CopySheet.COLUMNS);
        list.copies(Sheet.both(csv, copies));
      }
      try (CsvSheet csv = new CsvSheet(folder.resolve(WORKS))) {
        csv.row(columns);
        list.works(Sheet.both(csv, works));
      }
      book.write(folder.resolve(BOOK));
    }
    return new Written(list.works, list.copies, Map.copyOf(list.verdicts));
  }

  /** Copies stand in the order of the findings. */
  private void copies(Sheet sheet) throws IOException {
    DocumentStates states = DocumentStates.of(run);
    CopySheet rows = new CopySheet(run.manifest(), tokens, asked.beside(), asked.designation());
    try (Stream<FindingLine> findings = run.findings();
        Stream<CopyRow> copyRows = run.copies()) {
      Iterator<CopyRow> next = copyRows.iterator();
      CopyRow copy = next.hasNext() ? next.next() : null;
      for (Iterator<FindingLine> each = findings.iterator(); each.hasNext(); ) {
        FindingLine finding = each.next();
        FoundWork.Seen seen = seen(finding, states);
        FoundWork work =
            found.computeIfAbsent(
                new Key(finding.work().catalogue(), finding.work().id()), k -> new FoundWork());
        if (copy != null && copy.findingId().equals(finding.id())) {
          work.addCopy(finding, copy, seen);
          sheet.row(rows.row(copy, finding, seen));
          copies++;
          copy = next.hasNext() ? next.next() : null;
        } else {
          work.add(finding, seen.state(), seen.sources());
        }
      }
    }
  }

  private FoundWork.Seen seen(FindingLine finding, DocumentStates states) {
    return new FoundWork.Seen(
        states.of(finding),
        states.mistitled(finding),
        asked.rules().sourcesOf(finding.document().corpus(), finding.document().path()));
  }

  private void works(Sheet sheet) throws IOException {
    WorkSheet rows = new WorkSheet(asked.rules(), NoticeAnswers.of(asked.notices()), tokens);
    try (Stream<WorkRow> all = run.works()) {
      for (Iterator<WorkRow> each = all.iterator(); each.hasNext(); ) {
        WorkRow work = each.next();
        FoundWork its = found.getOrDefault(new Key(work.catalogue(), work.workId()), NOTHING);
        if (!asked.foundOnly() || its != NOTHING) {
          WorkSheet.Row row =
              rows.row(work, asked.known().of(work.catalogue(), work.workId()), its);
          sheet.row(row.cells());
          verdicts.merge(row.qualification().verdict(), 1L, Long::sum);
          works++;
        }
      }
    }
  }
}
