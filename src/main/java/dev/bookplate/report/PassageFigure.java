package dev.bookplate.report;

import dev.bookplate.evidence.FindingLine.DocumentLine;
import dev.bookplate.evidence.FindingLine.PassageLine;
import dev.bookplate.report.MarkedQuote.Segment;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** A passage: its measures, and both sides next to each other with the differences marked. */
final class PassageFigure {
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

  private static final String ESTIMATED = "; reference text not held, estimated from fingerprints";

  /** UTF-16 units of one side that a page shows, whatever the run holds. */
  private static final int SHOWN = 6_000;

  private final Html html;
  private final String language;

  PassageFigure(Html html, DocumentLine document) {
    this.html = html;
    this.language =
        document.language() != null && LANGUAGE.matcher(document.language()).matches()
            ? document.language()
            : "";
  }

  void write(PassageLine passage, int number, int of) throws IOException {
    html.start("div", "passage").start("h4");
    html.text(of == 1 ? "Passage" : "Passage " + number + " of " + Figures.count(of)).end();
    html.start("p", "note");
    html.text(Figures.count(passage.words(), "word", "words"));
    html.text(passage.lacksReference() ? ESTIMATED : measures(passage));
    if (passage.place() != null) {
      html.text("; ").foreign(passage.place());
    }
    html.end();
    writeNotes(passage);
    writeSides(passage);
    html.end();
  }

  private static String measures(PassageLine passage) {
    return ", "
        + Figures.count(passage.exactWords())
        + " exact, longest run "
        + Figures.count(passage.longestRunWords())
        + ", identity "
        + Figures.percent(passage.identity())
        + pieces(passage);
  }

  private static String pieces(PassageLine passage) {
    int pieces = passage.pieces() == null ? 0 : passage.pieces().size();
    return pieces > 1 ? ", in " + Figures.count(pieces) + " pieces" : "";
  }

  private void writeNotes(PassageLine passage) throws IOException {
    if (passage.common()) {
      html.start("p", "flag").element("b", "Common text. ").foreign(passage.commonWhy()).end();
    }
    if (passage.cap() != null) {
      html.start("p", "flag").element("b", "Never above lead. ").foreign(passage.cap()).end();
    }
    if (passage.otherWorks() != null && !passage.otherWorks().isEmpty()) {
      html.start("p", "flag").element("b", "Also in: ");
      html.foreign(String.join(", ", passage.otherWorks())).end();
    }
  }

  private void writeSides(PassageLine passage) throws IOException {
    MarkedQuote quote = MarkedQuote.of(passage);
    html.start("div", "pair");
    Offsets document = new Offsets("Document", passage.docStart(), passage.docEnd());
    boolean goesOn = passage.quoteTruncated();
    writeSide(document, quote == null ? null : quote.document(), "ins", goesOn);
    if (!passage.lacksReference()) {
      Offsets edition = new Offsets("Edition", passage.refStart(), passage.refEnd());
      writeSide(edition, quote == null ? null : quote.reference(), "del", goesOn);
    }
    html.end();
    if (quote == null) {
      html.element("p", "note", "The run holds no text of this passage.");
    }
  }

  private record Offsets(String side, int start, int end) {}

  private void writeSide(Offsets offsets, List<Segment> segments, String mark, boolean goesOn)
      throws IOException {
    html.start("div", "side").start("h5").text(offsets.side()).text(" ");
    html.element("span", "offsets", Place.offsets(offsets.start(), offsets.end())).end();
    if (segments != null) {
      html.start("blockquote").with("dir", "auto").with("lang", language);
      boolean all = writeSegments(segments, mark);
      html.end();
      if (!all) {
        html.element("p", "note", "The stored quotation goes on in findings.jsonl.");
      } else if (goesOn) {
        html.element("p", "note", "The passage goes on beyond the stored quotation.");
      }
    }
    html.end();
  }

  /** Whether all of it was short enough. */
  private boolean writeSegments(List<Segment> segments, String mark) throws IOException {
    int room = SHOWN;
    for (Segment segment : segments) {
      String text = segment.text();
      boolean fits = text.length() <= room;
      if (!fits) {
        text = text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, room)));
      }
      if (segment.differs()) {
        html.element(mark, text);
      } else {
        html.text(text);
      }
      if (!fits) {
        return false;
      }
      room -= text.length();
    }
    return true;
  }
}
