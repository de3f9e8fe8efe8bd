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
  /**
   * What the elements of a kind of document do.
   *
   * @param blocks that stand on lines of their own
   * @param unseen that a reader does not see
   */
  record Style(Set<String> blocks, Set<String> unseen) {
    /** By names with blanks between them. */
    static Style of(String blocks, String unseen) {
      return new Style(Set.of(blocks.split(" ")), Set.of(unseen.split(" ")));
    }
  }

  /** Tells where the parts of a text begin. */
  interface Landmarks {
    /** The name of the part that begins with an element, or null where none does. */
    String name(Element element);
  }

  private static final Style PAGE =
      Style.of(
          ("address article aside blockquote body br caption center dd details div dl dt fieldset"
              + " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main menu nav ol"
              + " p pre section summary table tbody tfoot thead tr ul"
              // of FictionBook
              + " cite empty-line epigraph poem stanza subtitle text-author title v"),
          "head script style template rt rp noscript description binary stylesheet");

  private final Style style;
  private final Landmarks landmarks;
  private final MarkedText marked;
  private final StringBuilder out;
  private int unseen;
  private int preformatted;
  private char[] units = new char[1 << 10];

  private Markup(Style style, Landmarks landmarks, MarkedText marked) {
    this.style = style;
    this.landmarks = landmarks;
    this.marked = marked;
    this.out = marked.out();
  }

  /** Appends the text of a page, ending in a line feed if there is any. */
  static void append(Document page, MarkedText text) {
    append(page, PAGE, e -> null, text);
  }

  /** The same of a document of any kind, with the names of its parts. */
  static void append(Node node, Style style, Landmarks landmarks, MarkedText text) {
    NodeTraversor.traverse(new Markup(style, landmarks, text), node);
    breakLine(text.out());
  }

  /** The same of a page, with the names of its parts. */
  static void append(Document page, Landmarks landmarks, MarkedText text) {
    append(page, PAGE, landmarks, text);
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text) {
      if (unseen == 0) {
        text(text.getWholeText());
      }
    } else if (node instanceof Element element) {
      String name = element.normalName();
      unseen += style.unseen.contains(name) ? 1 : 0;
      preformatted += name.equals("pre") ? 1 : 0;
      around(name);
      String part = landmarks.name(element);
      if (part != null) {
        marked.mark(part);
      }
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      String name = element.normalName();
      unseen -= style.unseen.contains(name) ? 1 : 0;
      preformatted -= name.equals("pre") ? 1 : 0;
      around(name);
    }
  }

  private void around(String name) {
    if (unseen > 0) {
      return;
    }
    if (style.blocks.contains(name)) {
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
    int length = text.length();
    if (units.length < length) {
      units = new char[Math.max(length, 2 * units.length)];
    }
    char[] in = units; // an array is walked faster than a string
    text.getChars(0, length, in, 0);
    int from = 0;
    for (int i = 0; i < length; i++) {
      char c = in[i];
      if (c > ' ' || (c == ' ' && i > from && in[i - 1] != ' ')) {
        continue; // one blank between words is copied with them
      }
      if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
        out.append(in, from, i - from);
        blank();
        from = i + 1;
      }
    }
    out.append(in, from, length - from);
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
