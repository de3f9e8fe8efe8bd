package dev.bookplate.extract.page;

import java.util.Arrays;
import java.util.Locale;
import org.jsoup.parser.Parser;

/** The attributes of one tag, as stretches of the page. */
final class PageAttributes {
  /** From 512 on jsoup drops some. */
  private static final int MOST = 500;

  /** A reference longer than this may meet the end of a buffer in jsoup. */
  private static final int LONGEST_WITH_REFERENCES = 900;

  private static final int FIELDS = 4;

  private final char[] in;
  private int[] ends = new int[16 * FIELDS];
  private int count;
  private boolean selfClosing;

  /** Of tags of a page. */
  PageAttributes(char[] in) {
    this.in = in;
  }

  void clear() {
    count = 0;
  }

  void setSelfClosing(boolean selfClosing) {
    this.selfClosing = selfClosing;
  }

  /** Whether the tag ends in a slash. */
  boolean isSelfClosing() {
    return selfClosing;
  }

  /** One more, without a value so far. */
  void add(int from, int to) throws Uncertain {
    if (count == MOST) {
      throw new Uncertain("a tag with many attributes");
    }
    int at = count * FIELDS;
    if (at == ends.length) {
      ends = Arrays.copyOf(ends, 2 * at);
    }
    ends[at] = from;
    ends[at + 1] = to;
    ends[at + 2] = 0;
    ends[at + 3] = 0;
    count++;
  }

  /** Gives the last one its value. */
  void value(int from, int to) {
    int at = (count - 1) * FIELDS;
    ends[at + 2] = from;
    ends[at + 3] = to;
  }

  /** The value of the first attribute of a name, or an empty string. */
  String get(String name) throws Uncertain {
    for (int at = 0; at < count * FIELDS; at += FIELDS) {
      String key = new String(in, ends[at], ends[at + 1] - ends[at]);
      if (key.trim().toLowerCase(Locale.ROOT).equals(name)) {
        return unescaped(new String(in, ends[at + 2], ends[at + 3] - ends[at + 2]));
      }
    }
    return "";
  }

  private static String unescaped(String value) throws Uncertain {
    if (value.indexOf('&') < 0) {
      return value;
    }
    if (value.length() > LONGEST_WITH_REFERENCES) {
      throw new Uncertain("references in a long attribute");
    }
    return Parser.unescapeEntities(value, true);
  }
}
