package dev.bookplate.cli;

import dev.bookplate.audit.AuditPlan;
import dev.bookplate.audit.Calibrate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What controls a calibration has, as typed. */
final class ControlOptions {
  private static final int MOST_CONTROLS = 100_000;
  private static final int USUAL_CONTROLS = 100;
  private static final long USUAL_SEED = 1;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--decoys",
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "For a calibration: books, as for -c, that are known not to be in the corpus, of like"
              + " language, time and genre: whatever is found of them is false.")
  private List<Path> decoys = List.of();

  @Option(
      names = "--controls",
      paramLabel = "N",
      description = "For a calibration: passages for each kind and length. Default: 100.")
  private Integer controls;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "For a calibration: of all draws; the same seed gives the same figures. Default: 1.")
  private Long seed;

  /** The first of the options that was typed, or null. */
  String typed() {
    if (!decoys.isEmpty()) {
      return "--decoys";
    }
    if (controls != null) {
      return "--controls";
    }
    return seed == null ? null : "--seed";
  }

  /** Refuses what cannot be, before anything is built. */
  void check(Path output) throws IOException {
    if (controls != null && (controls < 1 || controls > MOST_CONTROLS)) {
      throw new ParameterException(
          command.commandLine(),
          "--controls " + controls + " is out of range; give 1 to " + MOST_CONTROLS);
    }
    InputPaths.requireAll("decoy", decoys);
    InputPaths.requireApart(output, "decoys", decoys);
  }

  /** What it means for a plan; decoys are built where they are not. */
  Calibrate.Request toRequest(
      AuditPlan plan, SearchOptions search, SearchOptions.Workbench workbench) throws IOException {
    return new Calibrate.Request(
        search.resolve(decoys, plan, workbench),
        seed == null ? USUAL_SEED : seed,
        controls == null ? USUAL_CONTROLS : controls);
  }
}
