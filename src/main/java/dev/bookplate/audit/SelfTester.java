package dev.bookplate.audit;

import dev.bookplate.engine.Engine;
import dev.bookplate.evidence.SelfTest;
import dev.bookplate.evidence.SelfTest.MissedWork;
import dev.bookplate.match.Finding;
import dev.bookplate.match.ReferenceLibrary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
    private long passages;
    private boolean missed;

    Tally(Finding.Reference reference) {
      work = new MissedWork(reference.catalogue(), reference.work().id(), reference.work().title());
    }

    void add(LookupWorker.Looked looked) {
      passages += looked.passages();
      missed |= looked.missed();
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
    // kept open until the end, so that workers share it
    ReferenceLibrary library = OpenLibraries.take(plan.catalogues(), plan.spec());
    try {
      List<Numbered> editions = new ArrayList<>();
      library.forEachNumber((number, reference) -> editions.add(new Numbered(number, reference)));
      return run(editions);
    } finally {
      OpenLibraries.giveBack(plan.catalogues());
    }
  }

  private SelfTest run(List<Numbered> editions) throws InterruptedException {
    Map<String, Tally> works = new TreeMap<>();
    editions.forEach(
        e -> works.computeIfAbsent(ControlBook.key(e.reference()), k -> new Tally(e.reference())));
    progress.phase("testing the lookup of " + works.size() + " works", Progress.Counted.BOOKS, 0);
    List<LookupWorker.Batch> batches = batches(editions);
    List<LookupWorker.Results> results =
        engine.run(
            batches,
            new LookupWorker.Factory(plan),
            done -> progress.add(0, done.each().size(), 0));
    for (LookupWorker.Results batch : results) {
      for (LookupWorker.Looked looked : batch.each()) {
        works.get(looked.work()).add(looked);
      }
    }
    return SelfTest.of(
        works.size(),
        works.values().stream().filter(t -> t.passages > 0).count(),
        works.values().stream().mapToLong(t -> t.passages).sum(),
        works.values().stream().filter(t -> t.missed).map(t -> t.work).toList());
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
