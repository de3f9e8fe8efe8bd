package dev.bookplate.report;

import java.io.IOException;

/** What a reader might take from the page, and must not. */
final class LimitsSection {
  private final Html html;
  private final boolean ofOutputs;

  /**
   * The section.
   *
   * @param ofOutputs whether models wrote what was searched
   */
  LimitsSection(Html html, boolean ofOutputs) {
    this.html = html;
    this.ofOutputs = ofOutputs;
  }

  void write() throws IOException {
    html.start("section", "prose").with("id", "limits");
    html.element("h2", "What this does not show");
    html.start("ul", "limits");
    for (MethodWords.Term limit : MethodWords.limits(ofOutputs)) {
      html.start("li").element("strong", limit.name()).text(" " + limit.text()).end();
    }
    html.end().end();
  }
}
