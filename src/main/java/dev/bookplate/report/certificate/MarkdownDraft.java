package dev.bookplate.report.certificate;

import dev.bookplate.report.VisibleText;
import java.util.List;
import java.util.stream.Collectors;

/** A draft as Markdown. Text from outside is escaped: it makes no heading, link or table. */
final class MarkdownDraft {
  private static final String SIGNS = "\\`*_{}[]<>()#+-.!|~&";

  private MarkdownDraft() {}

  static String of(Draft draft) {
    StringBuilder out = new StringBuilder();
    mark(draft, out);
    for (Draft.Block block : draft.blocks()) {
      switch (block) {
        case Draft.Block.Heading heading ->
            out.append("#".repeat(heading.level())).append(' ').append(escaped(heading.text()));
        case Draft.Block.Paragraph paragraph -> out.append(escaped(paragraph.text()));
        case Draft.Block.Item item -> out.append("- ").append(escaped(item.text()));
        case Draft.Block.Blank blank ->
            out.append("**").append(escaped(blank.label())).append(":** ").append("\\_".repeat(30));
        case Draft.Block.Table table -> table(table, out);
      }
      out.append("\n\n");
    }
    mark(draft, out);
    return out.toString().stripTrailing() + "\n";
  }

  private static void mark(Draft draft, StringBuilder out) {
    out.append("**").append(Draft.MARK).append("**");
    if (draft.designation() != null) {
      out.append(" · ").append(escaped(draft.designation()));
    }
    out.append("\n\n");
  }

  private static void table(Draft.Block.Table table, StringBuilder out) {
    row(table.head(), out);
    out.append("|").append(" --- |".repeat(table.head().size())).append('\n');
    table.rows().forEach(row -> row(row, out));
    out.setLength(out.length() - 1);
  }

  private static void row(List<String> cells, StringBuilder out) {
    out.append(
        cells.stream()
            .map(MarkdownDraft::escaped)
            .collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    String line = VisibleText.oneLine(text == null ? "" : text);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean isPlain = SIGNS.indexOf(c) < 0 || isHarmless(line, i);
      out.append(isPlain ? "" : "\\").append(c);
    }
    return out.toString();
  }

  /** A point, hyphen, plus or bracket within a text starts nothing, unless it numbers an item. */
  private static boolean isHarmless(String line, int i) {
    return i > 0
        && ".-+()".indexOf(line.charAt(i)) >= 0
        && !line.substring(0, i).chars().allMatch(Character::isDigit);
  }
}
