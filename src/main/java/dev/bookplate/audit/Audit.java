package dev.bookplate.audit;

import dev.bookplate.engine.Engine;
import dev.bookplate.evidence.Existing;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.Part;
import dev.bookplate.evidence.PartFolder;
import dev.bookplate.evidence.PartRecord;
import dev.bookplate.evidence.PartSet;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.evidence.RunWriter;
import dev.bookplate.evidence.ScannedPart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

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
   * @param run folder that the run, or the part, goes to
   * @param existing what may be done with what it holds
   * @param commandLine as typed, in parts
   * @param host name of the machine, or null
   * @param threads that the engine works with
   * @param checks that follow the scan
   * @param provenance what was said of it
   */
  public record Request(
      Path run,
      Existing existing,
      List<String> commandLine,
      String host,
      int threads,
      Checks checks,
      Provenance provenance) {
    /** Of which nothing was said. */
    public Request(
        Path run,
        Existing existing,
        List<String> commandLine,
        String host,
        int threads,
        Checks checks) {
      this(run, existing, commandLine, host, threads, checks, Provenance.NONE);
    }
  }

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
   * @throws dev.bookplate.evidence.RunFolderException if the folder cannot take the run, or holds a
   *     scan that is to be gone on with and was begun with something else
   * @throws InterruptedException if the scan was stopped; the folder then holds no run that looks
   *     whole, and what it has done
   */
  public Manifest run(Request request, Renderer renderer) throws IOException, InterruptedException {
    try (RunWriter writer = RunWriter.open(request.run(), request.existing())) {
      ScannedPart all =
          new PartScan(plan, engine, progress, cluster, request).run(writer.scan(), Part.WHOLE);
      return new RunMaker(PartSet.of(List.of(all)), renderer, progress).make(writer);
    }
  }

  /**
   * Scans a part of the corpora, for {@link Merge}.
   *
   * @return what came of it
   * @throws IOException as {@link #run}
   */
  public PartRecord part(Request request, Part part) throws IOException, InterruptedException {
    try (PartFolder folder = PartFolder.open(request.run(), request.existing())) {
      ScannedPart scanned =
          new PartScan(plan, engine, progress, cluster, request).run(folder.scan(), part);
      return folder.finish(scanned.part(), scanned.terms());
    }
  }
}
