package dev.bookplate.report;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Writes a list of names and values; what is not known has no line. */
final class Facts {
  private final Html html;

  Facts(Html html) throws IOException {
    this.html = html;
    html.start("dl", "facts");
  }

  Facts add(String name, String value) throws IOException {
    if (value != null && !value.isEmpty()) {
      html.start("div").start("dt").foreign(name).end().start("dd").foreign(value).end().end();
    }
    return this;
  }

  Facts add(String name, List<String> values) throws IOException {
    return values == null ? this : add(name, String.join(", ", values));
  }

  Facts add(String name, long number) throws IOException {
    return add(name, Figures.count(number));
  }

  Facts addAll(Map<String, String> facts) throws IOException {
    if (facts != null) {
      for (Map.Entry<String, String> entry : facts.entrySet()) {
        add(entry.getKey(), entry.getValue());
      }
    }
    return this;
  }

  void end() throws IOException {
    html.end();
  }
}
