package dev.bookplate.report;

import dev.bookplate.evidence.FindingLine.DocumentLine;
import dev.bookplate.evidence.FindingLine.EvidenceLine;
import dev.bookplate.evidence.FindingLine.MeasuresLine;
import dev.bookplate.evidence.FindingLine.PassageLine;
import java.util.ArrayList;
import java.util.List;

/** Parts of a finding as people are told them, the same in the terminal and on pages. */
public final class FindingWords {
  /**
   * A stretch of one side of a passage.
   *
   * @param text never empty
   * @param differs whether the other side has something else, or nothing, in its place
   */
  public record Piece(String text, boolean differs) {}

  private FindingWords() {}

  /** Measures of a finding, in lines. */
  public static List<String> measures(MeasuresLine measures) {
    if (measures == null) {
      return List.of("none: this finding does not rest on text");
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        Figures.count(measures.spanWords(), "word", "words")
            + " in passages"
            + (measures.exactWords() == null
                ? "; reference text not held, estimated from fingerprints"
                : ", "
                    + Figures.count(measures.exactWords())
                    + " exact; longest unbroken run "
                    + Figures.count(measures.longestRunWords(), "word", "words")));
    lines.add(
        (measures.workCoverage() == null
                ? ""
                : Figures.percent(measures.workCoverage()) + " of the work, ")
            + Figures.percent(measures.documentCoverage())
            + " of the document"
            + (measures.identity() == null
                ? ""
                : ", identity " + Figures.percent(measures.identity())));
    return lines;
  }

  /** Measures of a passage. */
  public static String measures(PassageLine passage) {
    return Figures.count(passage.words(), "word", "words")
        + (passage.lacksReference()
            ? ", estimated"
            : ", "
                + Figures.count(passage.exactWords())
                + " exact, longest run "
                + Figures.count(passage.longestRunWords())
                + ", identity "
                + Figures.percent(passage.identity()));
  }

  /** Where a passage stands on both sides. */
  public static String offsets(PassageLine passage) {
    return "document "
        + Place.offsets(passage.docStart(), passage.docEnd())
        + (passage.lacksReference()
            ? ", edition not known"
            : ", edition " + Place.offsets(passage.refStart(), passage.refEnd()));
  }

  /** Where a document stands. */
  public static String place(DocumentLine document) {
    return Place.of(document);
  }

  /** A ground of a finding. */
  public static String evidence(EvidenceLine evidence) {
    String detail = evidence.detail() == null ? "" : ShortEvidence.inWords(evidence);
    return evidence.kind() + ", " + evidence.basis() + (detail.isEmpty() ? "" : ": " + detail);
  }

  /**
   * One side of a passage, cut where it differs; empty where no quotation is held.
   *
   * @param isDocument the document's, else the edition's
   */
  public static List<Piece> side(PassageLine passage, boolean isDocument) {
    MarkedQuote quote = MarkedQuote.of(passage);
    if (quote == null) {
      return List.of();
    }
    return (isDocument ? quote.document() : quote.reference())
        .stream().map(s -> new Piece(s.text(), s.differs())).toList();
  }
}
