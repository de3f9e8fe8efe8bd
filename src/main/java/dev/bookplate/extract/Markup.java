package dev.bookplate.extract;

import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * The text that a reader of a page sees: blocks on lines of their own, blanks collapsed as browsers
 * do, without scripts, styles and the readings above ruby text.
 */
final class Markup implements NodeVisitor {
  private static final Set<String> BLOCKS =
      Set.of(
          ("address article aside blockquote body br caption center dd details div dl dt fieldset"
                  + " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main menu nav ol"
                  + " p pre section summary table tbody tfoot thead tr ul"
                  // of FictionBook
                  + " cite empty-line epigraph poem stanza subtitle text-author title v")
              .split(" "));
  private static final Set<String> UNSEEN =
      Set.of(
          "head",
          "script",
          "style",
          "template",
          "rt",
          "rp",
          "noscript",
          "description",
          "binary",
          "stylesheet");

  private final StringBuilder out;
  private int unseen;
  private int preformatted;

  private Markup(StringBuilder out) {
    this.out = out;
  }

  /** Appends the text of a page, ending in a line feed if there is any. */
  static void append(Document page, StringBuilder out) {
    NodeTraversor.traverse(new Markup(out), page);
    breakLine(out);
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text) {
      if (unseen == 0) {
        text(text.getWholeText());
      }
    } else if (node instanceof Element element) {
      String name = element.normalName();
      unseen += UNSEEN.contains(name) ? 1 : 0;
      preformatted += name.equals("pre") ? 1 : 0;
      around(name);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      String name = element.normalName();
      unseen -= UNSEEN.contains(name) ? 1 : 0;
      preformatted -= name.equals("pre") ? 1 : 0;
      around(name);
    }
  }

  private void around(String name) {
    if (unseen > 0) {
      return;
    }
    if (BLOCKS.contains(name)) {
      breakLine(out);
    } else if (name.equals("td") || name.equals("th")) {
      blank();
    }
  }

  private void text(String text) {
    if (preformatted > 0) {
      out.append(text);
      return;
    }
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' && i > from && text.charAt(i - 1) != ' ') {
        continue; // one blank between words is copied with them
      }
      if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
        out.append(text, from, i);
        blank();
        from = i + 1;
      }
    }
    out.append(text, from, text.length());
  }

  private void blank() {
    char last = out.isEmpty() ? '\n' : out.charAt(out.length() - 1);
    if (last != '\n' && last != ' ') {
      out.append(' ');
    }
  }

  private static void breakLine(StringBuilder out) {
    if (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
      out.setLength(out.length() - 1);
    }
    if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
      out.append('\n');
    }
  }
}
