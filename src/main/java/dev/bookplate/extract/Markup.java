package dev.bookplate.extract;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
   * @param looks by the names of elements; the text does not see others
   */
  record Style(Map<String, Lines.Look> looks) {
    /**
     * By names with blanks between them.
     *
     * @param blocks that stand on lines of their own
     * @param unseen that a reader does not see
     */
    static Style of(String blocks, String unseen) {
      Set<String> lines = Set.of(blocks.split(" "));
      Set<String> none = Set.of(unseen.split(" "));
      Map<String, Lines.Look> looks = new HashMap<>();
      Stream.of(lines, none, Set.of("td", "th", "pre"))
          .flatMap(Set::stream)
          .forEach(
              name ->
                  looks.put(
                      name,
                      new Lines.Look(
                          lines.contains(name),
                          name.equals("td") || name.equals("th"),
                          none.contains(name),
                          name.equals("pre"))));
      return new Style(Map.copyOf(looks));
    }

    /** Of the elements of a name. */
    Lines.Look look(String name) {
      return looks.getOrDefault(name, Lines.Look.PLAIN);
    }
  }

  /** Tells where the parts of a text begin. */
  interface Landmarks {
    /** The name of the part that begins with an element, or null where none does. */
    String name(Element element);
  }

  /** Web pages. */
  static final Style PAGE =
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
    append(page, PAGE, e -> null, text);
  }

  /** The same of a document of any kind, with the names of its parts. */
  static void append(Node node, Style style, Landmarks landmarks, MarkedText text) {
    Markup markup = new Markup(style, landmarks, text);
    NodeTraversor.traverse(markup, node);
    markup.lines.breakLine();
  }

  /** The same of a page, with the names of its parts. */
  static void append(Document page, Landmarks landmarks, MarkedText text) {
    append(page, PAGE, landmarks, text);
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
