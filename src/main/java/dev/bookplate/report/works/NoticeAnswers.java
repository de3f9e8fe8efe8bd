package dev.bookplate.report.works;

import dev.bookplate.evidence.CsvTable;
import dev.bookplate.report.NoticeCopyRow;
import dev.bookplate.report.NoticesReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether a notice of a work is absent in context in one of its copies: Y, N, or NA where nobody
 * looked, or no copy holds the place of one.
 */
final class NoticeAnswers {
  private final Map<String, Boolean> absent = new HashMap<>();

  private NoticeAnswers() {}

  /** From the folder of a report, or null. */
  static NoticeAnswers of(Path folder) throws IOException {
    NoticeAnswers answers = new NoticeAnswers();
    if (folder != null) {
      try (Stream<NoticeCopyRow> rows =
          new CsvTable<>(NoticeCopyRow.class).read(folder.resolve(NoticesReport.COPIES))) {
        rows.filter(row -> row.notices() > row.notCovered())
            .forEach(
                row ->
                    answers.absent.merge(
                        key(row.catalogue(), row.workId()),
                        row.absentInContext() > 0,
                        Boolean::logicalOr));
      }
    }
    return answers;
  }

  private static String key(String catalogue, String workId) {
    return catalogue + "\0" + workId;
  }

  String of(String catalogue, String workId) {
    Boolean is = absent.get(key(catalogue, workId));
    if (is == null) {
      return "NA";
    }
    return is ? "Y" : "N";
  }
}
