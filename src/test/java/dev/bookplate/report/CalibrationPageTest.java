package dev.bookplate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.evidence.Calibration;
import dev.bookplate.evidence.Calibration.FalseCase;
import dev.bookplate.evidence.Calibration.FalseFindings;
import dev.bookplate.evidence.Calibration.GradeRate;
import dev.bookplate.evidence.Calibration.Interval;
import dev.bookplate.evidence.Calibration.Rate;
import dev.bookplate.evidence.Calibration.Recall;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** The page of a calibration. */
class CalibrationPageTest {
  private static final Rate NONE = new Rate(0, 72, new Interval(0, 0.05), null, 0.040754);
  private static final Rate MOST =
      new Rate(9999, 10000, new Interval(0.999443, 0.999998), new Interval(0.9995, 1), null);

  private static final Calibration.Characters CHARACTERS =
      new Calibration.Characters(5000, 0.999876, null, 5001, 1.0, null, 1.00871);

  private static Calibration calibration(String hostile) {
    List<GradeRate> none = List.of(new GradeRate("lead", NONE));
    return new Calibration(
        Calibration.FORMAT,
        Calibration.HEADING,
        new Calibration.Setup("1", null, 1, 100, "standard", "spec", List.of(catalogue(hostile))),
        new Calibration.Drawn(2, 2, 10, 9, 9, 0),
        List.of(
            new Recall(
                "verbatim", 25, null, 2, List.of(new GradeRate("lead", MOST)), none, CHARACTERS)),
        List.of(new Calibration.Outline(null, null, 10, CHARACTERS)),
        List.of(),
        List.of(
            new FalseFindings(
                "decoys",
                null,
                1,
                1000,
                none,
                none,
                List.of(new FalseCase(null, hostile, 1, "lead", 9)))));
  }

  private static Calibration.Catalogue catalogue(String name) {
    return new Calibration.Catalogue(name, "d1", false);
  }

  private static String page(Calibration calibration) throws IOException {
    StringWriter out = new StringWriter();
    CalibrationPage.write(calibration, out);
    return out.toString();
  }

  @Test
  void theHeadingStandsOverEveryFigure() throws Exception {
    String page = page(calibration("shelf"));
    Document html = Jsoup.parse(page);

    assertEquals(
        "measured on planted controls; not the probability that a given finding is wrong",
        html.select("h1").text());
    assertTrue(html.text().contains("at most 4.08%"));
    assertTrue(html.text().contains("9,999 of 10,000 99.99% 99.94% to 100%"));
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page)));
  }

  @Test
  void whatIsCalledHostilelyStaysText() throws IOException {
    String page = page(calibration("<script>alert(1)</script>\u202E"));

    assertFalse(page.contains("<script>"));
    assertFalse(page.contains("\u202E"));
  }
}
