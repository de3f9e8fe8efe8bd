package dev.bookplate.extract.page;

/** Where the reading of a page is: what is open, and which rules come next. */
final class PageState {
  /** The rules for what comes next: the "insertion modes" of the HTML standard. */
  enum Mode {
    INITIAL,
    BEFORE_HTML,
    BEFORE_HEAD,
    HEAD,
    HEAD_NOSCRIPT,
    AFTER_HEAD,
    BODY,
    SELECT,
    TABLE,
    TABLE_BODY,
    ROW,
    CELL,
    CAPTION,
    COLUMNS,
    AFTER_BODY,
    AFTER_HTML
  }

  /** Whether tables end paragraphs. */
  enum Quirks {
    NO,
    YES,
    UNKNOWN
  }

  private static final PageTag CAPTION = PageTags.known("caption");
  private static final PageTag COLUMNS = PageTags.known("colgroup");
  private static final PageTag ROW = PageTags.known("tr");
  private static final PageTag TABLE = PageTags.known("table");
  private static final PageTag CELL = PageTags.known("td");
  private static final PageTag HEADER = PageTags.known("th");

  final Lines lines;
  final OpenElements open;
  final ActiveFormatting formatting;
  final PageClaims claims;
  Mode mode = Mode.INITIAL;
  Quirks quirks = Quirks.YES;

  /** Of a page whose text and claims go to these. */
  PageState(Lines lines, PageClaims claims) {
    this.lines = lines;
    this.claims = claims;
    open = new OpenElements(lines);
    formatting = new ActiveFormatting(open);
  }

  /** The rules for what is open. */
  void resetMode() {
    mode = Mode.BODY;
    for (int at = open.size() - 1; at >= 0 && mode == Mode.BODY; at--) {
      mode = mode(open.tag(at));
    }
  }

  private static Mode mode(PageTag tag) {
    if (tag == CELL || tag == HEADER) {
      return Mode.CELL;
    } else if (tag == ROW) {
      return Mode.ROW;
    } else if (tag.is(PageTag.ROW_GROUP)) {
      return Mode.TABLE_BODY;
    } else if (tag == CAPTION) {
      return Mode.CAPTION;
    } else if (tag == COLUMNS) {
      return Mode.COLUMNS;
    } else {
      return tag == TABLE ? Mode.TABLE : Mode.BODY;
    }
  }

  /** A {@code meta}. */
  void meta(PageAttributes attributes) throws Uncertain {
    claims.meta(attributes.get("name"), attributes.get("content"));
  }
}
