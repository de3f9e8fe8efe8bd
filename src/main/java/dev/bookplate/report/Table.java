package dev.bookplate.report;

import java.io.IOException;
import java.util.List;

/** Writes a table whose cells know their column's name, so that a narrow page can stack them. */
final class Table {
  /**
   * A column.
   *
   * @param head its name
   * @param number whether it holds numbers
   */
  record Column(String head, boolean number) {
    static Column text(String head) {
      return new Column(head, false);
    }

    static Column number(String head) {
      return new Column(head, true);
    }
  }

  private final Html html;
  private final List<Column> columns;
  private boolean inRow;
  private int next;

  /** Starts a table of a class, with a caption for those who cannot see it. */
  Table(Html html, String cssClass, String caption, Column... columns) throws IOException {
    this.html = html;
    this.columns = List.of(columns);
    html.start("div", "scroll").start("table", cssClass);
    html.element("caption", caption);
    html.start("thead").start("tr");
    for (Column column : this.columns) {
      html.start("th", column.number() ? "num" : null).with("scope", "col");
      html.text(column.head()).end();
    }
    html.end().end().start("tbody");
  }

  /** Starts a row; attributes of it may follow. */
  Html row() throws IOException {
    endRow();
    inRow = true;
    return html.start("tr");
  }

  /** Starts the next cell, which the caller ends. */
  Html cell() throws IOException {
    Column column = columns.get(next++);
    return html.start("td", column.number() ? "num" : null).with("data-label", column.head());
  }

  /** A cell of our own words. */
  void cell(String text) throws IOException {
    cell().text(text).end();
  }

  /** A cell of words from outside. */
  void foreign(String text) throws IOException {
    cell().foreign(text).end();
  }

  /** A cell of words from outside that are not language: digests, ids, paths. */
  void code(String text) throws IOException {
    cell();
    if (text != null) {
      html.start("code").foreign(text).end();
    }
    html.end();
  }

  /** A number. */
  void count(long number) throws IOException {
    number((double) number, Figures.count(number));
  }

  /** A number that is shown in another form; sorted by itself. */
  void number(double value, String shown) throws IOException {
    cell().with("data-sort", Double.toString(value)).text(shown).end();
  }

  void end() throws IOException {
    endRow();
    html.end().end().end();
  }

  private void endRow() throws IOException {
    if (inRow) {
      html.end();
    }
    inRow = false;
    next = 0;
  }
}
