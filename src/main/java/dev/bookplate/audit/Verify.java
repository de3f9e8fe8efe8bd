package dev.bookplate.audit;

import dev.bookplate.corpus.Locations;
import dev.bookplate.evidence.InputFile;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.Problem;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.evidence.Verification;
import dev.bookplate.evidence.Verifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Checks what a run says against what it was made of, as far as that is at hand: its bytes first,
 * then that its files agree, then the corpora and catalogues.
 */
public final class Verify {
  private final Verification result;
  private final Progress progress;

  /**
   * Where a corpus of a run is now.
   *
   * @param name as the run calls it, or null for the name of the folder
   * @param root file or folder
   */
  public record Corpus(String name, Path root) {}

  /** Finds the catalogues that were named, once it is known what a run was made with. */
  @FunctionalInterface
  public interface Catalogues {
    /** Builds them where they are not. */
    RecordedPlan.AtHand find(RecordedPlan recorded) throws IOException;
  }

  /** Tells of everything. */
  public Verify(Verification result, Progress progress) {
    this.result = result;
    this.progress = progress;
  }

  /**
   * Checks a run whose bytes hold.
   *
   * @param tokenizer where its file is, or null
   */
  public void check(RunReader run, List<Corpus> corpora, Path tokenizer, Catalogues named)
      throws IOException, InterruptedException {
    Verifier verifier = new Verifier(run.folder(), result);
    RecordedPlan recorded;
    try {
      recorded = RecordedPlan.of(run.manifest(), tokenizer);
    } catch (CatalogueException other) {
      verifier.contents(run, null);
      result.notChecked("corpora and catalogues", other.getMessage());
      return;
    }
    RecordedPlan.AtHand at = named.find(recorded);
    Contents contents = Contents.of(recorded.plan(List.of(), at), progress);
    List<String> missing = recorded.missing(at, contents.background());
    List<String> others = recorded.others(at);
    others.forEach(
        o -> result.problem(new Problem(o, "all of it", "the run was not made with it")));
    boolean aligns = missing.isEmpty() && others.isEmpty();
    verifier.contents(run, aligns ? contents.works() : null);
    if (aligns) {
      result.checked("catalogues", at.whole().size() + at.sampled().size() + " by their digests");
    } else {
      result.notChecked("catalogues", "not at hand: " + String.join(", ", missing));
    }
    examine(run, corpora, recorded, new Tools(at, aligns));
  }

  private record Tools(RecordedPlan.AtHand at, boolean aligns) {}

  private void examine(RunReader run, List<Corpus> corpora, RecordedPlan recorded, Tools tools)
      throws IOException, InterruptedException {
    Manifest manifest = run.manifest();
    long findings = manifest.counts().findings().values().stream().mapToLong(n -> n).sum();
    if (corpora.isEmpty()) {
      result.notChecked("inputs", manifest.inputs().size() + " files: no --corpus was named");
      result.notChecked("findings, documents", findings + " not read again: no --corpus was named");
      return;
    }
    if (recorded.lacksTokenizer()) {
      result.notChecked(
          "findings, documents",
          findings + " not read again: the corpus holds token ids; name its --tokenizer");
      return;
    }
    AuditPlan plan = recorded.plan(corpora.stream().map(Corpus::root).toList(), tools.at);
    CorporaAtHand here = at(corpora, recorded);
    IntegrityCheck integrity = IntegrityCheck.start(plan, List.of());
    integrity.during(
        () -> {
          new Reexamination(run, plan, tools.aligns, result, progress).run(here);
          return null;
        });
  }

  /** Where a file of a run's corpora is now, if it is in those that are named. */
  public static Optional<Path> file(
      List<Corpus> corpora, RecordedPlan recorded, String corpus, String path) throws IOException {
    return Optional.ofNullable(at(corpora, recorded).shards().get(new InputFile(corpus, path)))
        .map(shards -> Locations.of(shards.getFirst().file()));
  }

  static CorporaAtHand at(List<Corpus> corpora, RecordedPlan recorded) throws IOException {
    return CorporaAtHand.of(
        corpora.stream().map(c -> new CorporaAtHand.Root(c.name(), c.root())).toList(),
        recorded.reading(),
        recorded.manifest());
  }
}
