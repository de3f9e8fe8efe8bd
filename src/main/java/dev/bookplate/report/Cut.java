package dev.bookplate.report;

import java.io.IOException;

/** Says how much of a list the page leaves out, and where it stands. */
final class Cut {
  private Cut() {}

  /** Writes nothing where nothing is left out. */
  static void write(Html html, long left, String what, String file) throws IOException {
    if (left > 0) {
      html.start("p", "cut")
          .text(Figures.count(left) + " more " + what + " are not on this page: ");
      html.text("see ").element("code", file).text(" in the run's folder.").end();
    }
  }
}
