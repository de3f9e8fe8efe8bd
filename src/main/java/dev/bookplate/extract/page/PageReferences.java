package dev.bookplate.extract.page;

import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/** Character references in the text of a page, by the tables of jsoup. */
final class PageReferences {
  /** A reference longer than this may meet the end of a buffer in jsoup. */
  private static final int LONGEST = 40;

  private final char[] in;
  private final int end;
  private int after;

  /** In a page. */
  PageReferences(char[] in) {
    this.in = in;
    end = in.length;
  }

  /** Where the text goes on after the last reference. */
  int after() {
    return after;
  }

  /** What an ampersand stands for, with what follows it: at least that itself. */
  String at(int ampersand) throws Uncertain {
    int from = ampersand + 1;
    String text;
    if (from < end && in[from] == '#') {
      text = numbered(from + 1);
    } else {
      text = named(from);
    }
    if (text == null) {
      after = from;
      return "&";
    }
    return text;
  }

  private String numbered(int start) throws Uncertain {
    boolean hex = start < end && (in[start] == 'x' || in[start] == 'X');
    int from = hex ? start + 1 : start;
    int radix = hex ? 16 : 10;
    int to = from;
    int value = 0;
    while (to < end && in[to] < 0x80 && Character.digit(in[to], radix) >= 0) {
      value =
          Math.min(value * radix + Character.digit(in[to], radix), Character.MAX_CODE_POINT + 1);
      to++;
    }
    if (to == from) {
      return null;
    }
    if (to - from > LONGEST || value == 0) {
      throw new Uncertain("a long reference, or one to NUL");
    }
    after = to < end && in[to] == ';' ? to + 1 : to;
    if (value > Character.MAX_CODE_POINT) {
      return "\uFFFD";
    }
    if (value >= 0x80 && value < 0xA0) {
      return Parser.unescapeEntities("&#" + value + ";", false); // some are of windows-1252
    }
    return Character.toString(value);
  }

  private String named(int from) throws Uncertain {
    int to = from;
    while (to < end && isLetter(in[to])) {
      to++;
    }
    while (to < end && in[to] >= '0' && in[to] <= '9') {
      to++;
    }
    if (to == from) {
      return null;
    }
    if (to - from > LONGEST) {
      throw new Uncertain("a long reference");
    }
    String name = new String(in, from, to - from);
    boolean closed = to < end && in[to] == ';';
    after = closed ? to + 1 : to;
    return closed && Entities.isNamedEntity(name)
        ? Entities.getByName(name)
        : Parser.unescapeEntities("&" + name + (closed ? ";" : ""), false);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
