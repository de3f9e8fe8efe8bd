package dev.bookplate.match;

import dev.bookplate.origin.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One edition's passages in one document.
 *
 * @param reference work and edition
 * @param passages in document order, at least one
 * @param remarks reasons that decide no grade
 */
record WorkMatch(Finding.Reference reference, List<Passage> passages, List<String> remarks) {
  /** Before it is compared with others. */
  WorkMatch(Finding.Reference reference, List<Passage> passages) {
    this(reference, passages, List.of());
  }

  /** Share of a passage that another match must explain to hold it too. */
  static final double SHARED = 0.8;

  /** Of the editions of one work the one that explains most of the document, first. */
  static final Comparator<WorkMatch> BEST_FIRST =
      Comparator.comparingInt(WorkMatch::exactWords)
          .reversed()
          .thenComparing(match -> match.reference.edition().id());

  /** Whether only fingerprints of the edition are held: of all its passages, or of none. */
  boolean isEstimate() {
    return passages.get(0).isEstimate();
  }

  /** Same for editions of one work in one catalogue. */
  String key() {
    return reference.catalogue() + "\n" + reference.work().id();
  }

  WorkMatch withPassages(List<Passage> changed) {
    return new WorkMatch(reference, List.copyOf(changed), remarks);
  }

  WorkMatch withRemarks(List<String> added) {
    return new WorkMatch(reference, passages, List.copyOf(added));
  }

  /** Whether it explains most of a passage of another match in the same document. */
  boolean holds(Passage passage) {
    int shared = 0;
    for (Passage own : passages) {
      shared += passage.documentWords().overlap(own.documentWords());
    }
    return shared >= SHARED * passage.documentWords().length();
  }

  private int exactWords() {
    return passages.stream().mapToInt(Passage::exactWords).sum();
  }

  /** The finding, with its measures, its grade and the rules that decided it. */
  Finding finding(Finding.FoundDocument document) {
    List<GradeRule> rules = passages.stream().map(GradeRule::of).toList();
    GradeRule strongest = rules.stream().min(Comparator.naturalOrder()).orElseThrow();
    Finding.Measures measures = measures(document.words());
    List<Passage> counted =
        passages.stream().filter(p -> p.common() == null && !p.isInPrompt()).toList();
    return new Finding(
        document,
        reference,
        strongest.grade(),
        Extent.of(referenceWords(counted), reference.edition().words()),
        measures,
        passages,
        List.of(new Finding.Evidence("text", true, List.of())),
        reasons(strongest));
  }

  private List<String> reasons(GradeRule strongest) {
    List<String> reasons = new ArrayList<>(List.of(strongest.label()));
    passages.stream().map(Passage::cap).filter(c -> c != null).distinct().forEach(reasons::add);
    if (passages.stream().anyMatch(p -> p.common() != null)) {
      reasons.add("common-text");
    }
    reasons.addAll(remarks);
    if (reference.edition().words() < 1000) {
      reasons.add("short-work");
    }
    return List.copyOf(reasons);
  }

  /** What stood in the prompt is not measured: it shows nothing of who wrote the document. */
  private Finding.Measures measures(int documentWords) {
    List<Passage> written = passages.stream().filter(p -> !p.isInPrompt()).toList();
    int span = written.stream().mapToInt(Passage::words).sum();
    int exact = written.stream().mapToInt(Passage::exactWords).sum();
    int longer = written.stream().mapToInt(WorkMatch::longerSide).sum();
    int words = reference.edition().words();
    return new Finding.Measures(
        span,
        exact,
        documentWords == 0 ? 0 : (double) span / documentWords,
        words == 0 ? 0 : (double) referenceWords(written) / words,
        written.stream().mapToInt(Passage::longestRunWords).max().orElse(0),
        longer == 0 ? 0 : (double) exact / longer);
  }

  private static int longerSide(Passage passage) {
    return (int) Math.round(passage.exactWords() / passage.identity());
  }

  /** Words of the edition that align exactly in these passages, each once. */
  private static int referenceWords(List<Passage> passages) {
    List<Span> spans =
        passages.stream()
            .flatMap(p -> p.exactReference().stream())
            .sorted(Comparator.comparingInt(Span::start))
            .toList();
    int words = 0;
    int end = 0;
    for (Span span : spans) {
      words += Math.max(0, span.end() - Math.max(end, span.start()));
      end = Math.max(end, span.end());
    }
    return words;
  }
}
