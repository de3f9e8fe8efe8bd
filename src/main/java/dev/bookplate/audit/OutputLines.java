package dev.bookplate.audit;

import dev.bookplate.corpus.Completion;
import dev.bookplate.corpus.CorpusDocument;
import dev.bookplate.corpus.Tokens;
import dev.bookplate.evidence.OutputLine;
import dev.bookplate.evidence.OutputLine.OutputMatch;
import dev.bookplate.match.Finding;
import dev.bookplate.match.Passage;
import dev.bookplate.origin.Span;
import dev.bookplate.origin.Utf8Text;
import dev.bookplate.text.Words;
import dev.bookplate.tokens.TokenEncoder;
import dev.bookplate.tokens.TokenizerException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is said of the completions of models: their longest runs. Belongs to one thread. */
final class OutputLines {
  private final Tokens tokens;
  private TokenEncoder encoder;
  private String note;
  private List<String> counted;
  private int countedWords;

  /**
   * With a tokenizer.
   *
   * @param tokens that names it, or names none
   */
  OutputLines(Tokens tokens) {
    this.tokens = tokens;
    note = tokens.tokenizer() == null ? "no tokenizer was named with --tokenizer" : null;
  }

  /**
   * The line of a completion.
   *
   * @param words of it
   * @param findings in it
   */
  OutputLine line(CorpusDocument document, int words, List<Finding> findings) throws IOException {
    Completion completion = document.completion();
    List<OutputMatch> works = new ArrayList<>();
    Words of = findings.isEmpty() ? null : Words.of(document.text());
    for (Finding finding : findings) {
      works.add(match(finding, of));
    }
    return OutputLine.of(
        document.origin(),
        document.field(),
        new OutputLine.Prompt(completion.promptId(), promptWords(completion)),
        words,
        works);
  }

  /** Counted once for completions of the same prompt that follow each other. */
  private Integer promptWords(Completion completion) {
    if (completion.prompt() == null) {
      return null;
    }
    if (!completion.prompt().equals(counted)) {
      counted = completion.prompt();
      countedWords = completion.texts().stream().mapToInt(t -> Words.of(t).count()).sum();
    }
    return countedWords;
  }

  private OutputMatch match(Finding finding, Words words) throws IOException {
    List<Span> runs = new ArrayList<>();
    int longest = 0;
    int inPrompt = 0;
    boolean aligned = false;
    for (Passage passage : finding.passages()) {
      if (passage.isEstimate()) {
        continue;
      }
      aligned = true;
      if (passage.isInPrompt()) {
        inPrompt = Math.max(inPrompt, passage.longestRunWords());
      } else if (passage.isFree()) {
        longest = Math.max(longest, passage.longestRunWords());
        for (Span run : passage.runs()) {
          int start = words.start(run.start());
          runs.add(new Span(start, words.end(run.end() - 1)));
        }
      }
    }
    Integer most = aligned ? most(words.text(), runs) : null;
    return new OutputMatch(
        finding.reference().catalogue(),
        finding.reference().work().id(),
        finding.reference().work().title(),
        finding.grade().label(),
        aligned ? (Integer) longest : null,
        most,
        inPrompt,
        most != null ? null : aligned ? note : "the edition's text is not held");
  }

  private Integer most(Utf8Text text, List<Span> runs) throws IOException {
    if (encoder == null && note == null) {
      try {
        encoder = TokenEncoder.of(Path.of(tokens.tokenizer()));
      } catch (TokenizerException e) {
        note = "with this tokenizer tokens are not counted: " + e.getMessage();
      }
    }
    return encoder == null ? null : (Integer) (runs.isEmpty() ? 0 : encoder.most(text, runs));
  }
}
