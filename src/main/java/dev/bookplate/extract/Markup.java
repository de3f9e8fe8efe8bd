package dev.bookplate.extract;

import dev.bookplate.extract.page.Lines;
import dev.bookplate.extract.page.Style;
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
  /** Tells where the parts of a text begin. */
  interface Landmarks {
    /** The name of the part that begins with an element, or null where none does. */
    String name(Element element);
  }

  private final Style style;
  private final Landmarks landmarks;
  private final MarkedText marked;
  private final Lines lines;
  private char[] units = new char[1 << 10];

  private Markup(Style style, Landmarks landmarks, MarkedText marked) {
    this.style = style;
    this.landmarks = landmarks;
    this.marked = marked;
    lines = new Lines(marked.out());
  }

  /** Appends the text of a page, ending in a line feed if there is any. */
  static void append(Document page, MarkedText text) {
    append(page, Style.PAGE, e -> null, text);
  }

  /** The same of a document of any kind, with the names of its parts. */
  static void append(Node node, Style style, Landmarks landmarks, MarkedText text) {
    Markup markup = new Markup(style, landmarks, text);
    NodeTraversor.traverse(markup, node);
    markup.lines.breakLine();
  }

  /** The same of a page, with the names of its parts. */
  static void append(Document page, Landmarks landmarks, MarkedText text) {
    append(page, Style.PAGE, landmarks, text);
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text) {
      if (!lines.isUnseen()) {
        text(text.getWholeText());
      }
    } else if (node instanceof Element element) {
      lines.open(style.look(element.normalName()));
      String part = landmarks.name(element);
      if (part != null) {
        marked.mark(part);
      }
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      lines.close(style.look(element.normalName()));
    }
  }

  private void text(String text) {
    int length = text.length();
    if (units.length < length) {
      units = new char[Math.max(length, 2 * units.length)];
    }
    text.getChars(0, length, units, 0); // an array is walked faster than a string
    lines.text(units, 0, length);
  }
}
