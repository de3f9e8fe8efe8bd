package dev.bookplate.report;

import dev.bookplate.evidence.Calibration;
import dev.bookplate.evidence.RunJson;
import java.io.IOException;
import java.util.List;

/** A calibration as files: one for programs, and one page for people. */
public final class CalibrationReport {
  /** For programs. */
  public static final String JSON = "calibration.json";

  /** For people. */
  public static final String PAGE = "calibration.html";

  private CalibrationReport() {}

  /**
   * Refuses, before anything is measured, a folder whose files would be replaced and may not.
   *
   * @throws java.nio.file.FileAlreadyExistsException in one sentence that says what to do
   */
  public static void check(ReportFolder folder) throws IOException {
    folder.check(List.of(JSON, PAGE));
  }

  /** Writes both files. */
  public static void write(Calibration calibration, ReportFolder folder) throws IOException {
    check(folder);
    folder.writeText(JSON, out -> out.write(RunJson.pretty(calibration)));
    folder.writeText(PAGE, out -> CalibrationPage.write(calibration, out));
  }
}
