package dev.bookplate.audit;

import dev.bookplate.corpus.CorpusSource;
import dev.bookplate.corpus.Locations;
import dev.bookplate.corpus.ReadOutcome;
import dev.bookplate.corpus.Shard;
import dev.bookplate.engine.Engine;
import dev.bookplate.evidence.Calibration;
import dev.bookplate.evidence.InputFile;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.MergePlan;
import dev.bookplate.evidence.Merged;
import dev.bookplate.evidence.RunFiles;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.evidence.RunMerger;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.evidence.RunWriter;
import dev.bookplate.evidence.SelfTest;
import dev.bookplate.evidence.ShardReceipt;
import dev.bookplate.evidence.UnreadLine;
import dev.bookplate.origin.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The main job: scans corpora against catalogues and writes a run. */
public final class Audit {

  /** Writes what people read of a run, as one of its files. */
  @FunctionalInterface
  public interface Renderer {
    /** Renders a run into a folder. */
    void render(RunReader run, Path folder) throws IOException;
  }

  /**
   * What a scan has to know beside what decides its findings.
   *
   * @param run folder that the run goes to
   * @param overwrite whether a run that it holds may be replaced
   * @param commandLine as typed, in parts
   * @param host name of the machine, or null
   * @param threads that the engine works with
   * @param checks that follow the scan
   */
  public record Request(
      Path run,
      boolean overwrite,
      List<String> commandLine,
      String host,
      int threads,
      Checks checks) {}

  /**
   * What is to be checked after a scan.
   *
   * @param selfTest whether the lookup is tested also where something was found
   * @param calibration what to measure, or null for no calibration
   */
  public record Checks(boolean selfTest, Calibrate.Request calibration) {
    /** Only that a scan without findings would have found something. */
    public static final Checks USUAL = new Checks(false, null);
  }

  private final AuditPlan plan;
  private final Engine engine;
  private final Progress progress;
  private final Cluster cluster;

  /** A scan by a plan, on this machine. */
  public Audit(AuditPlan plan, Engine engine, Progress progress) {
    this(plan, engine, progress, null);
  }

  /**
   * A scan by a plan.
   *
   * @param engine of this machine
   * @param cluster that reads the corpus, or null where this machine does; checks and the merge are
   *     this machine's in any case
   */
  public Audit(AuditPlan plan, Engine engine, Progress progress, Cluster cluster) {
    this.plan = plan;
    this.engine = engine;
    this.progress = progress;
    this.cluster = cluster;
  }

  /**
   * Scans, and writes the run.
   *
   * @return its manifest; whoever asks sees from it what was read and what was found
   * @throws java.nio.file.NoSuchFileException if a corpus is not there
   * @throws dev.bookplate.evidence.RunFolderException if the folder cannot take the run
   * @throws InterruptedException if the scan was stopped; the folder then holds no run that looks
   *     whole
   */
  public Manifest run(Request request, Renderer renderer) throws IOException, InterruptedException {
    try (RunWriter writer = RunWriter.open(request.run(), request.overwrite())) {
      Clock clock = new Clock();
      CorpusSource corpus = corpus();
      Map<InputFile, Digests> inputs = digest(corpus.shards());
      clock.lap("digest");
      List<ShardReceipt> receipts = scan(corpus.shards(), writer.shards());
      clock.lap("scan");
      Contents contents = Contents.of(plan);
      RunMerger merger = new RunMerger(mergePlan(corpus, inputs, contents));
      Merged merged = merger.merge(writer.shards(), receipts, writer.files());
      clock.lap("merge");
      SelfTest test = selfTest(merged.counts(), request.checks());
      if (test != null) {
        clock.lap("self-test");
      }
      Manifest.Calibrated calibrated = calibrate(request.checks(), writer.files());
      if (calibrated != null) {
        clock.lap("calibration");
      }
      Manifest manifest =
          new ManifestMaker(plan, request, clock).make(merged, contents, test, calibrated);
      renderer.render(writer.preview(manifest), writer.files());
      return writer.finish(manifest);
    }
  }

  /** Null where nothing was read, so that there is nothing to trust or to doubt. */
  private SelfTest selfTest(Manifest.Counts counts, Checks checks)
      throws IOException, InterruptedException {
    boolean silent = counts.findings().values().stream().allMatch(n -> n == 0);
    return counts.read() > 0 && (silent || checks.selfTest())
        ? new SelfTester(plan, engine, progress).run()
        : null;
  }

  private Manifest.Calibrated calibrate(Checks checks, Path files)
      throws IOException, InterruptedException {
    if (checks.calibration() == null) {
      return null;
    }
    try {
      Calibration calibration =
          new Calibrate(plan, engine, progress, checks.calibration()).measure();
      Files.writeString(files.resolve(RunFiles.CALIBRATION), RunJson.pretty(calibration));
      return new Manifest.Calibrated(RunFiles.CALIBRATION, null);
    } catch (CalibrationException e) {
      // the scan stands without it, and says what is missing
      return new Manifest.Calibrated(null, e.getMessage());
    }
  }

  private CorpusSource corpus() throws IOException {
    return CorpusSource.of(plan.corpora().stream().map(Locations::of).toList(), plan.reading());
  }

  private Map<InputFile, Digests> digest(List<Shard> shards) throws InterruptedException {
    Map<InputFile, Shard> files = new LinkedHashMap<>();
    shards.forEach(s -> files.putIfAbsent(new InputFile(s.corpus(), s.path()), s));
    List<Shard> each = List.copyOf(files.values());
    progress.phase(
        "digesting", Progress.Counted.DOCUMENTS, each.stream().mapToLong(Shard::fileSize).sum());
    Engine reading = cluster == null ? engine : cluster.engine();
    List<InputDigester.Result> results =
        reading.run(
            each.stream().map(Shard::file).toList(),
            new InputDigester.Factory(),
            r -> progress.add(r.digests() == null ? 0 : r.digests().size(), 0, 0));
    Map<InputFile, Digests> digests = new TreeMap<>();
    int i = 0;
    for (InputFile file : files.keySet()) {
      InputDigester.Result result = results.get(i++);
      if (result.digests() != null) {
        digests.put(file, result.digests());
      }
    }
    return digests;
  }

  private List<ShardReceipt> scan(List<Shard> shards, Path folder)
      throws IOException, InterruptedException {
    if (cluster != null) {
      return new ClusterScan(plan, cluster, progress).scan(shards, folder);
    }
    progress.phase(
        "scanning", Progress.Counted.SEARCHED, shards.stream().mapToLong(Shard::weight).sum());
    return engine.run(shards, new ShardWorkers(plan, folder, progress), receipt -> {});
  }

  private MergePlan mergePlan(
      CorpusSource corpus, Map<InputFile, Digests> inputs, Contents contents) {
    List<MergePlan.Part> parts = new ArrayList<>();
    for (Shard shard : corpus.shards()) {
      parts.add(new MergePlan.Part(shard.ordinal(), new InputFile(shard.corpus(), shard.path())));
    }
    List<UnreadLine> unread = corpus.skipped().stream().map(Audit::unread).toList();
    return new MergePlan(plan.digest(), parts, inputs, contents.works(), unread, plan.quotes());
  }

  private static UnreadLine unread(ReadOutcome outcome) {
    return switch (outcome) {
      case ReadOutcome.Skipped s ->
          UnreadLine.skipped(s.where(), s.reason().label(), s.reason().unread(), s.detail());
      case ReadOutcome.Failed f -> UnreadLine.failed(f.where(), f.message());
      case ReadOutcome.Read r ->
          throw new IllegalStateException("a document among what was left out: " + r);
    };
  }
}
