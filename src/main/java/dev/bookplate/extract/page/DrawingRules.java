package dev.bookplate.extract.page;

/** What tags do in drawings, {@code svg}: "in foreign content" of the HTML standard. */
final class DrawingRules {
  private final PageState state;
  private final OpenElements open;

  /** Place of the drawing among the open elements, if there is one. */
  private int root = Integer.MAX_VALUE;

  /** Of a page. */
  DrawingRules(PageState state) {
    this.state = state;
    open = state.open;
  }

  /** Whether what comes next stands in a drawing. */
  boolean isOpen() {
    return open.size() > root;
  }

  /** The start tag of a drawing. */
  void begin(PageTag tag, PageAttributes attributes) throws Uncertain {
    state.formatting.reconstruct();
    root = open.size();
    push(tag, attributes);
  }

  private void push(PageTag tag, PageAttributes attributes) throws Uncertain {
    open.push(tag);
    if (attributes.isSelfClosing()) {
      open.pop();
    }
    root = open.size() > root ? root : Integer.MAX_VALUE;
  }

  /** Text. */
  void text(char[] in, int from, int to) throws Uncertain {
    if (holdsHtml() && !state.formatting.isAllOpen()) {
      throw new Uncertain("formatting that goes on in a drawing");
    }
    state.lines.text(in, from, to);
  }

  private boolean holdsHtml() {
    return switch (open.current().name()) {
      case "title", "desc", "foreignobject" -> true;
      default -> false;
    };
  }

  /** A start tag. */
  void start(PageTag tag, PageAttributes attributes) throws Uncertain {
    if (holdsHtml() || tag.is(PageTag.LEAVES_DRAWING)) {
      throw new Uncertain(tag.name() + " in a drawing");
    }
    push(tag, attributes);
  }

  /** An end tag. */
  void end(PageTag tag) throws Uncertain {
    int at = open.lastOf(tag);
    if (at < root || tag.name().equals("br") || tag.name().equals("p")) {
      throw new Uncertain("the end of what is around a drawing");
    }
    open.popFrom(at);
    root = open.size() > root ? root : Integer.MAX_VALUE;
  }
}
