package dev.bookplate.extract.page;

import dev.bookplate.extract.page.PageState.Mode;
import dev.bookplate.extract.page.PageState.Quirks;
import dev.bookplate.extract.page.PageTokens.Content;

/** What tags do in the body of a page and in cells of tables: "in body" of the HTML standard. */
final class BodyRules {
  private static final PageTag ANCHOR = PageTags.known("a");
  private static final PageTag BREAK = PageTags.known("br");
  private static final PageTag BUTTON = PageTags.known("button");
  private static final PageTag FORM = PageTags.known("form");
  private static final PageTag ITEM = PageTags.known("li");
  private static final PageTag META = PageTags.known("meta");
  private static final PageTag OPTION = PageTags.known("option");
  private static final PageTag PARAGRAPH = PageTags.known("p");
  private static final PageTag RUBY = PageTags.known("ruby");
  private static final PageTag RUBY_TEXTS = PageTags.known("rtc");
  private static final PageTag RUBY_TEXT = PageTags.known("rt");
  private static final PageTag RUBY_PARENTHESIS = PageTags.known("rp");

  private static final PageTag UNBROKEN = PageTags.known("nobr");

  /** Further out jsoup does not look for a definition's term to end. */
  private static final int SCANNED_FOR_DEFINITIONS = 24;

  /** A form that is not among the open elements. */
  private static final int FORM_ELSEWHERE = -1;

  private final PageState state;
  private final OpenElements open;
  private final ActiveFormatting formatting;

  /** Number of the form that is not ended yet, or 0. */
  private int form;

  /** Of a page. */
  BodyRules(PageState state) {
    this.state = state;
    open = state.open;
    formatting = state.formatting;
  }

  /** Text. */
  void text(char[] in, int from, int to) throws Uncertain {
    formatting.reconstruct();
    state.lines.text(in, from, to);
  }

  /** A start tag. */
  Content start(PageTag tag, PageAttributes attributes) throws Uncertain {
    switch (tag.start()) {
      case UNKNOWN -> open.push(tag);
      case PLAIN, FORMATTING, ANCHOR, OPTION, BUTTON, OBJECT -> inline(tag);
      case PARAGRAPH_ENDING, HEADING, ITEM, DEFINITION, FORM, TABLE -> block(tag);
      case PREFORMATTED -> {
        block(tag);
        return Content.PREFORMATTED;
      }
      case VOID, BARE_VOID, RULE -> empty(tag, attributes);
      case RUBY -> ruby(tag);
      case SELECT -> select(tag, attributes);
      case RAW -> {
        open.push(tag);
        return Content.RAW;
      }
      case TEXT_ONLY -> {
        open.push(tag);
        return Content.TEXT;
      }
      case DROPPED -> {}
      case DRAWING -> throw new IllegalStateException("a drawing has its own rules");
      case UNCERTAIN -> throw new Uncertain(tag.name());
    }
    return Content.MARKUP;
  }

  private void inline(PageTag tag) throws Uncertain {
    if (tag == ANCHOR && formatting.has(ANCHOR)) {
      endAnchor();
    } else if (tag == UNBROKEN && open.isInScope(UNBROKEN)) {
      throw new Uncertain("text without line breaks in text without line breaks");
    } else if (tag == BUTTON && open.isButtonInScope()) {
      closing(BUTTON);
    } else if (tag.start() == PageTag.Start.OPTION && open.current() == OPTION) {
      open.pop();
    }
    formatting.reconstruct();
    if (tag.end() == PageTag.End.FORMATTING) {
      formatting.push(tag);
      return;
    }
    open.push(tag);
    if (tag.start() == PageTag.Start.OBJECT) {
      formatting.pushMarker();
    }
  }

  /** Links do not stand in links. */
  private void endAnchor() throws Uncertain {
    end(ANCHOR);
    int at = open.lastOf(ANCHOR);
    if (at >= 0) {
      formatting.forget(open.number(at));
      open.remove(at);
      open.setGaps();
    }
  }

  private void block(PageTag tag) throws Uncertain {
    if (tag == FORM && form != 0) {
      return;
    }
    if (tag == ITEM) {
      endItem();
    } else if (tag.start() == PageTag.Start.DEFINITION) {
      endDefinition();
    }
    boolean isTable = tag.start() == PageTag.Start.TABLE;
    if (open.isParagraphInScope() && !(isTable && state.quirks == Quirks.YES)) {
      if (isTable && state.quirks == Quirks.UNKNOWN) {
        throw new Uncertain("a table in a paragraph, after an odd doctype");
      }
      endParagraph();
    }
    if (tag.start() == PageTag.Start.HEADING && open.current().is(PageTag.HEADING)) {
      open.pop();
    }
    int number = open.push(tag);
    if (tag == FORM) {
      form = number;
    } else if (isTable) {
      state.mode = Mode.TABLE;
    }
  }

  private void endItem() {
    for (int at = open.size() - 1; at > 0; at--) {
      PageTag tag = open.tag(at);
      if (tag == ITEM) {
        item();
        return;
      }
      if (tag.is(PageTag.SPECIAL) && !tag.is(PageTag.PASSED_BY_ITEMS)) {
        return;
      }
    }
  }

  private void endDefinition() {
    int outermost = Math.max(0, open.size() - 1 - SCANNED_FOR_DEFINITIONS);
    for (int at = open.size() - 1; at >= outermost; at--) {
      PageTag tag = open.tag(at);
      if (tag.start() == PageTag.Start.DEFINITION) {
        closeInScope(tag);
        return;
      }
      if (tag.is(PageTag.SPECIAL) && !tag.is(PageTag.PASSED_BY_ITEMS)) {
        return;
      }
    }
  }

  private void empty(PageTag tag, PageAttributes attributes) throws Uncertain {
    if (tag.start() == PageTag.Start.VOID) {
      formatting.reconstruct();
    } else if (tag.start() == PageTag.Start.RULE && open.isParagraphInScope()) {
      endParagraph();
    } else if (tag == META) {
      state.meta(attributes);
    }
    open.pushAndPop(tag);
  }

  private void ruby(PageTag tag) throws Uncertain {
    if (open.isInScope(RUBY)) {
      open.endImplied(tag == RUBY_TEXT || tag == RUBY_PARENTHESIS ? RUBY_TEXTS : null);
    }
    open.push(tag);
  }

  private void select(PageTag tag, PageAttributes attributes) throws Uncertain {
    if (attributes.isSelfClosing()) {
      throw new Uncertain("a select that ends in a slash");
    }
    formatting.reconstruct();
    open.push(tag);
    state.mode = Mode.SELECT;
  }

  /** A form between the parts of a table: nothing is in it. */
  void formInTable() {
    if (form == 0) {
      form = FORM_ELSEWHERE;
      open.pushAndPop(FORM);
    }
  }

  /** An end tag. */
  void end(PageTag tag) throws Uncertain {
    switch (tag.end()) {
      case OTHER -> other(tag);
      case FORMATTING -> {
        if (!formatting.end(tag)) {
          other(tag);
        }
      }
      case CLOSING -> closing(tag);
      case OBJECT -> {
        if (open.isInScope(tag)) {
          closing(tag);
          formatting.clearToMarker();
        }
      }
      case ITEM -> item();
      case DEFINITION -> closeInScope(tag);
      case HEADING -> {
        if (open.isHeadingInScope()) {
          open.endImplied(tag);
          open.popToHeading();
        }
      }
      case PARAGRAPH -> paragraph();
      case BREAK -> {
        formatting.reconstruct();
        open.pushAndPop(BREAK);
      }
      case FORM -> endForm();
      case BODY -> state.mode = open.isInScope(tag) ? Mode.AFTER_BODY : state.mode;
      case HTML -> state.mode = Mode.AFTER_HTML;
    }
  }

  private void other(PageTag tag) {
    if (open.lastOf(tag) < 0) {
      return;
    }
    for (int at = open.size() - 1; at >= 0; at--) {
      if (open.tag(at) == tag) {
        open.endImplied(tag);
        open.popTo(tag);
        return;
      }
      if (open.tag(at).is(PageTag.SPECIAL)) {
        return;
      }
    }
  }

  private void closing(PageTag tag) {
    if (open.isInScope(tag)) {
      open.endImplied(null);
      open.popTo(tag);
    }
  }

  private void closeInScope(PageTag tag) {
    if (open.isInScope(tag)) {
      open.endImplied(tag);
      open.popTo(tag);
    }
  }

  private void item() {
    if (open.isInListScope(ITEM)) {
      open.endImplied(ITEM);
      open.popTo(ITEM);
    }
  }

  private void paragraph() {
    if (open.isParagraphInScope()) {
      endParagraph();
    } else {
      open.pushAndPop(PARAGRAPH);
    }
  }

  private void endParagraph() {
    open.endImplied(PARAGRAPH);
    open.popTo(PARAGRAPH);
  }

  private void endForm() throws Uncertain {
    int number = form;
    form = 0;
    if (number == 0 || !open.isInScope(FORM)) {
      return;
    }
    open.endImplied(null);
    int at = open.placeOf(number);
    if (at == open.size() - 1) {
      open.pop();
    } else if (at >= 0) {
      // in the tree it ends with what stands in it, and the line with both
      if (!open.tag(at + 1).look().block()) {
        throw new Uncertain("a form that ends inside an element");
      }
      open.remove(at);
      open.setGaps();
    }
  }
}
