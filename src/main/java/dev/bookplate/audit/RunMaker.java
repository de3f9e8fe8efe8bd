package dev.bookplate.audit;

import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.MergeWatcher;
import dev.bookplate.evidence.Merged;
import dev.bookplate.evidence.PartSet;
import dev.bookplate.evidence.RunFiles;
import dev.bookplate.evidence.RunMerger;
import dev.bookplate.evidence.RunWriter;
import dev.bookplate.evidence.ScannedPart;
import dev.bookplate.evidence.SelfTest;
import dev.bookplate.evidence.ShardCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Makes a run of all parts of a scan; a scan in one go is one part. */
final class RunMaker {
  private final PartSet parts;
  private final Audit.Renderer renderer;
  private final Progress progress;

  RunMaker(PartSet parts, Audit.Renderer renderer, Progress progress) {
    this.parts = parts;
    this.renderer = renderer;
    this.progress = progress;
  }

  Manifest make(RunWriter writer) throws IOException {
    Clock clock = new Clock();
    progress.phase("merging", Progress.Counted.SEARCHED, 0);
    Merged merged =
        new RunMerger(parts.plan(), new Watcher(progress))
            .merge(parts::shards, parts.receipts(), writer.files());
    Manifest.Calibrated calibrated = calibration(writer.files());
    candidates(writer.files());
    clock.lap("merge");
    ManifestMaker maker = new ManifestMaker(parts);
    Manifest manifest =
        maker.make(merged, selfTest(merged), calibrated, clock.after(parts, merged));
    progress.phase("writing the report", Progress.Counted.WORKS, 0);
    renderer.render(writer.preview(manifest), writer.files());
    progress.phase("putting the run in its place", Progress.Counted.WORKS, 0);
    return writer.finish(manifest, maker.by());
  }

  private record Watcher(Progress progress) implements MergeWatcher {
    @Override
    public void merged(ShardCounts shard) {
      progress.add(0, shard.records(), shard.allFindings());
    }

    @Override
    public void writesWorks() {
      progress.phase("writing the works", Progress.Counted.WORKS, 0);
    }

    @Override
    public void wroteWork() {
      progress.add(0, 1, 0);
    }
  }

  /** That there were none is said by an empty file. */
  private void candidates(Path target) throws IOException {
    Path file = target.resolve(RunFiles.CANDIDATES);
    boolean asked =
        parts.first().terms().configuration().path(AuditPlan.LOGS_CANDIDATES).asBoolean();
    if (asked && Files.notExists(file)) {
      Files.createFile(file);
    }
  }

  /** The first part has measured for all of them. */
  private Manifest.Calibrated calibration(Path target) throws IOException {
    Manifest.Calibrated calibrated = parts.first().part().calibration();
    if (calibrated != null && calibrated.file() != null) {
      Files.copy(
          parts.first().folder().root().resolve(calibrated.file()),
          target.resolve(RunFiles.CALIBRATION),
          StandardCopyOption.REPLACE_EXISTING);
    }
    return calibrated;
  }

  /**
   * Parts without findings have tested their lookup: where the whole has none either, that is its
   * test, and where it has some, only a test that failed is told.
   */
  private SelfTest selfTest(Merged merged) {
    SelfTest test = null;
    for (ScannedPart part : parts.parts()) {
      SelfTest its = part.part().selfTest();
      if (its != null && (test == null || its.failed() && !test.failed())) {
        test = its;
      }
    }
    boolean silent = merged.counts().findings().values().stream().allMatch(n -> n == 0);
    boolean asked = "true".equals(parts.first().record().decided().get(PartScan.SELF_TEST));
    return test != null && (silent || asked || test.failed()) ? test : null;
  }
}
