package dev.bookplate.audit;

import dev.bookplate.corpus.CorpusSource;
import dev.bookplate.corpus.Locations;
import dev.bookplate.corpus.ReadOutcome;
import dev.bookplate.corpus.Shard;
import dev.bookplate.engine.Engine;
import dev.bookplate.evidence.Calibration;
import dev.bookplate.fingerprint.Profile;
import dev.bookplate.match.ReferenceLibrary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Measures, for one catalogue and one corpus, what is found of passages that were planted, and what
 * is found where nothing is to be found. Everything is drawn by a seed: the same input gives the
 * same figures. Controls are made, looked at and forgotten in memory.
 */
public final class Calibrate {
  private static final int MOST_SHARDS = 400;
  private static final int HOSTS = 400;
  private static final int DOCUMENTS = 40_000;
  private static final long BYTES = 1L << 30;

  /**
   * What is measured.
   *
   * @param decoys catalogues of books that are known not to be in the corpus; may be empty
   * @param seed of every draw
   * @param controls passages for each kind and length, at least 1
   */
  public record Request(List<AuditPlan.CatalogueRef> decoys, long seed, int controls) {}

  private record Corpus(List<CorpusDraw.Drawn> drawn, long unread) {}

  private final AuditPlan plan;
  private final Engine engine;
  private final Progress progress;
  private final Request request;

  /** A measurement for what a plan would scan. */
  public Calibrate(AuditPlan plan, Engine engine, Progress progress, Request request) {
    this.plan = plan;
    this.engine = engine;
    this.progress = progress;
    this.request =
        new Request(
            request.decoys().stream().map(Calibrate::named).toList(),
            request.seed(),
            request.controls());
  }

  /** Under a name that no catalogue of the plan has. */
  private static AuditPlan.CatalogueRef named(AuditPlan.CatalogueRef decoys) {
    return new AuditPlan.CatalogueRef(
        "decoys: " + decoys.name(), decoys.asOf(), decoys.folder(), decoys.digest());
  }

  /**
   * Measures.
   *
   * @throws java.nio.file.NoSuchFileException if a corpus is not there
   * @throws CalibrationException if there is nothing to plant, or nothing to plant it into
   */
  public Calibration measure() throws IOException, InterruptedException {
    return IntegrityCheck.start(plan, request.decoys()).during(this::measured);
  }

  private Calibration measured() throws IOException, InterruptedException {
    ReferenceLibrary library = OpenLibraries.take(plan.catalogues(), plan.spec());
    try {
      return measure(library);
    } finally {
      OpenLibraries.giveBack(plan.catalogues());
    }
  }

  private Calibration measure(ReferenceLibrary library) throws IOException, InterruptedException {
    checkDecoys();
    ControlBooks books = ControlBooks.draw(library, request.seed());
    Corpus corpus = corpus();
    List<String> hosts = corpus.drawn().stream().flatMap(d -> d.hosts().stream()).toList();
    if (hosts.isEmpty()) {
      throw new CalibrationException(
          "no passage can be planted: the corpus has no text of 40 words in which nothing is found;"
              + " name more of it");
    }
    progress.phase("leaving books out", Progress.Counted.DOCUMENTS, 0);
    List<LeftOut.Seen> seen =
        engine.run(
            books.books(),
            new LeftOut.Factory(plan, request.seed()),
            s -> progress.add(0, s.chunks(), 0));
    Relations relations = Relations.of(library, seen);
    progress.phase("planting", Progress.Counted.PASSAGES, 0);
    List<Planting.Outcome> outcomes = new ArrayList<>();
    engine
        .run(
            new ControlPlan(books.books(), request.controls()).tasks(relations),
            new Planting.Factory(plan, hosts, request.seed()),
            o -> progress.add(0, o.each().size(), 0))
        .forEach(o -> outcomes.addAll(o.each()));
    CalibrationRows rows = new CalibrationRows(request.seed(), books);
    return new Calibration(
        Calibration.FORMAT,
        Calibration.HEADING,
        setup(),
        drawn(books, corpus, hosts.size()),
        rows.recall(outcomes),
        rows.outlines(outcomes),
        rows.byLanguage(outcomes),
        rows.falseFindings(seen, relations, corpus.drawn(), decoys()));
  }

  private Corpus corpus() throws IOException, InterruptedException {
    CorpusSource source =
        CorpusSource.of(plan.corpora().stream().map(Locations::of).toList(), plan.reading());
    List<Shard> shards = new ArrayList<>(source.shards());
    Collections.shuffle(shards, SeededRandom.of(request.seed(), 5));
    int count = Math.min(MOST_SHARDS, shards.size());
    int each = Math.max(1, count);
    List<CorpusDraw.Task> tasks =
        shards.subList(0, count).stream()
            .sorted(Comparator.comparingInt(Shard::ordinal))
            .map(
                s ->
                    new CorpusDraw.Task(
                        s, share(DOCUMENTS, each), BYTES / each, share(HOSTS, each)))
            .toList();
    progress.phase("drawing documents", Progress.Counted.DOCUMENTS, 0);
    List<CorpusDraw.Drawn> drawn =
        engine.run(
            tasks,
            new CorpusDraw.Factory(withDecoys(), decoyNames(), request.seed()),
            d -> progress.add(0, d.documents(), 0));
    long unread = source.skipped().stream().filter(Calibrate::isUnread).count();
    return new Corpus(drawn, unread + drawn.stream().mapToLong(CorpusDraw.Drawn::unread).sum());
  }

  private static int share(int all, int parts) {
    return (all + parts - 1) / parts;
  }

  private static boolean isUnread(ReadOutcome outcome) {
    return switch (outcome) {
      case ReadOutcome.Failed failed -> true;
      case ReadOutcome.Skipped skipped -> skipped.reason().unread();
      case ReadOutcome.Read read -> false;
    };
  }

  /** The plan, with the decoys as one more thing to look for. */
  private AuditPlan withDecoys() {
    List<AuditPlan.CatalogueRef> all = new ArrayList<>(plan.catalogues());
    all.addAll(request.decoys());
    return new AuditPlan(
        plan.corpora(),
        List.copyOf(all),
        plan.background(),
        plan.reading(),
        plan.quotes(),
        plan.spec());
  }

  private List<String> decoyNames() {
    return request.decoys().stream().map(AuditPlan.CatalogueRef::name).toList();
  }

  private DecoyBooks decoys() throws IOException {
    return DecoyBooks.of(request.decoys());
  }

  /** A book cannot be looked for and be known not to be there. */
  private void checkDecoys() throws IOException {
    decoys().requireApart(DecoyBooks.of(plan.catalogues()));
  }

  private Calibration.Setup setup() {
    List<Calibration.Catalogue> catalogues = new ArrayList<>();
    plan.catalogues()
        .forEach(c -> catalogues.add(new Calibration.Catalogue(c.name(), c.digest(), false)));
    request
        .decoys()
        .forEach(c -> catalogues.add(new Calibration.Catalogue(c.name(), c.digest(), true)));
    return new Calibration.Setup(
        Build.THIS.version(),
        Build.THIS.commit(),
        request.seed(),
        request.controls(),
        Profile.ofSpec(plan.spec().toString()).map(Profile::label).orElse(null),
        plan.spec().toString(),
        List.copyOf(catalogues));
  }

  private static Calibration.Drawn drawn(ControlBooks books, Corpus corpus, int hosts) {
    return new Calibration.Drawn(
        books.works(),
        books.books().size(),
        corpus.drawn().stream().mapToLong(CorpusDraw.Drawn::documents).sum(),
        corpus.drawn().stream().mapToLong(CorpusDraw.Drawn::clean).sum(),
        hosts,
        corpus.unread());
  }
}
