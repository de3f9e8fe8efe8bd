package dev.bookplate.notices;

import dev.bookplate.evidence.FindingLine;
import dev.bookplate.origin.Span;
import dev.bookplate.text.Words;
import java.util.ArrayList;
import java.util.List;

/** Looks for the notices of a reference in a copy of it. */
public final class NoticeSearch {
  /** Words of the book around front and back matter that are aligned with them. */
  private static final int AROUND = 200;

  /** Words that a document may have more than the reference. */
  private static final int SLACK = 400;

  /** A book of which no more than this is aligned near its end does not show what was there. */
  private static final int FARTHEST = 3000;

  private final NoticeRules rules;

  /** By some rules. */
  public NoticeSearch(NoticeRules rules) {
    this.rules = rules;
  }

  /**
   * The lines of a reference's front and back matter, and what is seen of them; none where the
   * reference has no notices.
   *
   * @param finding of the work in the document, with its passages
   */
  public List<NoticeLine> search(FindingLine finding, BookFacts facts, Words ref, Words doc) {
    ReferenceNotices notices = ReferenceNotices.of(ref, rules, facts);
    List<NoticeLine> lines = new ArrayList<>();
    Anchors anchors = notices.hasNotices() ? Anchors.of(finding, ref, doc) : null;
    if (anchors != null) {
      lines.addAll(front(notices, anchors, ref, doc));
      lines.addAll(back(notices, anchors, ref, doc));
    }
    return lines;
  }

  private static List<NoticeLine> front(
      ReferenceNotices notices, Anchors anchors, Words ref, Words doc) {
    if (notices.front().isEmpty()) {
      return List.of();
    }
    Span refRange = new Span(0, Math.min(ref.count(), notices.frontEnd() + AROUND));
    boolean isFar = anchors.refStart() - refRange.end() > FARTHEST;
    int from = Math.max(0, anchors.docStart() - 2 * anchors.refStart() - SLACK);
    int behind = Math.max(0, refRange.end() - anchors.refStart());
    int to = Math.min(doc.count(), anchors.docStart() + behind + SLACK);
    Span docRange = isFar ? new Span(from, from) : new Span(from, Math.max(from, to));
    return new LineStates(ref, doc, WordAlignment.of(ref, refRange, doc, docRange))
        .of(notices.front(), TextLine.of(ref, notices.frontEnd(), refRange.end()), true);
  }

  private static List<NoticeLine> back(
      ReferenceNotices notices, Anchors anchors, Words ref, Words doc) {
    if (notices.back().isEmpty()) {
      return List.of();
    }
    int start = Math.max(notices.frontEnd(), notices.backStart() - AROUND);
    Span refRange = new Span(start, ref.count());
    boolean isFar = start - anchors.refEnd() > FARTHEST;
    int before = Math.max(0, anchors.refEnd() - start);
    int from = Math.max(0, anchors.docEnd() - before - SLACK);
    long most = anchors.docEnd() + 2L * (ref.count() - anchors.refEnd()) + SLACK;
    int to = (int) Math.min(doc.count(), most);
    Span docRange = isFar ? new Span(from, from) : new Span(from, Math.max(from, to));
    return new LineStates(ref, doc, WordAlignment.of(ref, refRange, doc, docRange))
        .of(notices.back(), TextLine.of(ref, start, notices.backStart()), false);
  }
}
