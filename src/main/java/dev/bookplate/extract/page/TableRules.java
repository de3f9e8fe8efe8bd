package dev.bookplate.extract.page;

import dev.bookplate.extract.page.PageState.Mode;
import dev.bookplate.extract.page.PageTokens.Content;

/**
 * What tags do in tables: "in table" of the HTML standard, and what follows it. What the standard
 * puts in front of a table that it stands in is {@link Uncertain}.
 */
final class TableRules {
  private static final PageTag BODY = PageTags.known("body");
  private static final PageTag CAPTION = PageTags.known("caption");
  private static final PageTag CELL = PageTags.known("td");
  private static final PageTag COLUMN = PageTags.known("col");
  private static final PageTag COLUMNS = PageTags.known("colgroup");
  private static final PageTag FORM = PageTags.known("form");
  private static final PageTag HEADER = PageTags.known("th");
  private static final PageTag HTML = PageTags.known("html");
  private static final PageTag INPUT = PageTags.known("input");
  private static final PageTag ROW = PageTags.known("tr");
  private static final PageTag ROWS = PageTags.known("tbody");
  private static final PageTag SCRIPT = PageTags.known("script");
  private static final PageTag STYLE = PageTags.known("style");
  private static final PageTag TABLE = PageTags.known("table");

  private final PageState state;
  private final OpenElements open;
  private final BodyRules body;

  /** Of a page whose cells follow the rules of bodies. */
  TableRules(PageState state, BodyRules body) {
    this.state = state;
    open = state.open;
    this.body = body;
  }

  /** Text; outside of cells and captions only blanks belong there. */
  void text(char[] in, int from, int to, boolean blank) throws Uncertain {
    if (state.mode == Mode.CELL || state.mode == Mode.CAPTION) {
      body.text(in, from, to);
    } else if (blank) {
      state.lines.text(in, from, to);
    } else {
      throw new Uncertain("text in a table");
    }
  }

  /** A start tag. */
  Content start(PageTag tag, PageAttributes attributes) throws Uncertain {
    return switch (state.mode) {
      case CELL -> {
        if (!tag.is(PageTag.ENDS_CELL)) {
          yield body.start(tag, attributes);
        }
        closeCell();
        yield start(tag, attributes);
      }
      case CAPTION -> {
        if (!tag.is(PageTag.ENDS_CELL)) {
          yield body.start(tag, attributes);
        }
        closeCaption();
        yield start(tag, attributes);
      }
      case COLUMNS -> {
        if (tag == COLUMN) {
          open.pushAndPop(tag);
          yield Content.MARKUP;
        }
        endColumns();
        yield start(tag, attributes);
      }
      case ROW -> inRow(tag, attributes);
      case TABLE_BODY -> inBody(tag, attributes);
      default -> inTable(tag, attributes);
    };
  }

  private Content inRow(PageTag tag, PageAttributes attributes) throws Uncertain {
    if (tag == CELL || tag == HEADER) {
      open.popInside(ROW, 0);
      open.push(tag);
      state.mode = Mode.CELL;
      state.formatting.pushMarker();
      return Content.MARKUP;
    }
    if (tag.is(PageTag.ENDS_CELL)) {
      closeRow();
      return start(tag, attributes);
    }
    return inTable(tag, attributes);
  }

  private Content inBody(PageTag tag, PageAttributes attributes) throws Uncertain {
    if (tag == ROW || tag == CELL || tag == HEADER) {
      open.popInside(null, PageTag.ROW_GROUP);
      open.push(ROW);
      state.mode = Mode.ROW;
      return tag == ROW ? Content.MARKUP : start(tag, attributes);
    }
    if (tag.is(PageTag.ENDS_CELL)) {
      closeRows();
      return start(tag, attributes);
    }
    return inTable(tag, attributes);
  }

  private Content inTable(PageTag tag, PageAttributes attributes) throws Uncertain {
    if (tag.is(PageTag.ENDS_CELL)) {
      part(tag);
      // what has no place of its own here has one in what was begun for it
      return tag == CAPTION || tag == COLUMNS || tag.is(PageTag.ROW_GROUP)
          ? Content.MARKUP
          : start(tag, attributes);
    }
    if (tag == SCRIPT || tag == STYLE) {
      open.push(tag);
      return tag == SCRIPT ? Content.SCRIPT : Content.RAW;
    }
    if (tag == INPUT && attributes.get("type").equalsIgnoreCase("hidden")) {
      open.pushAndPop(tag);
    } else if (tag == FORM) {
      body.formInTable();
    } else {
      throw new Uncertain(tag.name() + " in a table");
    }
    return Content.MARKUP;
  }

  private void part(PageTag tag) throws Uncertain {
    open.popInside(TABLE, 0);
    if (tag == CAPTION) {
      state.formatting.pushMarker();
      open.push(tag);
      state.mode = Mode.CAPTION;
    } else if (tag == COLUMNS || tag == COLUMN) {
      open.push(COLUMNS);
      state.mode = Mode.COLUMNS;
    } else {
      open.push(tag.is(PageTag.ROW_GROUP) ? tag : ROWS);
      state.mode = Mode.TABLE_BODY;
    }
  }

  /** An end tag. */
  void end(PageTag tag) throws Uncertain {
    switch (state.mode) {
      case CELL -> endInCell(tag);
      case CAPTION -> endInCaption(tag);
      case COLUMNS -> {
        endColumns();
        if (tag != COLUMNS) {
          end(tag);
        }
      }
      case ROW -> endInRow(tag);
      case TABLE_BODY -> endInBody(tag);
      default -> endInTable(tag);
    }
  }

  private void endInCell(PageTag tag) throws Uncertain {
    if (tag == CELL || tag == HEADER) {
      if (!open.isInTableScope(tag)) {
        throw new Uncertain("the end of a cell of another kind");
      }
      closeCell(tag);
    } else if (tag.is(PageTag.TABLE_PART)) {
      if (open.isInTableScope(tag)) {
        closeCell();
        end(tag);
      }
    } else if (!isOutside(tag)) {
      body.end(tag);
    }
  }

  private void endInCaption(PageTag tag) throws Uncertain {
    if (tag == CAPTION) {
      closeCaption();
    } else if (tag == TABLE) {
      closeCaption();
      end(tag);
    } else if (!isOutside(tag) && !tag.is(PageTag.ENDS_CELL)) {
      body.end(tag);
    }
  }

  private void endInRow(PageTag tag) throws Uncertain {
    if (tag == ROW) {
      closeRow();
    } else if (tag == TABLE || (tag.is(PageTag.ROW_GROUP) && open.isInTableScope(tag))) {
      closeRow();
      end(tag);
    } else {
      endInTable(tag);
    }
  }

  private void endInBody(PageTag tag) throws Uncertain {
    if (tag == TABLE) {
      closeRows();
      end(tag);
    } else if (tag.is(PageTag.ROW_GROUP) && open.isInTableScope(tag)) {
      closeRows();
    } else {
      endInTable(tag);
    }
  }

  private void endInTable(PageTag tag) throws Uncertain {
    if (tag == TABLE) {
      open.popTo(TABLE);
      state.resetMode();
    } else if (isOutside(tag) || tag.is(PageTag.ENDS_CELL)) {
      return;
    } else if (tag.end() == PageTag.End.PARAGRAPH || tag.end() == PageTag.End.BREAK) {
      throw new Uncertain("the end of a paragraph in a table");
    } else {
      body.end(tag); // ends nothing outside of the table, but may forget a formatting element
    }
  }

  private static boolean isOutside(PageTag tag) {
    return tag == BODY || tag == HTML || tag == CAPTION || tag == COLUMN || tag == COLUMNS;
  }

  private void closeCell() {
    closeCell(open.isInTableScope(CELL) ? CELL : HEADER);
  }

  private void closeCell(PageTag tag) {
    open.endImplied(null);
    open.popTo(tag);
    state.formatting.clearToMarker();
    state.mode = Mode.ROW;
  }

  private void closeCaption() {
    open.endImplied(null);
    open.popTo(CAPTION);
    state.formatting.clearToMarker();
    state.mode = Mode.TABLE;
  }

  private void endColumns() {
    open.pop();
    state.mode = Mode.TABLE;
  }

  private void closeRow() {
    open.popInside(ROW, 0);
    open.pop();
    state.mode = Mode.TABLE_BODY;
  }

  private void closeRows() {
    open.popInside(null, PageTag.ROW_GROUP);
    open.pop();
    state.mode = Mode.TABLE;
  }
}
