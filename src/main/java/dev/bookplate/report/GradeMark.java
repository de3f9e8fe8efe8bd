package dev.bookplate.report;

import java.io.IOException;

/** A grade as a word; the style sheet adds a sign. */
final class GradeMark {
  private GradeMark() {}

  static void write(Html html, String grade) throws IOException {
    html.start("span", "grade " + GradeOrder.cssClass(grade));
    html.text(grade == null ? "none" : grade).end();
  }
}
