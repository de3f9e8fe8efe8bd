package dev.bookplate.report;

import dev.bookplate.evidence.RunReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The page for people: one file that refers to nothing outside itself, readable without JavaScript,
 * and well-formed XML. The same run gives the same bytes. Lists that are too long for a page are
 * cut, and every cut says how much is left and in which file of the run it stands.
 */
public final class HtmlReport {
  private final Html html;
  private final ReportContent content;

  private HtmlReport(Html html, ReportContent content) {
    this.html = html;
    this.content = content;
  }

  /**
   * Writes the page. The manifest's list of files need not be there yet; the page's own digest and
   * that of the custody log are left out of it, since they are not settled when it is written.
   *
   * @param run read once per file, never as a whole in memory
   * @param out UTF-8; not closed
   */
  public static void write(RunReader run, Writer out) throws IOException {
    Html html = new Html(out);
    new HtmlReport(html, ReportContent.read(run)).write();
    html.finish();
    out.flush();
  }

  private void write() throws IOException {
    html.start("html").with("lang", "en");
    writeHead(html, SummarySection.title(content.manifest));
    html.start("body").start("main");
    new SummarySection(html, content).write();
    new SearchedSection(html, content).write();
    new WorksSection(html, content).write();
    new FindingsSection(html, content).write();
    new CopiesSection(html, content).write();
    new OutputsSection(html, content).write();
    new MarkersSection(html, content).write();
    new ControlsSection(html, content.manifest, content.calibration).write();
    new LimitsSection(html, content.outputs.total() > 0).write();
    new MethodSection(html, content.manifest).write();
    new RecordSection(html, content.manifest).write();
    html.end(); // main
    html.code("script", resource("report.js"));
    html.end().end();
  }

  /** The head of a page: its title, its style, and that it may fetch nothing. */
  static void writeHead(Html html, String title) throws IOException {
    String style = resource("report.css");
    html.start("head");
    html.start("meta").with("charset", "utf-8").end();
    html.start("meta").with("http-equiv", "Content-Security-Policy");
    html.with("content", policy(style, resource("report.js"))).end();
    meta(html, "viewport", "width=device-width, initial-scale=1");
    meta(html, "color-scheme", "light dark");
    meta(html, "referrer", "no-referrer");
    meta(html, "robots", "noindex");
    html.element("title", title);
    html.code("style", style);
    html.end();
  }

  private static void meta(Html html, String name, String value) throws IOException {
    html.start("meta").with("name", name).with("content", value).end();
  }

  /** Nothing is fetched, and no code runs but what this class wrote. */
  private static String policy(String style, String script) {
    return "default-src 'none'; style-src '"
        + hash(style)
        + "'; script-src '"
        + hash(script)
        + "'; base-uri 'none'; form-action 'none'";
  }

  private static String hash(String code) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(
            "the program is incomplete: it has no " + name + "; install it again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
