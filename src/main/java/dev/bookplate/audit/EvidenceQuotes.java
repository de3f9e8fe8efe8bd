package dev.bookplate.audit;

import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.FindingLine.EvidenceLine;
import dev.bookplate.match.Finding.Evidence;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Whether what evidence beside the text quotes stands where it says: numbers in the text and in the
 * path, titles on the first page. It needs no catalogue; whether the quoted number or title is that
 * of the work is the catalogue's to say.
 */
final class EvidenceQuotes {
  private static final String TITLE_PAGE = "title page";

  private final String text;
  private final String path;
  private long held;

  /**
   * Of a document.
   *
   * @param text or null for what gave none
   * @param path with the path inside archives
   */
  EvidenceQuotes(String text, String path) {
    this.text = text;
    this.path = path;
  }

  /** Quotations that were found in their places so far. */
  long held() {
    return held;
  }

  /**
   * Checks a finding's evidence.
   *
   * @param problems told the place within the finding, and what does not hold
   */
  void check(FindingLine finding, BiConsumer<String, String> problems) {
    int count = finding.evidence() == null ? 0 : finding.evidence().size();
    for (int i = 0; i < count; i++) {
      EvidenceLine each = finding.evidence().get(i);
      Map<String, String> detail = each.detail();
      String quote = detail == null ? null : detail.get(Evidence.QUOTE);
      String within = quote == null ? null : within(each);
      if (within != null) {
        if (stands(detail, quote, within)) {
          held++;
        } else {
          problems.accept("evidence[" + i + "].detail.quote", "it does not stand there");
        }
      }
    }
  }

  /** What offsets count in, or null where that is not at hand. */
  private String within(EvidenceLine evidence) {
    Map<String, String> detail = evidence.detail();
    return switch (evidence.kind()) {
      case "identifier" ->
          switch (String.valueOf(detail.get("place"))) {
            case "front", "body", "back" -> text;
            case "path" -> path;
            default -> null;
          };
      case "title" -> TITLE_PAGE.equals(detail.get("from")) ? text : null;
      default -> null;
    };
  }

  private static boolean stands(Map<String, String> detail, String quote, String within) {
    int points = within.codePointCount(0, within.length());
    int start = number(detail.get("start"));
    if (start < 0 || start > points) {
      return false;
    }
    int from = within.offsetByCodePoints(0, start);
    if (detail.get("end") == null) {
      return startsWithLetters(within, from, letters(quote));
    }
    int end = number(detail.get("end"));
    if (end < start || end > points) {
      return false;
    }
    String written = letters(within.substring(from, within.offsetByCodePoints(0, end)));
    String quoted = letters(quote);
    return !written.isEmpty() && (quoted.endsWith(written) || written.endsWith(quoted));
  }

  /** Quotations have their blanks run together, and a stroke between lines. */
  private static boolean startsWithLetters(String within, int from, String wanted) {
    int at = 0;
    for (int i = from; i < within.length() && at < wanted.length(); ) {
      int c = within.codePointAt(i);
      if (Character.isLetterOrDigit(c)) {
        if (wanted.codePointAt(at) != c) {
          return false;
        }
        at += Character.charCount(c);
      }
      i += Character.charCount(c);
    }
    return at == wanted.length();
  }

  private static String letters(String text) {
    StringBuilder letters = new StringBuilder();
    text.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
    return letters.toString();
  }

  private static int number(String digits) {
    return digits != null && digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : -1;
  }
}
