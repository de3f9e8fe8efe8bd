package dev.bookplate.notices;

import dev.bookplate.evidence.Calibration.Interval;
import dev.bookplate.evidence.ClopperPearson;
import dev.bookplate.notices.CopyNotices.Sort;
import dev.bookplate.notices.CopyNotices.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rates over a corpus. The copy is the unit: lines of one copy stand or fall together. Copies with
 * the same text as an earlier one are counted once.
 */
public final class NoticeRates {
  /** What is drawn depends on this and on the values alone. */
  public static final long SEED = 20_261_129;

  private final Map<String, Group> byRights = new TreeMap<>();
  private final List<PermutationTest.Unit> units = new ArrayList<>();
  private final List<Double> pairs = new ArrayList<>();
  private final Map<Sort, long[]> lines = new TreeMap<>();
  private long copies;
  private long duplicates;
  private long withoutNotices;
  private long notExamined;

  private static final class Group {
    private long copies;
    private long withAbsent;
    private double sum;
  }

  /**
   * Copies of works of one status.
   *
   * @param copies with notices whose place they hold
   * @param withAbsent of these: copies in which one at least is absent in context
   * @param share of these
   * @param interval of that share, 95 %, exact
   * @param meanRate mean over copies of the share of their notices that are absent in context
   */
  public record RightsRate(
      long copies, long withAbsent, Double share, Interval interval, Double meanRate) {}

  /**
   * All rates.
   *
   * @param copies that were looked at
   * @param duplicates of these: not counted, since an earlier copy has the same text
   * @param withoutNotices of these: their reference has no notices
   * @param notExamined copies that could not be looked at
   * @param byRights copies by the status of their works
   * @param inCopyrightAgainstPublicDomain means of copies' rates; null where no source and format
   *     has copies of both
   * @param filterWordsAgainstOthers within each copy: the rate of lines with filter words less that
   *     of the front matter's other lines; null without such copies
   * @param lines by sort: present, altered, absent in context, not covered
   * @param seed of what is drawn
   */
  public record Rates(
      long copies,
      long duplicates,
      long withoutNotices,
      long notExamined,
      Map<String, RightsRate> byRights,
      PermutationTest.Result inCopyrightAgainstPublicDomain,
      PermutationTest.Result filterWordsAgainstOthers,
      Map<String, List<Long>> lines,
      long seed) {}

  /** Adds a copy. */
  public void add(CopyNotices copy) {
    copies++;
    if (copy.notExamined() != null) {
      notExamined++;
    } else if (copy.isDuplicate()) {
      duplicates++;
    } else if (copy.lines().isEmpty()) {
      withoutNotices++;
    } else {
      count(copy);
    }
  }

  private void count(CopyNotices copy) {
    for (Sort sort : Sort.values()) {
      Tally tally = copy.tally(sort);
      long[] sums = lines.computeIfAbsent(sort, s -> new long[4]);
      sums[0] += tally.present();
      sums[1] += tally.altered();
      sums[2] += tally.absent();
      sums[3] += tally.notCovered();
    }
    Tally notices = copy.tally(Sort.NOTICES);
    Double rate = notices.absentRate();
    if (rate != null) {
      Group group = byRights.computeIfAbsent(copy.rights(), r -> new Group());
      group.copies++;
      group.withAbsent += notices.absent() > 0 ? 1 : 0;
      group.sum += rate;
      if (!copy.rights().equals("unknown")) {
        boolean isInCopyright = copy.rights().equals("in-copyright");
        units.add(new PermutationTest.Unit(copy.stratum(), isInCopyright, rate));
      }
    }
    Double filtered = copy.tally(Sort.FILTER_WORDS).absentRate();
    Double other = copy.tally(Sort.OTHER_FRONT).absentRate();
    if (filtered != null && other != null) {
      pairs.add(filtered - other);
    }
  }

  /** The rates of what was added; the order in which it was does not matter. */
  public Rates rates() {
    PermutationTest test = new PermutationTest(SEED);
    Map<String, RightsRate> rights = new TreeMap<>();
    byRights.forEach(
        (status, g) ->
            rights.put(
                status,
                new RightsRate(
                    g.copies,
                    g.withAbsent,
                    (double) g.withAbsent / g.copies,
                    ClopperPearson.interval(g.withAbsent, g.copies),
                    g.sum / g.copies)));
    Map<String, List<Long>> sums = new TreeMap<>();
    lines.forEach((sort, n) -> sums.put(sort.name(), List.of(n[0], n[1], n[2], n[3])));
    return new Rates(
        copies,
        duplicates,
        withoutNotices,
        notExamined,
        rights,
        test.ofGroups(units),
        test.ofPairs(pairs.stream().mapToDouble(d -> d).toArray()),
        sums,
        SEED);
  }
}
