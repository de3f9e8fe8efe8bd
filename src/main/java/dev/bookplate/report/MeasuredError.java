package dev.bookplate.report;

import dev.bookplate.evidence.Calibration;
import dev.bookplate.evidence.RunReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of a run's errors, in words.
 *
 * @param heading what the figures are, or why there are none
 * @param figures one for each kind of control, length and grade
 * @param method how it was measured, in paragraphs
 */
public record MeasuredError(String heading, List<Figure> figures, List<String> method) {
  /**
   * A share.
   *
   * @param what was counted
   * @param share of it, as people read it
   * @param counted events of trials
   * @param interval exact, 95 %
   */
  public record Figure(String what, String share, String counted, String interval) {}

  /** Of a run, by the calibration that it holds. */
  public static MeasuredError of(RunReader run) throws IOException {
    Calibration calibration = run.calibration();
    if (calibration == null) {
      String problem =
          run.manifest().calibration() == null ? null : run.manifest().calibration().problem();
      return new MeasuredError(
          problem == null
              ? "Not measured: this run was made without planted controls (scan --calibrate)."
              : "Not measured: " + problem,
          List.of(),
          List.of());
    }
    List<Figure> figures = new ArrayList<>();
    for (Calibration.Recall row : calibration.recall()) {
      String what = "found: passages of " + Figures.count(row.words(), "word", "words");
      what += ", " + CalibrationFigures.KINDS.getOrDefault(row.kind(), row.kind());
      add(what, row.found(), figures);
    }
    for (Calibration.FalseFindings row : calibration.falseFindings()) {
      String language = row.language() == null ? "" : ", language " + row.language();
      String control = CalibrationFigures.control(row.control());
      add("false: documents with a finding, " + control + language, row.documents(), figures);
    }
    return new MeasuredError(calibration.heading(), figures, CalibrationFigures.METHOD);
  }

  private static void add(String what, List<Calibration.GradeRate> rates, List<Figure> figures) {
    for (Calibration.GradeRate each : rates) {
      figures.add(
          new Figure(
              what + ", " + each.grade() + " or above",
              CalibrationFigures.share(each.rate()),
              CalibrationFigures.outOf(each.rate()),
              CalibrationFigures.interval(each.rate().exact())));
    }
  }
}
