package dev.bookplate.match;

import dev.bookplate.fingerprint.PassageFingerprinter;
import dev.bookplate.origin.Utf8Text;
import dev.bookplate.text.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Finds the works of a library in one document after the other. A document that shares no
 * fingerprint with any of them costs its words, its fingerprints and the probes, and nothing else.
 * Belongs to one thread.
 */
public final class Matcher {
  private final ReferenceLibrary library;
  private final ReferenceLibrary background;
  private final SeedFinder finder;
  private final SeedFinder backgroundFinder;
  private final PassageFingerprinter fingerprinter;
  private final SampledFinder sampledFinder;
  private final int quoteWords;
  private Rejected.Log log;

  /**
   * Over a library.
   *
   * @param library what is looked for
   * @param background what explains a match away, of the same fingerprint spec; may be empty. It
   *     decides which passages are common text, and nothing else of them
   * @param quoteWords words that a passage's quote may have; 0 for no quotes
   */
  public Matcher(ReferenceLibrary library, ReferenceLibrary background, int quoteWords)
      throws IOException {
    this(library, List.of(), background, quoteWords);
  }

  /**
   * Over a library, and over catalogues of which only fingerprints are held.
   *
   * @param sampled these; the library may then be empty
   */
  public Matcher(
      ReferenceLibrary library,
      List<SampledLibrary> sampled,
      ReferenceLibrary background,
      int quoteWords)
      throws IOException {
    this.library = library;
    this.background = background;
    this.quoteWords = quoteWords;
    finder = new SeedFinder(library);
    backgroundFinder = new SeedFinder(background);
    fingerprinter = new PassageFingerprinter(library.spec());
    sampledFinder = sampled.isEmpty() ? null : new SampledFinder(sampled);
  }

  /** From now on tells of every candidate that is rejected; null tells of none. */
  public void log(Rejected.Log rejected) {
    log = rejected;
  }

  /** Words of the document that was looked at last. */
  public int words() {
    return fingerprinter.words();
  }

  /**
   * The works that a document holds text of.
   *
   * @param text of the document
   * @param document what findings are to say of it, asked for only if there are any; its words,
   *     chars and digest are of {@code text}
   * @return findings by work id; empty for most documents
   */
  public List<Finding> match(Utf8Text text, Supplier<Finding.FoundDocument> document)
      throws IOException {
    return match(text, List.of(), document);
  }

  /**
   * The same of a text that was written in answer to others: words that stood in one of them are
   * passages of their own, which count for nothing.
   *
   * @param prompt what whoever wrote the text had been given
   * @see PromptWords
   */
  public List<Finding> match(
      Utf8Text text, List<Utf8Text> prompt, Supplier<Finding.FoundDocument> document)
      throws IOException {
    fingerprinter.fingerprint(text);
    Map<Integer, Seeds> seeds = finder.find(fingerprinter);
    if (log != null) {
      finder.forEachRejected(
          (edition, places, doc, ref) ->
              log.rejected(Rejected.lone(library.reference(edition), places, doc, ref)));
    }
    return findings(new Searched(text, prompt), seeds, document);
  }

  /** A text, and what it answers. */
  private record Searched(Utf8Text text, List<Utf8Text> prompt) {}

  /** Which editions are looked for. */
  @FunctionalInterface
  public interface Sought {
    /** Whether this one is. */
    boolean test(Finding.Reference reference) throws IOException;
  }

  /** The same, as if the library held no editions but those that are sought. */
  public List<Finding> match(Utf8Text text, Supplier<Finding.FoundDocument> document, Sought sought)
      throws IOException {
    fingerprinter.fingerprint(text);
    Map<Integer, Seeds> seeds = new TreeMap<>();
    for (Map.Entry<Integer, Seeds> entry : finder.find(fingerprinter).entrySet()) {
      if (sought.test(library.reference(entry.getKey()))) {
        seeds.put(entry.getKey(), entry.getValue());
      }
    }
    return findings(new Searched(text, List.of()), seeds, document);
  }

  private List<Finding> findings(
      Searched searched, Map<Integer, Seeds> seeds, Supplier<Finding.FoundDocument> document)
      throws IOException {
    List<SampledFinder.Sighted> sighted =
        sampledFinder == null ? List.of() : sampledFinder.find(searched.text, fingerprinter);
    if (seeds.isEmpty() && sighted.isEmpty()) {
      return List.of();
    }
    Words doc = Words.of(searched.text);
    PromptWords prompt = PromptWords.of(doc, searched.prompt);
    CommonText common = new CommonText(doc, background, () -> backgroundFinder.find(fingerprinter));
    Aligned aligned = aligned(prompt, seeds, common);
    EstimatedMatches estimated = new EstimatedMatches();
    Estimator estimator = new Estimator(doc, sampledFinder, common, quoteWords);
    for (SampledFinder.Sighted each : sighted) {
      SampledFinder.Sighted written = each.outside(prompt);
      if (written != null) {
        estimated.add(estimator.match(written));
      }
    }
    if (aligned.byWork.isEmpty() && estimated.isEmpty()) {
      return List.of();
    }
    if (log != null) {
      aligned.byWork.values().forEach(editions -> editions.forEachExplained(this::rejected));
    }
    List<WorkMatch> matches =
        new Attribution(estimated.after(aligned.reported()), library::related).explained();
    Finding.FoundDocument found = document.get();
    List<Finding> findings = new ArrayList<>();
    for (WorkMatch match : matches) {
      EstimatedMatch estimate = estimated.of(match);
      findings.add(
          estimate == null
              ? finding(match, aligned, matches, found)
              : estimate.finding(found, estimated.others(matches)));
    }
    findings.sort(
        Comparator.comparing((Finding f) -> f.reference().work().id())
            .thenComparing(f -> f.reference().edition().id())
            .thenComparing(f -> f.reference().catalogue()));
    return List.copyOf(findings);
  }

  /** What was found of editions whose text is held, by work, and the editions' numbers. */
  private record Aligned(Map<String, Editions> byWork, Map<Finding.Reference, Integer> numbers) {
    List<WorkMatch> reported() {
      return byWork.values().stream().flatMap(e -> e.reported().stream()).toList();
    }
  }

  private Aligned aligned(PromptWords prompt, Map<Integer, Seeds> seeds, CommonText common)
      throws IOException {
    Aligned aligned = new Aligned(new TreeMap<>(), new HashMap<>());
    for (Map.Entry<Integer, Seeds> entry : seeds.entrySet()) {
      WorkMatch match = match(prompt, entry.getKey(), entry.getValue(), common);
      if (match != null) {
        aligned.byWork.computeIfAbsent(match.key(), w -> new Editions()).add(match);
        aligned.numbers.put(match.reference(), entry.getKey());
      }
    }
    return aligned;
  }

  private Finding finding(
      WorkMatch match, Aligned aligned, List<WorkMatch> all, Finding.FoundDocument document)
      throws IOException {
    Editions editions = aligned.byWork.get(match.key());
    Finding finding = match.finding(document).with(editions.others(match, all));
    return withResemblance(finding, aligned.numbers.get(match.reference()));
  }

  /** A copy is also held against its edition as a whole, by their sketches; others never are. */
  private Finding withResemblance(Finding finding, int edition) throws IOException {
    if (finding.extent().compareTo(Extent.MOST) < 0) {
      return finding;
    }
    Resemblance resemblance = Resemblance.of(fingerprinter.shingles(), library.shingles(edition));
    return finding.with(List.of(resemblance.evidence()));
  }

  private void rejected(Finding.Reference reference, Passage passage) {
    log.rejected(Rejected.otherEdition(reference, passage));
  }

  private WorkMatch match(PromptWords prompt, int edition, Seeds places, CommonText common)
      throws IOException {
    Words doc = prompt.document();
    Words ref = library.words(edition);
    List<Piece> pieces = new PieceFinder(doc, ref).find(places);
    if (pieces.isEmpty()) {
      if (log != null) {
        log.rejected(Rejected.unaligned(library.reference(edition), places));
      }
      return null;
    }
    PassageMaker maker =
        new PassageMaker(
            doc, ref, quoteWords, passage -> common.why(passage, () -> library.licence(edition)));
    if (log != null) {
      maker.log(library.reference(edition), log);
    }
    List<Passage> passages = prompt.passages(pieces, maker);
    return passages.isEmpty() ? null : new WorkMatch(library.reference(edition), passages);
  }
}
