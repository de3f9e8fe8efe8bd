package dev.bookplate.extract.page;

/**
 * What the rules for building a tree of a page say of elements of one name; of one name there is
 * one on a page.
 */
final class PageTag {
  static final int SPECIAL = 1;

  /** Ends every scope: what is further out cannot be closed from inside. */
  static final int SCOPE = 1 << 1;

  static final int LIST = 1 << 2;

  /** Ended by the end of what it is in. */
  static final int IMPLIED_END = 1 << 3;

  /** Special, but a list's item is looked for beyond it. */
  static final int PASSED_BY_ITEMS = 1 << 4;

  /** Of which text may not be a child. */
  static final int TABLE_PART = 1 << 5;

  /** tbody, tfoot, thead. */
  static final int ROW_GROUP = 1 << 6;

  /** Begins or ends parts of tables: caption, columns, groups, rows, cells. */
  static final int ENDS_CELL = 1 << 7;

  /** Belongs into a head, wherever it stands. */
  static final int OF_HEAD = 1 << 8;

  /** Inside a drawing its start tag belongs to the page around it. */
  static final int LEAVES_DRAWING = 1 << 9;

  static final int HEADING = 1 << 10;

  /** What a start tag does. */
  enum Start {
    PLAIN,
    UNKNOWN,
    FORMATTING,
    ANCHOR,
    PARAGRAPH_ENDING,
    HEADING,
    ITEM,
    DEFINITION,
    PREFORMATTED,
    VOID,
    BARE_VOID,
    RULE,
    FORM,
    BUTTON,
    TABLE,
    SELECT,
    OPTION,
    RUBY,
    OBJECT,
    RAW,
    TEXT_ONLY,
    DRAWING,
    DROPPED,
    UNCERTAIN
  }

  /** What an end tag does. */
  enum End {
    OTHER,
    FORMATTING,
    CLOSING,
    OBJECT,
    ITEM,
    DEFINITION,
    HEADING,
    PARAGRAPH,
    BREAK,
    FORM,
    BODY,
    HTML
  }

  private final String name;
  private final int traits;
  private final Start start;
  private final End end;
  private final Lines.Look look;

  /**
   * Of elements of a name in lower case.
   *
   * @param traits those of the constants that hold
   */
  PageTag(String name, int traits, Start start, End end) {
    this.name = name;
    this.traits = traits;
    this.start = start;
    this.end = end;
    look = Style.PAGE.look(name);
  }

  String name() {
    return name;
  }

  boolean is(int trait) {
    return (traits & trait) != 0;
  }

  /** What its start tag does in a body. */
  Start start() {
    return start;
  }

  /** What its end tag does in a body. */
  End end() {
    return end;
  }

  /** What such elements do to the text. */
  Lines.Look look() {
    return look;
  }
}
