package dev.bookplate.audit;

import dev.bookplate.catalogue.rows.FileFacts.Digest;
import dev.bookplate.corpus.Shard;
import dev.bookplate.engine.Engine;
import dev.bookplate.evidence.Calibration;
import dev.bookplate.evidence.FileTrees;
import dev.bookplate.evidence.GroupReceipt;
import dev.bookplate.evidence.InputFile;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.Part;
import dev.bookplate.evidence.PartRecord;
import dev.bookplate.evidence.RunFiles;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.evidence.ScanFolder;
import dev.bookplate.evidence.ScanRecord;
import dev.bookplate.evidence.ScanTerms;
import dev.bookplate.evidence.ScannedFile;
import dev.bookplate.evidence.ScannedPart;
import dev.bookplate.evidence.SelfTest;
import dev.bookplate.evidence.ShardCounts;
import dev.bookplate.evidence.ShardReceipt;
import dev.bookplate.index.IndexException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Scans a corpus, or a part of one, into a folder: from the start, or from where a scan was stopped
 * that was begun there. What is then in the folder does not show how often that happened.
 */
final class PartScan {
  static final String SELF_TEST = "--self-test";

  private final AuditPlan plan;
  private final Engine engine;
  private final Progress progress;
  private final Cluster cluster;
  private final Audit.Request request;
  private final Clock clock = new Clock();
  private long scannedBytes;

  /**
   * For a plan.
   *
   * @param cluster that reads the corpus, or null where the engine of this machine does
   */
  PartScan(
      AuditPlan plan, Engine engine, Progress progress, Cluster cluster, Audit.Request request) {
    this.plan = plan;
    this.engine = engine;
    this.progress = progress;
    this.cluster = cluster;
    this.request = request;
  }

  ScannedPart run(ScanFolder folder, Part part) throws IOException, InterruptedException {
    Listing listing = Listing.of(plan);
    folder.beginOrGoOn(record(listing, part));
    // as it was begun: what the command that goes on adds to it is not in the run
    ScanRecord record = folder.begun();
    List<Shard> shards = listing.of(part);
    IntegrityCheck integrity = IntegrityCheck.start(plan, List.of());
    List<ScannedFile> inputs;
    List<PartRecord.Shard> scanned;
    // kept open until the end, so that workers share it
    try (TakenLibraries taken = new TakenLibraries()) {
      Set<Digest> kinds = SoughtBooks.of(plan, taken).digestKinds();
      inputs = new Inputs(reading(), progress, folder, kinds).digest(shards);
      clock.lap("digest");
      scanned = scan(tasks(shards, inputs), folder, integrity);
    }
    clock.lap("scan");
    SelfTest test = selfTest(scanned);
    Manifest.Calibrated calibrated = part.first() ? calibrate(folder.root()) : null;
    PartRecord done =
        new PartRecord(
            ScanRecord.FORMAT,
            PartRecord.STATUS,
            part,
            scanned,
            inputs,
            test,
            calibrated,
            Map.of(),
            timing());
    return new ScannedPart(
        folder,
        record,
        done,
        part.first()
            ? new TermsMaker(plan, origin())
                .make(Contents.of(plan, progress), record.commandLine(), listing)
            : null);
  }

  private ScanTerms.Origin origin() {
    Provenance said = request.provenance();
    return new ScanTerms.Origin(
        Provenance.by(said.operator(), request.host()),
        Provenance.environment(),
        said.suppliedBy(),
        said.received(),
        said.media(),
        said.list());
  }

  private ScanRecord record(Listing listing, Part part) {
    Map<String, String> decided = new LinkedHashMap<>();
    decided.put("the program, which is another build", program());
    decided.putAll(plan.decided());
    decided.put(SELF_TEST, String.valueOf(request.checks().selfTest()));
    if (!request.provenance().saysNothingOfCorpora()) {
      decided.put("what was said of the corpora (--supplied-by and the like)", said());
    }
    decided.put("the calibration", calibration(request.checks().calibration()));
    return new ScanRecord(
        ScanRecord.FORMAT,
        part,
        plan.digest(),
        decided,
        listing.digest(),
        listing.shards().size(),
        listing.files(),
        request.commandLine());
  }

  private String said() {
    Provenance said = request.provenance();
    return RunJson.line(
        java.util.Arrays.asList(
            said.suppliedBy(),
            said.received(),
            said.media(),
            said.list() == null ? null : said.list().sha256()));
  }

  /** Two builds of the same commit are one program. */
  private static String program() {
    return Build.THIS.commit() == null
        ? Build.identity()
        : Build.THIS.version() + " " + Build.THIS.commit();
  }

  private static String calibration(Calibrate.Request asked) {
    return asked == null
        ? "none"
        : RunJson.line(
            List.of(
                asked.decoys().stream().map(AuditPlan.CatalogueRef::digest).toList(),
                asked.seed(),
                asked.controls()));
  }

  private static List<SearchTask> tasks(List<Shard> shards, List<ScannedFile> inputs) {
    Map<InputFile, ScannedFile> files = new HashMap<>();
    inputs.forEach(file -> files.put(file.file(), file));
    List<SearchTask> tasks = new ArrayList<>();
    for (Shard shard : shards) {
      ScannedFile file = files.get(new InputFile(shard.corpus(), shard.path()));
      boolean isOf = file != null && SearchTask.isFirst(shard);
      tasks.add(new SearchTask(shard, isOf ? file.allDigests() : null));
    }
    return tasks;
  }

  /** What was found with a damaged catalogue is not gone on with. */
  private List<PartRecord.Shard> scan(
      List<SearchTask> tasks, ScanFolder folder, IntegrityCheck integrity)
      throws IOException, InterruptedException {
    try {
      return integrity.during(() -> scan(tasks, folder.shards()));
    } catch (IndexException damaged) {
      FileTrees.delete(folder.shards());
      Files.createDirectories(folder.shards());
      throw damaged;
    }
  }

  /** The shards whose files check out are not read again; of the others the largest come first. */
  private List<PartRecord.Shard> scan(List<SearchTask> tasks, Path folder)
      throws IOException, InterruptedException {
    Map<Integer, ShardReceipt> receipts = new FoundShards(folder, plan.digest()).of(tasks);
    List<SearchGroup> left =
        SearchGroup.of(
            tasks.stream().filter(t -> !receipts.containsKey(t.shard().ordinal())).toList());
    scannedBytes = left.stream().mapToLong(SearchGroup::bytes).sum();
    for (GroupReceipt group : search(left, folder)) {
      group.shards().forEach(receipt -> receipts.put(receipt.ordinal(), receipt));
    }
    return tasks.stream()
        .map(SearchTask::shard)
        .map(s -> new PartRecord.Shard(s.corpus(), s.path(), receipts.get(s.ordinal())))
        .toList();
  }

  private List<GroupReceipt> search(List<SearchGroup> groups, Path folder)
      throws IOException, InterruptedException {
    if (cluster != null) {
      return new ClusterScan(plan, cluster, progress).scan(groups, folder);
    }
    progress.phase("scanning", Progress.Counted.SEARCHED, scannedBytes);
    return engine.run(groups, new ShardWorkers(plan, folder, progress), receipt -> {});
  }

  private Engine reading() {
    return cluster == null ? engine : cluster.engine();
  }

  /** Null where nothing was read, so that there is nothing to trust or to doubt. */
  private SelfTest selfTest(List<PartRecord.Shard> shards)
      throws IOException, InterruptedException {
    long read = 0;
    long findings = 0;
    for (PartRecord.Shard shard : shards) {
      ShardCounts counts = shard.receipt().counts();
      read += counts.read();
      findings += counts.allFindings();
    }
    if (read == 0 || (findings > 0 && !request.checks().selfTest())) {
      return null;
    }
    SelfTest test = new SelfTester(plan, engine, progress).run();
    clock.lap("self-test");
    return test;
  }

  private Manifest.Calibrated calibrate(Path folder) throws IOException, InterruptedException {
    if (request.checks().calibration() == null) {
      return null;
    }
    try {
      Calibration calibration =
          new Calibrate(plan, engine, progress, request.checks().calibration()).measure();
      Files.writeString(folder.resolve(RunFiles.CALIBRATION), RunJson.pretty(calibration));
      return new Manifest.Calibrated(RunFiles.CALIBRATION, null);
    } catch (CalibrationException e) {
      // the scan stands without it, and says what is missing
      return new Manifest.Calibrated(null, e.getMessage());
    } finally {
      clock.lap("calibration");
    }
  }

  private Manifest.Timing timing() {
    return clock.timing(
        request.host(),
        cluster == null ? "local" : cluster.name(),
        request.threads(),
        scannedBytes);
  }
}
