package dev.bookplate.evidence;

import dev.bookplate.evidence.FindingLine.DocumentLine;
import dev.bookplate.origin.Digests;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The copies of one work so far, and what a further one is to them. Keeps digests of each distinct
 * one, and sketches of those that resemble no other.
 */
final class CopiesOfWork {
  /** Estimated resemblance from which on two copies are near duplicates. */
  static final double NEAR = 0.8;

  /** So many dissimilar copies are compared with, so that the time for each is bounded. */
  private static final int COMPARED = 4096;

  /**
   * What a copy is.
   *
   * @param what the class
   * @param duplicateOf id of the finding that it is a duplicate of, or null
   * @param group id of the finding that begins its group: duplicates of duplicates are one group
   * @param resemblance estimated, with the most similar copy that begins a group; null where none
   *     was compared
   */
  record Place(CopyClass what, String duplicateOf, String group, Double resemblance) {}

  private record Known(String finding, String group) {}

  private record Leader(String finding, DigestKey text, CopySketch sketch) {}

  private final Map<DigestKey, Known> files = new HashMap<>();
  private final Map<DigestKey, Known> texts = new HashMap<>();
  private final List<Leader> leaders = new ArrayList<>();

  /**
   * Adds a copy.
   *
   * @param sketch of its document, or null where there is none
   */
  Place add(FindingLine finding, CopySketch sketch) {
    DigestKey text = key(finding, text(finding));
    DigestKey file = key(finding, place(finding.document()));
    Place place = place(finding, file, text, sketch);
    Known known = new Known(finding.id(), place.group());
    files.putIfAbsent(file, known);
    texts.putIfAbsent(text, known);
    return place;
  }

  private Place place(FindingLine finding, DigestKey file, DigestKey text, CopySketch sketch) {
    if (files.containsKey(file)) {
      return duplicate(CopyClass.SAME_BYTES, files.get(file), null);
    } else if (texts.containsKey(text)) {
      return duplicate(CopyClass.SAME_TEXT, texts.get(text), null);
    }
    boolean first = texts.isEmpty();
    DigestKey document = DigestKey.of(text(finding));
    Leader nearest = nearest(document, sketch);
    Double resemblance =
        nearest == null ? null : (Double) FindingLines.rounded(nearest.sketch.resemblance(sketch));
    if (nearest != null && nearest.sketch.resemblance(sketch) >= NEAR) {
      Known known = new Known(nearest.finding, nearest.finding);
      return duplicate(CopyClass.NEAR, known, resemblance);
    }
    if (sketch != null && leaders.size() < COMPARED) {
      leaders.add(new Leader(finding.id(), document, sketch));
    }
    CopyClass what = first ? CopyClass.FIRST : CopyClass.OTHER_EDITION;
    return new Place(what, null, finding.id(), resemblance);
  }

  private static Place duplicate(CopyClass what, Known known, Double resemblance) {
    return new Place(what, known.finding, known.group, resemblance);
  }

  /** The first of the most similar; never the document itself, which may hold two editions. */
  private Leader nearest(DigestKey document, CopySketch sketch) {
    Leader nearest = null;
    double most = -1;
    for (Leader leader : sketch == null ? List.<Leader>of() : leaders) {
      double resemblance = leader.sketch.resemblance(sketch);
      if (resemblance > most && !leader.text.equals(document)) {
        nearest = leader;
        most = resemblance;
      }
    }
    return nearest;
  }

  /** What tells texts apart; the key of a file without text is of its bytes. */
  private static String text(FindingLine finding) {
    String text = finding.document().textSha256();
    return text == null ? finding.key() : text;
  }

  private static String place(DocumentLine document) {
    return document.inputSha256() + ' ' + document.record() + ' ' + document.member();
  }

  /** One document that is a copy of two editions is no duplicate of itself. */
  private static DigestKey key(FindingLine finding, String of) {
    String edition = finding.work().edition() == null ? "" : finding.work().edition().id();
    return DigestKey.of(Digests.sha256(edition + ' ' + of));
  }
}
