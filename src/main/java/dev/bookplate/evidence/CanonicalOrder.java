package dev.bookplate.evidence;

import dev.bookplate.evidence.FindingLine.DocumentLine;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;

/**
 * Sees to the canonical order of findings: files by corpus and path, members of a file as they
 * stand in it, records by number, and within a document works by id, edition and catalogue. A file
 * or member that was matched by its bytes and holds many documents is a document beside them: its
 * findings stand together, wherever its bytes had been seen.
 */
final class CanonicalOrder {
  private static final Comparator<DocumentLine> BY_FILE =
      Comparator.comparing(DocumentLine::corpus).thenComparing(DocumentLine::path);

  private static final Comparator<FindingLine> BY_WORK =
      Comparator.<FindingLine, String>comparing(finding -> finding.work().id())
          .thenComparing(CanonicalOrder::edition, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(finding -> finding.work().catalogue());

  private FindingLine last;

  /**
   * Takes note of the next finding.
   *
   * @throws IllegalStateException if it does not come strictly after the one before
   */
  void next(FindingLine finding) {
    if (last != null && !comesAfter(last, finding)) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "findings are out of order: %s comes after %s",
              name(finding),
              name(last)));
    }
    last = finding;
  }

  private static boolean comesAfter(FindingLine before, FindingLine after) {
    DocumentLine a = before.document();
    DocumentLine b = after.document();
    int file = BY_FILE.compare(a, b);
    if (file != 0) {
      return file < 0;
    } else if (!Objects.equals(a.member(), b.member()) || isText(a) != isText(b)) {
      return true;
    } else if (a.record() != b.record()) {
      return a.record() < b.record();
    }
    return BY_WORK.compare(before, after) < 0;
  }

  private static boolean isText(DocumentLine document) {
    return document.textSha256() != null;
  }

  private static String edition(FindingLine finding) {
    return finding.work().edition() == null ? null : finding.work().edition().id();
  }

  private static String name(FindingLine finding) {
    DocumentLine document = finding.document();
    return String.format(
        Locale.ROOT,
        "%s in %s/%s%s, record %d",
        finding.work().id(),
        document.corpus(),
        document.path(),
        document.member() == null ? "" : "!" + document.member(),
        document.record());
  }
}
