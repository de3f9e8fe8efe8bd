package dev.bookplate.report;

import dev.bookplate.evidence.FindingLine.EvidenceLine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Evidence as it is shown: a sketch, or the ranges of another edition, may be longer than any
 * reader wants, and stands in the run as a whole.
 */
final class ShortEvidence {
  private static final int LONGEST = 80;

  private ShortEvidence() {}

  static EvidenceLine of(EvidenceLine evidence) {
    if (evidence.detail() == null) {
      return evidence;
    }
    Map<String, String> detail = new LinkedHashMap<>();
    evidence.detail().forEach((name, value) -> detail.put(name, shortened(value)));
    return new EvidenceLine(evidence.kind(), evidence.basis(), detail);
  }

  /** Names and values in one line. */
  static String inWords(EvidenceLine evidence) {
    return of(evidence).detail().entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String shortened(String value) {
    if (value == null || value.length() <= LONGEST) {
      return value;
    }
    int end = Character.isHighSurrogate(value.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return value.substring(0, end) + "\u2026 (all of it is in findings.jsonl)";
  }
}
