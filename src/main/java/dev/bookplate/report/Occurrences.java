package dev.bookplate.report;

import dev.bookplate.evidence.WorkRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Says how often the parts of a work occur in the corpus, all documents together. */
final class Occurrences {
  private final Html html;

  Occurrences(Html html) {
    this.html = html;
  }

  /** Writes a line or two; nothing of a work of which nothing counts. */
  void write(WorkRow work) throws IOException {
    if (work.exactWords() == null || work.exactWords() == 0) {
      return;
    }
    html.element(
        "small", "block", parts(work) + "; of the words " + String.join(", ", shares(work)) + ".");
    if (work.mostTimes() > 1) {
      html.element("small", "block", times(work));
    }
  }

  private static String parts(WorkRow work) {
    String stretches =
        Figures.count(work.distinctPassages(), "distinct passage", "distinct passages");
    return work.passages() == work.distinctPassages()
        ? stretches
        : Figures.count(work.passages(), "passage", "passages") + " make " + stretches;
  }

  private static List<String> shares(WorkRow work) {
    List<String> shares = new ArrayList<>();
    share(shares, work.shareOnce(), "once");
    share(shares, work.shareTwoToFour(), "2 to 4 times");
    share(shares, work.shareFiveOrMore(), "5 times or more");
    return shares;
  }

  private static void share(List<String> shares, double share, String times) {
    if (share > 0) {
      shares.add(Figures.percent(share) + " " + times);
    }
  }

  private static String times(WorkRow work) {
    String mean = "On average each word " + number(work.meanTimes()) + " times";
    if (work.meanTimes() != work.meanTimesDistinctTexts()) {
      mean += ", " + number(work.meanTimesDistinctTexts()) + " without repeated documents";
    }
    if (work.mostTimesStart() == null || work.mostTimesEnd() == null) {
      return mean + ".";
    }
    return mean
        + "; at most "
        + Figures.count(work.mostTimes())
        + " times, first at words "
        + Figures.count(work.mostTimesStart() + 1L)
        + "\u2013"
        + Figures.count(work.mostTimesEnd())
        + ".";
  }

  private static String number(double times) {
    BigDecimal rounded = BigDecimal.valueOf(times).setScale(2, RoundingMode.HALF_EVEN);
    return rounded.stripTrailingZeros().toPlainString();
  }
}
