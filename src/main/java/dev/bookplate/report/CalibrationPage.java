package dev.bookplate.report;

import dev.bookplate.evidence.Calibration;
import java.io.IOException;
import java.io.Writer;

/** The page of a calibration: one file, like a run's report, with the same safeguards. */
public final class CalibrationPage {
  private final Html html;
  private final Calibration calibration;
  private final CalibrationTables tables;

  private CalibrationPage(Html html, Calibration calibration) {
    this.html = html;
    this.calibration = calibration;
    tables = new CalibrationTables(html, calibration);
  }

  /**
   * Writes the page.
   *
   * @param out UTF-8; not closed
   */
  public static void write(Calibration calibration, Writer out) throws IOException {
    Html html = new Html(out);
    html.start("html").with("lang", "en");
    HtmlReport.writeHead(html, "Calibration: " + Calibration.HEADING);
    html.start("body").start("main");
    html.element("p", "brand", "Bookplate");
    html.element("h1", Calibration.HEADING);
    new CalibrationPage(html, calibration).writeSections();
    html.end().end().end();
    html.finish();
    out.flush();
  }

  private interface Part {
    void write() throws IOException;
  }

  private void writeSections() throws IOException {
    section("setup", "What was measured", tables::setup);
    section("false", "What was found where nothing is to be found", tables::falseFindings);
    section("found", "What was found of planted passages", tables::matrix);
    section("outlines", "How well they were outlined", tables::outlines);
    section("recall", "The same by grade, with intervals", tables::recall);
    if (!calibration.byLanguage().isEmpty()) {
      section("languages", "The same for each language", tables::byLanguage);
    }
    section("method", "How it was measured", tables::method);
  }

  private void section(String id, String head, Part part) throws IOException {
    html.start("section").with("id", id);
    html.element("h2", head);
    part.write();
    html.end();
  }
}
