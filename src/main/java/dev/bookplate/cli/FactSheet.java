package dev.bookplate.cli;

import dev.bookplate.report.VisibleText;
import java.util.ArrayList;
import java.util.List;

/** Heads with named facts below them; what they hold cannot act on a terminal. */
final class FactSheet {
  private static final int LABEL = 14;

  private final List<String> lines = new ArrayList<>();

  /** Starts a group. */
  void head(String head) {
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.add(VisibleText.oneLine(head));
  }

  /** A fact; null or nothing is left out. An empty label goes on with the one before. */
  void fact(String label, Object value) {
    if (value != null && !value.toString().isEmpty()) {
      lines.add(
          "  "
              + label
              + " ".repeat(Math.max(1, LABEL - label.length()))
              + VisibleText.oneLine(value.toString()));
    }
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
