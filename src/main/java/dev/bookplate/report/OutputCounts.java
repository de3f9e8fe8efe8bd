package dev.bookplate.report;

import dev.bookplate.evidence.OutputRow;
import java.util.Arrays;
import java.util.List;

/** Counts prompts over the rows of outputs.csv, in which a prompt's rows follow each other. */
final class OutputCounts {
  private List<String> last;
  private long prompts;
  private long completions;
  private long unknownPrompts;
  private long reachWords;
  private long reachTokens;
  private long withoutTokens;
  private boolean words;
  private boolean tokens;

  void add(OutputRow row) {
    List<String> prompt = Arrays.asList(row.corpus(), row.path(), row.member(), row.promptId());
    if (!prompt.equals(last)) {
      last = prompt;
      prompts++;
      completions += row.completions();
      unknownPrompts += row.promptWords() == null ? 1 : 0;
      words = false;
      tokens = false;
    }
    if (Boolean.TRUE.equals(row.reaches50Words()) && !words) {
      words = true;
      reachWords++;
    }
    if (Boolean.TRUE.equals(row.reaches50Tokens()) && !tokens) {
      tokens = true;
      reachTokens++;
    }
    withoutTokens += row.workId() != null && row.longestRunTokens() == null ? 1 : 0;
  }

  long prompts() {
    return prompts;
  }

  long completions() {
    return completions;
  }

  /** Prompts that are not known. */
  long unknownPrompts() {
    return unknownPrompts;
  }

  /** Prompts with a run of 50 words. */
  long reachWords() {
    return reachWords;
  }

  /** Prompts with a run of 50 tokens. */
  long reachTokens() {
    return reachTokens;
  }

  /** Rows with a work and no number of tokens. */
  long withoutTokens() {
    return withoutTokens;
  }
}
