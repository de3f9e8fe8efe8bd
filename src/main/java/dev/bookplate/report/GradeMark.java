package dev.bookplate.report;

import java.io.IOException;

/** A grade as a word with a sign, so that colour is never needed. */
final class GradeMark {
  private static final String[] SIGNS = {"\u25CF", "\u25D0", "\u25CB", "\u2013"};

  private GradeMark() {}

  static void write(Html html, String grade) throws IOException {
    html.start("span", "grade " + GradeOrder.cssClass(grade));
    html.start("span").with("aria-hidden", "true").text(SIGNS[GradeOrder.rank(grade)]).end();
    html.text(" ").text(grade == null ? "none" : grade).end();
  }
}
