package dev.bookplate.audit;

import dev.bookplate.engine.Engine;
import dev.bookplate.evidence.SelfTest;
import dev.bookplate.evidence.SelfTest.MissedWork;
import dev.bookplate.fingerprint.FingerprintSpec;
import dev.bookplate.match.Finding;
import dev.bookplate.match.ReferenceLibrary;
import dev.bookplate.match.SampledLibrary;
import dev.bookplate.match.SampledLookup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Looks passages of every work up, by a plan's own workers: that nothing was found says something
 * only if what is there would have been. Passages are handed to readers in memory and written
 * nowhere.
 */
final class SelfTester {
  private static final int BATCH = 8;

  /** An edition, by its number in the plan's library. */
  record Numbered(int number, Finding.Reference reference) {}

  /** What became of a work's editions. */
  private static final class Tally {
    private final MissedWork work;
    private long lookedUp;
    private boolean missed;

    Tally(Finding.Reference reference) {
      work = new MissedWork(reference.catalogue(), reference.work().id(), reference.work().title());
    }

    void add(int tried, boolean isMissed) {
      lookedUp += tried;
      missed |= isMissed;
    }
  }

  private final AuditPlan plan;
  private final Engine engine;
  private final Progress progress;

  SelfTester(AuditPlan plan, Engine engine, Progress progress) {
    this.plan = plan;
    this.engine = engine;
    this.progress = progress;
  }

  SelfTest run() throws IOException, InterruptedException {
    Map<String, Tally> byText = byText();
    Map<String, Tally> byFingerprints = new TreeMap<>();
    for (AuditPlan.SampledRef ref : plan.sampled()) {
      lookUp(ref, byFingerprints);
    }
    return SelfTest.of(
        byText.size() + byFingerprints.size(),
        tried(byText),
        tried(byFingerprints),
        Stream.concat(byText.values().stream(), byFingerprints.values().stream())
            .filter(t -> t.missed)
            .map(t -> t.work)
            .toList());
  }

  private static SelfTest.Tried tried(Map<String, Tally> works) {
    return new SelfTest.Tried(
        works.values().stream().filter(t -> t.lookedUp > 0).count(),
        works.values().stream().mapToLong(t -> t.lookedUp).sum());
  }

  private static Tally tally(Map<String, Tally> works, Finding.Reference reference) {
    return works.computeIfAbsent(ControlBook.key(reference), k -> new Tally(reference));
  }

  /** There is no text to make a document of: its fingerprints are looked up themselves. */
  private void lookUp(AuditPlan.SampledRef ref, Map<String, Tally> works) throws IOException {
    FingerprintSpec spec = FingerprintSpec.sampled(ref.key().id());
    try (TakenLibraries taken = new TakenLibraries()) {
      ReferenceLibrary library = taken.take(List.of(ref.catalogue()), spec);
      SampledLookup lookup = new SampledLookup(new SampledLibrary(library, ref.key()));
      library.forEachNumber(
          (number, reference) -> {
            SampledLookup.Looked looked = lookup.look(number);
            tally(works, reference).add(looked.lookedUp(), looked.missed());
          });
    }
  }

  private Map<String, Tally> byText() throws IOException, InterruptedException {
    // kept open until the end, so that workers share it
    ReferenceLibrary library = OpenLibraries.take(plan.catalogues(), plan.spec());
    try {
      List<Numbered> editions = new ArrayList<>();
      library.forEachNumber((number, reference) -> editions.add(new Numbered(number, reference)));
      return byText(editions);
    } finally {
      OpenLibraries.giveBack(plan.catalogues());
    }
  }

  private Map<String, Tally> byText(List<Numbered> editions) throws InterruptedException {
    Map<String, Tally> works = new TreeMap<>();
    editions.forEach(e -> tally(works, e.reference()));
    progress.phase("testing the lookup of " + works.size() + " works", Progress.Counted.BOOKS, 0);
    List<LookupWorker.Results> results =
        engine.run(
            batches(editions),
            new LookupWorker.Factory(plan),
            done -> progress.add(0, done.each().size(), 0));
    for (LookupWorker.Results batch : results) {
      for (LookupWorker.Looked looked : batch.each()) {
        works.get(looked.work()).add(looked.passages(), looked.missed());
      }
    }
    return works;
  }

  private static List<LookupWorker.Batch> batches(List<Numbered> editions) {
    List<LookupWorker.Batch> batches = new ArrayList<>();
    for (int from = 0; from < editions.size(); from += BATCH) {
      List<Integer> numbers =
          editions.subList(from, Math.min(from + BATCH, editions.size())).stream()
              .map(Numbered::number)
              .toList();
      batches.add(new LookupWorker.Batch(numbers));
    }
    return batches;
  }
}
