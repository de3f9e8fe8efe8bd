package dev.bookplate.report;

import dev.bookplate.evidence.Calibration;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.RunFiles;
import java.io.IOException;

/** What planted controls showed for the catalogues and the corpus of the run. */
final class ControlsSection {
  private final Html html;
  private final Manifest.Calibrated outcome;
  private final Calibration calibration;

  /** For a run; {@code calibration} is null where it has none. */
  ControlsSection(Html html, Manifest manifest, Calibration calibration) {
    this.html = html;
    this.outcome = manifest.calibration();
    this.calibration = calibration;
  }

  private interface Part {
    void write() throws IOException;
  }

  void write() throws IOException {
    if (outcome == null) {
      return;
    }
    html.start("section").with("id", "controls");
    html.element("h2", "Planted controls");
    if (calibration == null) {
      html.start("p").text("Nothing was measured: ").foreign(outcome.problem()).text(".").end();
    } else {
      figures(new CalibrationTables(html, calibration));
    }
    html.end();
  }

  private void figures(CalibrationTables tables) throws IOException {
    String head = Calibration.HEADING;
    html.start("p")
        .element("strong", Character.toUpperCase(head.charAt(0)) + head.substring(1) + ".")
        .end();
    html.element("h3", "What was found of planted passages");
    tables.matrix();
    html.element("h3", "How well they were outlined");
    tables.outlines();
    html.element("h3", "What was found where nothing is to be found");
    tables.falseFindings();
    details("By grade, with intervals", tables::recall);
    if (!calibration.byLanguage().isEmpty()) {
      details("By language", tables::byLanguage);
    }
    details("What was measured", tables::setup);
    details("How it was measured", tables::method);
    html.start("p").text("All figures stand in ").element("code", RunFiles.CALIBRATION);
    html.text(" in the run's folder.").end();
  }

  private void details(String summary, Part part) throws IOException {
    html.start("details").element("summary", summary);
    part.write();
    html.end();
  }
}
