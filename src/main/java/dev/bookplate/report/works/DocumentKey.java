package dev.bookplate.report.works;

import dev.bookplate.evidence.ConditionLine;
import dev.bookplate.evidence.FindingLine.DocumentLine;
import dev.bookplate.evidence.UnreadLine;

/** Which document of a run. */
record DocumentKey(String corpus, String path, String member, long record) {
  static DocumentKey of(DocumentLine document) {
    return new DocumentKey(
        document.corpus(), document.path(), document.member(), document.record());
  }

  static DocumentKey of(ConditionLine line) {
    return new DocumentKey(line.corpus(), line.path(), line.member(), line.record());
  }

  static DocumentKey of(UnreadLine line) {
    return new DocumentKey(line.corpus(), line.path(), line.member(), line.record());
  }
}
