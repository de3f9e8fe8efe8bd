package dev.bookplate.notices;

import dev.bookplate.evidence.FindingLine;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was seen of the notices of a work in one copy.
 *
 * @param finding of the work in the document
 * @param isDuplicate whether an earlier copy of the work has the same text
 * @param lines of front and back matter; none where the reference has no notices, or was not
 *     examined
 * @param notExamined why nothing was looked at, or null
 */
public record CopyNotices(
    FindingLine finding, boolean isDuplicate, List<NoticeLine> lines, String notExamined) {
  /** Counts of lines of one sort in one copy. */
  public record Tally(long present, long altered, long absent, long notCovered) {
    /** Lines whose place the copy holds. */
    public long covered() {
      return present + altered + absent;
    }

    /** The share of these that are absent in context, or null. */
    public Double absentRate() {
      return covered() == 0 ? null : (Double) ((double) absent / covered());
    }
  }

  /** Which lines are counted. */
  public enum Sort {
    /** Lines that a rule names. */
    NOTICES,
    /** Lines of the front matter with a word of the record. */
    FILTER_WORDS,
    /** The other lines of the front matter. */
    OTHER_FRONT
  }

  /** Counts of a sort of lines. */
  public Tally tally(Sort sort) {
    Map<NoticeState, Long> counts = new EnumMap<>(NoticeState.class);
    for (NoticeLine line : lines) {
      boolean is =
          switch (sort) {
            case NOTICES -> line.isNotice();
            case FILTER_WORDS -> isFront(line) && line.hasFilterWord();
            case OTHER_FRONT -> isFront(line) && !line.hasFilterWord();
          };
      if (is) {
        counts.merge(line.state(), 1L, Long::sum);
      }
    }
    return new Tally(
        counts.getOrDefault(NoticeState.PRESENT, 0L),
        counts.getOrDefault(NoticeState.ALTERED, 0L),
        counts.getOrDefault(NoticeState.ABSENT_IN_CONTEXT, 0L),
        counts.getOrDefault(NoticeState.NOT_COVERED, 0L));
  }

  private static boolean isFront(NoticeLine line) {
    return line.part().equals("front");
  }

  /** Source and format: copies are compared with those that are alike in both. */
  public String stratum() {
    String member = finding.document().member();
    String path = member == null ? finding.document().path() : member;
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    String format = dot <= 0 ? "none" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    return finding.document().corpus() + " / " + format;
  }

  /** The work's rights: in-copyright, public-domain or unknown. */
  public String rights() {
    return finding.work().rights() == null ? "unknown" : finding.work().rights().status();
  }
}
