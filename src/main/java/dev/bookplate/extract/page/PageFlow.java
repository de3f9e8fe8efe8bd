package dev.bookplate.extract.page;

import dev.bookplate.extract.page.PageState.Mode;
import dev.bookplate.extract.page.PageState.Quirks;
import dev.bookplate.extract.page.PageTokens.Content;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the tags and the text of a page in their order, and writes the text that the tree of them
 * would give: "tree construction" of the HTML standard, without the tree.
 */
final class PageFlow {
  private static final PageTag BODY = PageTags.known("body");
  private static final PageTag BREAK = PageTags.known("br");
  private static final PageTag HEAD = PageTags.known("head");
  private static final PageTag HTML = PageTags.known("html");
  private static final PageTag META = PageTags.known("meta");
  private static final PageTag NOSCRIPT = PageTags.known("noscript");
  private static final PageTag OPTION = PageTags.known("option");
  private static final PageTag OPTIONS = PageTags.known("optgroup");
  private static final PageTag SCRIPT = PageTags.known("script");
  private static final PageTag SELECT = PageTags.known("select");
  private static final PageTag STYLE = PageTags.known("style");
  private static final PageTag TITLE = PageTags.known("title");

  /** Of pages whose rules are the standard's, whatever they name. */
  private static final Pattern USUAL_DOCTYPE =
      Pattern.compile(
          "doctype_+html(?:_+PUBLIC_+(?:\"([^\"]*)\"|'([^']*)')(?:_+(?:\"[^\"]*\"|'[^']*'))?"
              .concat("|_+SYSTEM_+(?:\"[^\"]*\"|'[^']*'))?_*>")
              .replace("_", "[ \\t\\n\\r\\f]"),
          Pattern.CASE_INSENSITIVE);

  private final PageState state;
  private final OpenElements open;
  private final BodyRules body;
  private final TableRules tables;
  private final DrawingRules drawing;
  private boolean titled;

  /** Of a page whose text and claims go to these. */
  PageFlow(Lines lines, PageClaims claims) {
    state = new PageState(lines, claims);
    open = state.open;
    body = new BodyRules(state);
    tables = new TableRules(state, body);
    drawing = new DrawingRules(state);
  }

  /** A document type: what stands behind {@code <!}. */
  void doctype(char[] in, int from, int to) {
    if (state.mode == Mode.INITIAL) {
      Matcher usual = USUAL_DOCTYPE.matcher(new String(in, from, to - from));
      if (!usual.matches()) {
        state.quirks = Quirks.UNKNOWN;
      } else {
        String id = usual.group(1) == null ? usual.group(2) : usual.group(1);
        state.quirks = "html".equalsIgnoreCase(id) ? Quirks.YES : Quirks.NO;
      }
      state.mode = Mode.BEFORE_HTML;
    }
  }

  /** All text between two tags or comments. */
  void text(char[] in, int from, int to) throws Uncertain {
    if (drawing.isOpen()) {
      drawing.text(in, from, to);
      return;
    }
    switch (state.mode) {
      case BODY -> body.text(in, from, to);
      case SELECT -> state.lines.text(in, from, to);
      case TABLE, TABLE_BODY, ROW, CELL, CAPTION, COLUMNS ->
          tables.text(in, from, to, isBlank(in, from, to));
      case HEAD_NOSCRIPT -> {}
      case INITIAL, BEFORE_HTML, BEFORE_HEAD, HEAD, AFTER_HEAD -> {
        if (!isBlank(in, from, to)) {
          beginBody();
          body.text(in, from, to);
        }
      }
      case AFTER_BODY, AFTER_HTML -> {
        if (!isBlank(in, from, to)) {
          state.mode = Mode.BODY;
          body.text(in, from, to);
        }
      }
    }
  }

  /** A start tag; what it says of what follows. */
  Content start(PageTag tag, PageAttributes attributes) throws Uncertain {
    if (drawing.isOpen()) {
      drawing.start(tag, attributes);
      return Content.MARKUP;
    }
    return switch (state.mode) {
      case BODY, CELL, CAPTION -> inBody(tag, attributes);
      case TABLE, TABLE_BODY, ROW, COLUMNS -> tables.start(tag, attributes);
      case SELECT -> inSelect(tag);
      case INITIAL, BEFORE_HTML, BEFORE_HEAD -> beforeHead(tag, attributes);
      case HEAD, HEAD_NOSCRIPT, AFTER_HEAD -> inHead(tag, attributes);
      case AFTER_BODY, AFTER_HTML -> {
        state.mode = Mode.BODY;
        yield inBody(tag, attributes);
      }
    };
  }

  private Content inBody(PageTag tag, PageAttributes attributes) throws Uncertain {
    if (tag.start() == PageTag.Start.DRAWING) {
      drawing.begin(tag, attributes);
      return Content.MARKUP;
    }
    return state.mode == Mode.BODY ? body.start(tag, attributes) : tables.start(tag, attributes);
  }

  private Content beforeHead(PageTag tag, PageAttributes attributes) throws Uncertain {
    if (tag == HTML && state.mode != Mode.BEFORE_HEAD) {
      state.claims.language(attributes.get("lang"));
      state.mode = Mode.BEFORE_HEAD;
      return Content.MARKUP;
    }
    state.mode = Mode.HEAD;
    return tag == HEAD ? Content.MARKUP : inHead(tag, attributes);
  }

  private Content inHead(PageTag tag, PageAttributes attributes) throws Uncertain {
    boolean noscript = state.mode == Mode.HEAD_NOSCRIPT;
    if (tag == HTML || (tag.start() == PageTag.Start.UNCERTAIN && !noscript)) {
      throw new Uncertain(tag.name() + " in or after a head");
    }
    if (tag == HEAD || (noscript && (tag == SCRIPT || tag == TITLE || !tag.is(PageTag.OF_HEAD)))) {
      if (tag.start() == PageTag.Start.UNCERTAIN) {
        throw new Uncertain(tag.name() + " in a head");
      }
      return Content.MARKUP;
    }
    if (tag.is(PageTag.OF_HEAD)) {
      return ofHead(tag, attributes);
    }
    if (tag == NOSCRIPT && state.mode == Mode.HEAD) {
      state.mode = Mode.HEAD_NOSCRIPT;
      return Content.MARKUP;
    }
    beginBody();
    return tag == BODY ? Content.MARKUP : start(tag, attributes);
  }

  private Content ofHead(PageTag tag, PageAttributes attributes) throws Uncertain {
    if (tag == META) {
      state.meta(attributes);
    } else if (tag == TITLE) {
      return Content.TEXT;
    } else if (tag == STYLE) {
      return Content.RAW;
    } else if (tag == SCRIPT) {
      return Content.SCRIPT;
    }
    return Content.MARKUP;
  }

  private Content inSelect(PageTag tag) throws Uncertain {
    if (tag == OPTION || tag == OPTIONS) {
      if (open.current() == OPTION) {
        open.pop();
      }
      if (tag == OPTIONS && open.current() == OPTIONS) {
        open.pop();
      }
      open.push(tag);
    } else if (tag == SELECT) {
      endSelect();
    } else if (tag == SCRIPT) {
      open.push(tag);
      return Content.SCRIPT;
    } else {
      throw new Uncertain(tag.name() + " in a select");
    }
    return Content.MARKUP;
  }

  private void endSelect() {
    open.popTo(SELECT);
    state.resetMode();
  }

  private void beginBody() throws Uncertain {
    open.push(HTML);
    open.push(BODY);
    state.mode = Mode.BODY;
  }

  /** The text of an element that holds nothing else. */
  void content(PageTag tag, char[] in, int length) {
    if (open.size() > 0) {
      state.lines.text(in, 0, length);
    } else if (tag == TITLE && !titled) {
      state.claims.title(PageClaims.collapsed(new String(in, 0, length)));
      titled = true;
    }
  }

  /** The end of an element without markup. */
  void endOfContent() {
    if (open.size() > 0) {
      open.pop();
    }
  }

  /** An end tag. */
  void end(PageTag tag) throws Uncertain {
    if (drawing.isOpen()) {
      drawing.end(tag);
      return;
    }
    switch (state.mode) {
      case BODY -> body.end(tag);
      case TABLE, TABLE_BODY, ROW, CELL, CAPTION, COLUMNS -> tables.end(tag);
      case SELECT -> endInSelect(tag);
      case INITIAL, BEFORE_HTML, BEFORE_HEAD, HEAD, AFTER_HEAD -> endInHead(tag);
      case HEAD_NOSCRIPT -> state.mode = tag == NOSCRIPT ? Mode.HEAD : state.mode;
      case AFTER_BODY, AFTER_HTML -> {
        state.mode = Mode.BODY;
        body.end(tag);
      }
    }
  }

  private void endInHead(PageTag tag) throws Uncertain {
    if (tag == HEAD && state.mode != Mode.AFTER_HEAD) {
      state.mode = Mode.AFTER_HEAD;
    } else if (tag == BODY || tag == HTML || tag == BREAK) {
      beginBody();
      body.end(tag);
    } else if (state.mode == Mode.INITIAL) {
      state.mode = Mode.BEFORE_HTML;
    }
  }

  private void endInSelect(PageTag tag) throws Uncertain {
    if (tag == OPTIONS && open.current() == OPTION && open.tag(open.size() - 2) == OPTIONS) {
      open.pop();
    }
    if (tag == open.current() && (tag == OPTIONS || tag == OPTION)) {
      open.pop();
    } else if (tag == SELECT) {
      endSelect();
    } else if (tag.is(PageTag.TABLE_PART | PageTag.ENDS_CELL)) {
      throw new Uncertain("the end of a table's part in a select");
    }
  }

  /** The end of the page. */
  void end() {
    open.popFrom(0);
    state.lines.breakLine();
  }

  private static boolean isBlank(char[] in, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = in[i];
      if (c != ' ' && c != '\n' && c != '\t' && c != '\r' && c != '\f') {
        return false;
      }
    }
    return true;
  }
}
