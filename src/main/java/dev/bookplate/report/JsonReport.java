package dev.bookplate.report;

import dev.bookplate.evidence.RunJson;
import dev.bookplate.evidence.RunReader;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.stream.Stream;

/**
 * A run as one JSON object: {@code manifest}, then the lists {@code works}, {@code findings},
 * {@code copies} and {@code unread}, one element a line, so that it can be read in one go or by
 * lines.
 */
final class JsonReport {
  private final Writer out;

  private JsonReport(Writer out) {
    this.out = out;
  }

  /** Writes the run; no list is ever in memory as a whole. */
  static void write(RunReader run, Writer out) throws IOException {
    JsonReport report = new JsonReport(out);
    out.append("{\"manifest\":").append(RunJson.line(run.manifest()));
    try (Stream<?> works = run.works()) {
      report.list("works", works);
    }
    try (Stream<?> findings = run.findings()) {
      report.list("findings", findings);
    }
    try (Stream<?> copies = run.copies()) {
      report.list("copies", copies);
    }
    try (Stream<?> unread = run.unread()) {
      report.list("unread", unread);
    }
    if (run.calibration() != null) {
      out.append(",\n\"calibration\":").append(RunJson.line(run.calibration()));
    }
    out.append("}\n");
    out.flush();
  }

  private void list(String name, Stream<?> elements) throws IOException {
    out.append(",\n\"").append(name).append("\":[");
    String separator = "\n";
    for (Iterator<?> each = elements.iterator(); each.hasNext(); ) {
      out.append(separator).append(RunJson.line(each.next()));
      separator = ",\n";
    }
    out.append("]");
  }
}
