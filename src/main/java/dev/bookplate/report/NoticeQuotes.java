package dev.bookplate.report;

import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.QuotePolicy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keeps quotes of notices under the run's policy: of a line as many words as of a passage, of a
 * work as many as the run may quote; the same words are counted once.
 */
final class NoticeQuotes {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final QuotePolicy policy;
  private final Map<String, Set<String>> quoted = new HashMap<>();
  private final Map<String, Integer> words = new HashMap<>();
  private boolean leftOut;

  NoticeQuotes(QuotePolicy policy) {
    this.policy = policy;
  }

  /** The text as it may be quoted, or null. */
  String of(FindingLine finding, String text) {
    if (text == null || policy.isNone()) {
      return null;
    }
    String[] all = BLANKS.split(text.strip(), -1);
    String quote = text.strip();
    int count = all.length;
    if (count > policy.perPassageWords()) {
      count = policy.perPassageWords();
      quote = String.join(" ", java.util.Arrays.copyOf(all, count)) + " \u2026";
    }
    String work = finding.work().catalogue() + "\0" + finding.work().id();
    Set<String> known = quoted.computeIfAbsent(work, w -> new HashSet<>());
    if (!known.contains(quote)) {
      int sum = words.getOrDefault(work, 0) + count;
      if (sum > policy.perWorkWords()) {
        leftOut = true;
        return null;
      }
      words.put(work, sum);
      known.add(quote);
    }
    return quote;
  }

  /** Whether a quote was left out. */
  boolean leftOut() {
    return leftOut;
  }
}
