package dev.bookplate.report.works;

import dev.bookplate.evidence.CopyRow;
import dev.bookplate.evidence.OutputRow;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.evidence.WorkRow;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Most tokens of one unbroken run, which only runs over what models wrote know, and only with a
 * tokenizer. A run counts them by prompt: of a completion they are known where no other of its
 * prompt has the work.
 */
final class RunTokens {
  private record Work(String catalogue, String workId) {}

  private record Completion(DocumentKey document, Work work) {}

  private final Map<Work, Integer> works = new HashMap<>();
  private final Map<Completion, Integer> completions = new HashMap<>();

  private RunTokens() {}

  static RunTokens of(RunReader run) throws IOException {
    RunTokens tokens = new RunTokens();
    try (Stream<OutputRow> rows = run.outputs()) {
      rows.filter(row -> row.workId() != null && row.longestRunTokens() != null)
          .forEach(tokens::add);
    }
    return tokens;
  }

  private void add(OutputRow row) {
    Work work = new Work(row.catalogue(), row.workId());
    works.merge(work, row.longestRunTokens(), Math::max);
    if (row.completionsWithWork() != null && row.completionsWithWork() == 1) {
      DocumentKey document = new DocumentKey(row.corpus(), row.path(), row.member(), row.record());
      completions.put(new Completion(document, work), row.longestRunTokens());
    }
  }

  /** Of the completions that a run searched, the most; or null. */
  Integer of(WorkRow work) {
    return works.get(new Work(work.catalogue(), work.workId()));
  }

  /** Of one completion, or null. */
  Integer of(CopyRow copy) {
    DocumentKey document =
        new DocumentKey(copy.corpus(), copy.path(), copy.member(), copy.record());
    return completions.get(new Completion(document, new Work(copy.catalogue(), copy.workId())));
  }
}
