package dev.bookplate.evidence;

import dev.bookplate.evidence.OutputLine.OutputMatch;
import dev.bookplate.match.Grade;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Adds up the completions of the prompts of one file, in the order in which prompts come. */
final class OutputTally {
  private final Map<List<String>, Prompt> prompts = new LinkedHashMap<>();

  void add(OutputLine line) {
    String id = line.promptId() == null ? "record " + line.record() : line.promptId();
    prompts
        .computeIfAbsent(List.of(String.valueOf(line.member()), id), key -> new Prompt(line, id))
        .add(line);
  }

  /** A row a prompt and work. */
  List<OutputRow> rows() {
    List<OutputRow> rows = new ArrayList<>();
    prompts.values().forEach(prompt -> prompt.rows(rows));
    return rows;
  }

  private static final class Prompt {
    private final OutputLine first;
    private final String id;
    private final Map<String, Work> works = new TreeMap<>();
    private Integer words;
    private int completions;

    Prompt(OutputLine first, String id) {
      this.first = first;
      this.id = id;
    }

    void add(OutputLine line) {
      completions++;
      if (line.promptWords() != null) {
        words = words == null ? line.promptWords() : Math.max(words, line.promptWords());
      }
      for (OutputMatch match : line.works()) {
        works
            .computeIfAbsent(match.catalogue() + "\n" + match.workId(), key -> new Work())
            .add(line, match);
      }
    }

    void rows(List<OutputRow> rows) {
      if (works.isEmpty()) {
        rows.add(row(new Work()));
      }
      works.values().forEach(work -> rows.add(row(work)));
    }

    private OutputRow row(Work work) {
      OutputMatch best = work.best;
      return new OutputRow(
          first.corpus(),
          first.path(),
          first.member(),
          id,
          words,
          completions,
          best == null ? null : (Integer) work.completions,
          best == null ? null : best.catalogue(),
          best == null ? null : best.workId(),
          best == null ? null : best.title(),
          work.grade == null ? null : work.grade.label(),
          best == null ? null : best.runWords(),
          work.tokens,
          work.tokens == null ? work.note : null,
          reaches(best == null ? null : best.runWords()),
          reaches(work.tokens),
          best == null ? null : (Integer) work.promptRun,
          best == null ? null : (Long) work.of.record(),
          best == null ? null : work.of.choice());
    }

    private static Boolean reaches(Integer run) {
      return run == null ? null : (Boolean) (run >= OutputRow.LINE);
    }
  }

  private static final class Work {
    private int completions;
    private OutputMatch best;
    private OutputLine of;
    private Grade grade;
    private Integer tokens;
    private String note;
    private int promptRun;

    void add(OutputLine line, OutputMatch match) {
      completions++;
      if (best == null || run(match) > run(best)) {
        best = match;
        of = line;
      }
      Grade given = Grade.valueOf(match.grade().toUpperCase(Locale.ROOT));
      grade = grade == null || given.compareTo(grade) > 0 ? given : grade;
      if (match.runTokens() != null) {
        tokens = tokens == null ? match.runTokens() : Math.max(tokens, match.runTokens());
      }
      note = note == null ? match.note() : note;
      promptRun = Math.max(promptRun, match.promptRunWords());
    }

    private static int run(OutputMatch match) {
      return match.runWords() == null ? -1 : match.runWords();
    }
  }
}
