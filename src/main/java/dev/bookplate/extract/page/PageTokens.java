package dev.bookplate.extract.page;

import java.util.Arrays;

/**
 * Cuts a page into tags and text, as the tokeniser of jsoup does, which follows the HTML standard's
 * "tokenization" but for some ends; what jsoup decides by where its buffer ends is {@link
 * Uncertain}.
 */
final class PageTokens {
  /** What follows a start tag. */
  enum Content {
    MARKUP,
    /** As {@link #MARKUP}, but a line feed right here is none. */
    PREFORMATTED,
    /** No tags but the one that ends it. */
    RAW,
    /** The same, and its comments hide that. */
    SCRIPT,
    /** The same, with character references. */
    TEXT
  }

  private final String page; // what is looked for in a string is found faster
  private final char[] in;
  private final int end;
  private final PageFlow flow;
  private final PageTags tags = new PageTags();
  private final PageAttributes attributes;
  private final PageReferences references;
  private char[] joined = new char[256];
  private int at;
  private int ampersand = -1; // the first from here on, if this is not behind
  private PageTag tag;

  /** A page that goes to a flow. */
  PageTokens(String page, PageFlow flow) {
    this.page = page;
    in = page.toCharArray();
    this.flow = flow;
    end = in.length;
    attributes = new PageAttributes(in);
    references = new PageReferences(in);
  }

  /** Reads all of it. */
  void read() throws Uncertain {
    while (at < end) {
      if (in[at] == '<' && isMarkup(at)) {
        markup();
      } else {
        characters();
      }
    }
    flow.end();
  }

  /** Whether what a less-than sign begins is not text. */
  private boolean isMarkup(int lessThan) {
    int next = lessThan + 1;
    if (next == end) {
      return false;
    }
    char c = in[next];
    return isLetter(c)
        || c == '!'
        || c == '?'
        || (c == '/' && next + 1 < end && in[next + 1] != '>');
  }

  /** Text up to the next tag or comment, as one. */
  private void characters() throws Uncertain {
    int from = at;
    int length = -1; // of what is joined, if anything is
    boolean ended = false;
    int lessThan = next('<', at);
    while (!ended) {
      lessThan = lessThan < at ? next('<', at) : lessThan;
      if (nextAmpersand() < lessThan) {
        length = reference(Math.max(length, 0), from);
        from = at;
      } else if (lessThan == end || isMarkup(lessThan)) {
        at = lessThan;
        ended = true;
      } else if (lessThan + 2 < end && in[lessThan + 1] == '/') {
        length = join(Math.max(length, 0), from, lessThan);
        at = lessThan + 3; // an end tag without a name is nothing
        from = at;
      } else {
        at = lessThan + 1;
      }
    }
    if (length < 0) {
      flow.text(in, from, at);
    } else {
      length = join(length, from, at);
      if (length > 0) {
        flow.text(joined, 0, length);
      }
    }
  }

  /** Joins what comes before the next reference and what that stands for, and goes past it. */
  private int reference(int joinedSoFar, int from) throws Uncertain {
    int length = join(joinedSoFar, from, ampersand);
    String text = references.at(ampersand);
    text.getChars(0, text.length(), room(length + text.length()), length);
    at = references.after();
    return length + text.length();
  }

  private int next(char c, int from) {
    int next = page.indexOf(c, from);
    return next < 0 ? end : next;
  }

  private int nextAmpersand() {
    if (ampersand < at) {
      ampersand = next('&', at);
    }
    return ampersand;
  }

  private int join(int length, int from, int to) {
    System.arraycopy(in, from, room(length + to - from), length, to - from);
    return length + to - from;
  }

  private char[] room(int length) {
    if (joined.length < length) {
      joined = Arrays.copyOf(joined, Math.max(length, 2 * joined.length));
    }
    return joined;
  }

  private void markup() throws Uncertain {
    char c = in[at + 1];
    if (isLetter(c)) {
      at++;
      if (name() && rest()) {
        content(flow.start(tag, attributes));
      }
    } else if (c == '/' && isLetter(in[at + 2])) {
      at += 2;
      if (name() && rest()) {
        flow.end(tag);
      }
    } else if (c == '!') {
      declaration();
    } else {
      skipPast('>', at + 1);
    }
  }

  private void declaration() throws Uncertain {
    int from = at + 2;
    if (startsWith("--", from)) {
      comment(from + 2);
    } else if (isWord("doctype", from)) {
      skipPast('>', from);
      flow.doctype(in, from, at);
    } else if (startsWith("[CDATA[", from)) {
      throw new Uncertain("a CDATA section");
    } else {
      skipPast('>', from);
    }
  }

  private void comment(int from) {
    if (startsWith(">", from) || startsWith("->", from)) {
      skipPast('>', from);
      return;
    }
    at = from;
    boolean ended = false;
    while (at < end && !ended) {
      if (in[at] == '>') {
        int dashes = at - 1 > from && in[at - 1] == '!' ? at - 1 : at;
        ended = dashes - 2 >= from && in[dashes - 1] == '-' && in[dashes - 2] == '-';
      }
      at++;
    }
  }

  private void skipPast(char c, int from) {
    at = Math.min(next(c, from) + 1, end);
  }

  /** The name of a tag; false where the page ends in it. */
  private boolean name() throws Uncertain {
    int from = at;
    while (at < end && !isBlank(in[at]) && in[at] != '/' && in[at] != '>') {
      if (in[at] <= ' ' || in[at] >= 0x7F) {
        throw new Uncertain("a tag's name that is not ASCII");
      }
      at++;
    }
    if (at == end) {
      return false;
    }
    tag = tags.of(in, from, at);
    return true;
  }

  /** The attributes of a tag, up to its end; false where the page ends in it. */
  private boolean rest() throws Uncertain {
    attributes.clear();
    boolean slash = false;
    while (at < end) {
      char c = in[at];
      if (c == '>') {
        at++;
        attributes.setSelfClosing(slash);
        return true;
      }
      slash = c == '/';
      if (slash || isBlank(c)) {
        at++;
      } else {
        attribute();
      }
    }
    return false;
  }

  private void attribute() throws Uncertain {
    int from = at++; // whatever it is, even an equals sign
    while (at < end && in[at] != '=' && in[at] != '/' && in[at] != '>' && !isBlank(in[at])) {
      at++;
    }
    attributes.add(from, at);
    skipBlanks();
    if (at < end && in[at] == '=') {
      at++;
      skipBlanks();
      if (at == end) {
        throw new Uncertain("a page that ends before an attribute's value");
      }
      value();
    }
  }

  private void value() {
    char quote = in[at];
    if (quote == '>') {
      return;
    }
    int from = at;
    if (quote == '"' || quote == '\'') {
      skipPast(quote, at + 1);
      attributes.value(from + 1, at - 1);
    } else {
      while (at < end && in[at] != '>' && !isBlank(in[at])) {
        at++;
      }
      attributes.value(from, at);
    }
  }

  private void content(Content content) throws Uncertain {
    switch (content) {
      case MARKUP -> {}
      case PREFORMATTED -> at += at < end && in[at] == '\n' ? 1 : 0;
      case RAW, SCRIPT -> raw(tag, content == Content.SCRIPT);
      case TEXT -> text(tag);
    }
  }

  /** Up to the end tag of an element without markup, or to the end of the page. */
  private void raw(PageTag element, boolean script) throws Uncertain {
    int comment = -1; // where a comment's text could begin, in one
    while (at < end) {
      at = comment < 0 ? next('<', at) : at;
      if (at == end) {
        return;
      }
      char c = in[at];
      if (c == '>' && comment >= 0) {
        boolean ends = at - 2 >= comment && in[at - 1] == '-' && in[at - 2] == '-';
        comment = ends ? -1 : comment;
      }
      if (c != '<' || at + 1 == end) {
        at++;
      } else if (in[at + 1] == '/' && at + 2 < end && isLetter(in[at + 2])) {
        if (endsRaw(element, comment >= 0)) {
          return;
        }
      } else if (script && comment < 0 && startsWith("!--", at + 1)) {
        comment = at + 2;
        at += 4;
      } else if (comment >= 0 && isWord("script", at + 1)) {
        throw new Uncertain("a script in a comment of a script");
      } else {
        at++;
      }
    }
  }

  /** Whether what stands here is the end tag of an element; goes past it, if it is. */
  private boolean endsRaw(PageTag element, boolean comment) throws Uncertain {
    int from = at + 2;
    int to = from;
    while (to < end && !isBlank(in[to]) && in[to] != '/' && in[to] != '>') {
      if (in[to] == '<' || in[to] >= 0x7F || (comment && in[to] == '-')) {
        throw new Uncertain("an odd end tag in a script");
      }
      to++;
    }
    at = to;
    if (to == end || !PageTags.equal(element.name(), in, from, to)) {
      return false;
    }
    if (rest()) {
      flow.endOfContent();
    }
    return true;
  }

  /** The text of an element that holds nothing else, up to its end tag. */
  private void text(PageTag element) throws Uncertain {
    int length = 0;
    int from = at;
    int lessThan = next('<', at);
    while (nextAmpersand() < lessThan) {
      length = reference(length, from);
      from = at;
    }
    at = lessThan;
    length = join(length, from, at);
    int name = at + 2;
    int past = name + element.name().length();
    if (!startsWith("</", at)
        || past >= end
        || !PageTags.equal(element.name(), in, name, past)
        || !(isBlank(in[past]) || in[past] == '/' || in[past] == '>')) {
      throw new Uncertain("a title or a text area that holds tags or does not end");
    }
    flow.content(element, joined, length);
    at = past;
    if (rest()) {
      flow.endOfContent();
    }
  }

  private void skipBlanks() {
    while (at < end && isBlank(in[at])) {
      at++;
    }
  }

  private boolean startsWith(String text, int from) {
    if (from + text.length() > end) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (in[from + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean isWord(String lower, int from) {
    int to = from + lower.length();
    return to <= end && PageTags.equal(lower, in, from, to);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
