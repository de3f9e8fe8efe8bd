package dev.bookplate.report;

import dev.bookplate.evidence.FindingLine.EditLine;
import dev.bookplate.evidence.FindingLine.PassageLine;
import java.util.ArrayList;
import java.util.List;

/**
 * Both sides of a passage, cut where they differ.
 *
 * @param document the document's words in order
 * @param reference the edition's words in order
 */
record MarkedQuote(List<Segment> document, List<Segment> reference) {
  /**
   * A stretch of one side.
   *
   * @param text never empty
   * @param differs whether the other side has something else, or nothing, in its place
   */
  record Segment(String text, boolean differs) {}

  /** The sides of a passage; null where no quotation was stored. */
  static MarkedQuote of(PassageLine passage) {
    if (passage.quote() == null && passage.refQuote() == null) {
      return null;
    }
    List<EditLine> edits = passage.edits() == null ? List.of() : passage.edits();
    Side document = new Side(passage.quote());
    Side reference = new Side(passage.refQuote());
    for (EditLine edit : edits) {
      document.differs(edit.quoteStart(), edit.quoteEnd());
      reference.differs(edit.refQuoteStart(), edit.refQuoteEnd());
    }
    return new MarkedQuote(document.rest(), reference.rest());
  }

  /** One side being cut. Offsets that a damaged run has wrong are brought inside the quote. */
  private static final class Side {
    private final String quote;
    private final List<Segment> segments = new ArrayList<>();
    private int codePoint;
    private int at;

    Side(String quote) {
      this.quote = quote == null ? "" : quote;
    }

    void differs(int start, int end) {
      add(index(start), false);
      add(index(end), true);
    }

    List<Segment> rest() {
      add(quote.length(), false);
      return segments;
    }

    /** Index of a code point at or after the last one asked for. */
    private int index(int wanted) {
      int i = at;
      for (; codePoint < wanted && i < quote.length(); codePoint++) {
        i += Character.charCount(quote.codePointAt(i));
      }
      return i;
    }

    private void add(int end, boolean differs) {
      if (end > at) {
        segments.add(new Segment(quote.substring(at, end), differs));
        at = end;
      }
    }
  }
}
