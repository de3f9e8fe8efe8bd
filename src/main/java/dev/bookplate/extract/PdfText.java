package dev.bookplate.extract;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The pages of a PDF as one text: what goes on over a page break stands there unbroken. Running
 * heads, which are on every page, stand once, behind the last.
 */
final class PdfText {
  private static final Pattern SENTENCE_END =
      Pattern.compile("[.!?:\u2026][\\p{Pe}\\p{Pf}\"'\u201d\u2019]*$");

  private PdfText() {}

  static MarkedText of(PdfPages pages) {
    List<List<String>> lines = pages.lines();
    RunningHeads heads = new RunningHeads(lines);
    MarkedText text = new MarkedText();
    String last = "";
    for (int page = 0; page < lines.size(); page++) {
      List<String> own = heads.withoutHeads(page);
      if (own.isEmpty()) {
        continue;
      }
      boolean goesOn = last.isEmpty() || !SENTENCE_END.matcher(last).find();
      text.out().append(goesOn ? "" : "\n");
      text.mark("page " + (page + 1));
      append(own, text);
      last = own.getLast();
    }
    append("form fields", pages.outside(), text);
    append("running heads", heads.heads(), text);
    return text;
  }

  private static void append(String name, List<String> lines, MarkedText text) {
    if (lines.stream().anyMatch(line -> !line.isBlank())) {
      text.out().append(text.out().isEmpty() ? "" : "\n");
      text.mark(name);
      append(lines, text);
    }
  }

  /** Of empty lines no more than one in a row. */
  private static void append(List<String> lines, MarkedText text) {
    boolean empty = true;
    for (String line : lines) {
      if (!line.isBlank() || !empty) {
        text.out().append(line).append('\n');
      }
      empty = line.isBlank();
    }
  }
}
