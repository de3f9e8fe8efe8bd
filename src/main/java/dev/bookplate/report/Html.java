package dev.bookplate.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes HTML that is well-formed XML too. Text goes in only through methods that escape it; no
 * method takes markup, and no attribute that could fetch or run something can be written. Names of
 * elements and attributes come from this package's code, never from a run.
 */
final class Html {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]*");
  private static final Set<String> VOID = Set.of("meta", "br", "hr", "input", "rect", "path");
  private static final Set<String> ALONE =
      Set.of(
          "html",
          "head",
          "body",
          "meta",
          "title",
          "style",
          "script",
          "header",
          "main",
          "footer",
          "section",
          "nav",
          "h1",
          "h2",
          "h3",
          "h4",
          "p",
          "div",
          "ul",
          "ol",
          "li",
          "dl",
          "dt",
          "dd",
          "table",
          "caption",
          "thead",
          "tbody",
          "tr",
          "details",
          "summary",
          "blockquote");

  /** Hebrew begins there; nothing before it is written from right to left. */
  private static final char FIRST_RIGHT_TO_LEFT = 0x590;

  private final Writer out;
  private final Deque<String> open = new ArrayDeque<>();
  private boolean inTag;

  Html(Writer out) throws IOException {
    this.out = out;
    out.write("<!DOCTYPE html>\n");
  }

  /** Opens an element; attributes may follow. */
  Html start(String name) throws IOException {
    closeTag();
    out.append('<').append(checked(name));
    open.push(name);
    inTag = true;
    return this;
  }

  /** Opens an element of a class. */
  Html start(String name, String cssClass) throws IOException {
    return start(name).with("class", cssClass);
  }

  /** Adds an attribute to the element just opened; null adds none. */
  Html with(String name, String value) throws IOException {
    if (value == null) {
      return this;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (!inTag || lower.startsWith("on") || Set.of("src", "href", "style").contains(lower)) {
      throw new IllegalArgumentException("no attribute " + name + " can stand here");
    }
    attribute(name, value);
    return this;
  }

  /** Makes the element just opened a link to another place of the same page. */
  Html toAnchor(String anchor) throws IOException {
    attribute("href", "#" + anchor);
    return this;
  }

  /** Writes text; what it would hide is shown by number. Null writes nothing. */
  Html text(String text) throws IOException {
    closeTag();
    if (text != null) {
      VisibleText.split(text, new Shown());
    }
    return this;
  }

  /**
   * Writes text from outside, so that its direction cannot reach beyond it. Null writes nothing.
   */
  Html foreign(String text) throws IOException {
    boolean leftToRight = text == null || text.chars().allMatch(c -> c < FIRST_RIGHT_TO_LEFT);
    return leftToRight ? text(text) : start("bdi").text(text).end();
  }

  /** Writes an element that holds text only. */
  Html element(String name, String text) throws IOException {
    return start(name).text(text).end();
  }

  /** Writes an element of a class that holds text only. */
  Html element(String name, String cssClass, String text) throws IOException {
    return start(name, cssClass).text(text).end();
  }

  /** Closes the element opened last. */
  Html end() throws IOException {
    String name = open.pop();
    if (VOID.contains(name)) {
      out.write(inTag ? "/>" : "");
      inTag = false;
    } else {
      closeTag();
      out.append("</").append(name).append('>');
    }
    if (ALONE.contains(name)) {
      out.append('\n');
    }
    return this;
  }

  /** Writes an element that holds our own style or script, which need no escape in HTML or XML. */
  Html code(String name, String source) throws IOException {
    if (source.indexOf('<') >= 0 || source.indexOf('&') >= 0) {
      throw new IllegalArgumentException("the code in " + name + " holds markup");
    }
    start(name).closeTag();
    out.write(source);
    return end();
  }

  /** Refuses a page with elements left open. */
  void finish() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("left open: " + open);
    }
  }

  private void attribute(String name, String value) throws IOException {
    out.append(' ').append(checked(name)).append("=\"");
    escape(VisibleText.oneLine(value));
    out.append('"');
  }

  private void closeTag() throws IOException {
    if (inTag) {
      out.append('>');
      inTag = false;
    }
  }

  private void escape(CharSequence text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.write("&amp;");
        case '<' -> out.write("&lt;");
        case '>' -> out.write("&gt;");
        case '"' -> out.write("&quot;");
        case '\'' -> out.write("&#39;");
        default -> out.write(c);
      }
    }
  }

  private static String checked(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a name of an element or attribute: " + name);
    }
    return name;
  }

  /** Writes what may be seen, and the rest by number. */
  private final class Shown implements VisibleText.Sink<IOException> {
    @Override
    public void plain(String text, int start, int end) throws IOException {
      escape(text.substring(start, end));
    }

    @Override
    public void hidden(int codePoint) throws IOException {
      boolean plainOnly = "title".equals(open.peek()) || "option".equals(open.peek());
      if (plainOnly) {
        out.write(VisibleText.number(codePoint));
      } else {
        start("span", "esc").closeTag();
        out.write(VisibleText.number(codePoint));
        end();
      }
    }
  }
}
