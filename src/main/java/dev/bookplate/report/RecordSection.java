package dev.bookplate.report;

import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.Manifest.Timing;
import dev.bookplate.evidence.Received;
import dev.bookplate.evidence.RunFiles;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.report.Table.Column;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What another needs to run this again and to check that nothing was changed. */
final class RecordSection {
  private static final int NAMED = 20;
  private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z0-9_./:=,@%+-]+");

  /** They are written after the page, or go on changing. */
  private static final Set<String> UNSETTLED = Set.of(RunFiles.REPORT, RunFiles.CUSTODY);

  private final Html html;
  private final Manifest manifest;

  RecordSection(Html html, Manifest manifest) {
    this.html = html;
    this.manifest = manifest;
  }

  void write() throws IOException {
    html.start("section").with("id", "record").element("h2", "Record of the run");
    html.element("h3", "Command").start("pre").start("code");
    List<String> words = manifest.commandLine() == null ? List.of() : manifest.commandLine();
    html.foreign(command(words)).end().end();
    html.start("p").text("From the same folder ");
    html.element("code", "bookplate rerun RUN");
    html.text(" runs it again by the manifest and compares every byte, and ");
    html.element("code", "bookplate verify RUN --corpus CORPUS --catalogue CATALOGUE");
    html.text(" reads and aligns every finding again.").end();
    writeReceived(manifest.received());
    writeTool();
    writeFiles();
    html.start("details").element("summary", "Full configuration").start("pre").start("code");
    html.foreign(RunJson.pretty(manifest.configuration())).end().end().end();
    writeTiming();
    html.end();
  }

  private void writeReceived(Received received) throws IOException {
    if (received == null) {
      return;
    }
    html.element("h3", "Received");
    Facts facts =
        new Facts(html)
            .add("Supplied by, as stated", received.suppliedBy())
            .add("On, as stated", received.date())
            .add("Media, as stated", received.media());
    Received.HashList list = received.list();
    if (list != null) {
      facts.add("List of digests", list.name() + ", SHA-256 " + list.sha256());
      facts.add("Files in it", Long.toString(list.listed()));
      facts.add("Scanned, and as listed", Long.toString(list.same()));
      facts.add("Listed and not scanned", named(list.missing()));
      facts.add("Scanned and not listed", named(list.extra()));
      facts.add(
          "Differing",
          named(
              list.differing().stream()
                  .map(d -> d.file() + " (" + d.what() + " listed as " + d.listed() + ")")
                  .toList()));
      facts.add("Listed without a digest that is made here", named(list.notChecked()));
      facts.add("Lines that say nothing of a file", named(list.unread()));
    }
    facts.end();
  }

  /** The first of them; the manifest has all. */
  private static String named(List<String> names) {
    if (names.isEmpty()) {
      return "none";
    }
    String first = names.stream().limit(NAMED).collect(Collectors.joining("; "));
    return names.size() + ": " + first + (names.size() > NAMED ? "; and more" : "");
  }

  private void writeTool() throws IOException {
    html.element("h3", "Program");
    new Facts(html)
        .add("Name", manifest.tool().name())
        .add("Version", manifest.tool().version())
        .add("Build", manifest.tool().build())
        .add("SHA-256", manifest.tool().sha256())
        .add("Java", manifest.tool().jvm())
        .add("Lucene", manifest.tool().lucene())
        .add("Form of the run", manifest.format())
        .end();
  }

  private void writeFiles() throws IOException {
    if (manifest.files().isEmpty()) {
      return;
    }
    html.element("h3", "Files of the run");
    Table table =
        new Table(
            html,
            "stack",
            "Files of the run",
            Column.text("File"),
            Column.number("Bytes"),
            Column.text("SHA-256"));
    for (Map.Entry<String, Manifest.FileDigest> file : manifest.files().entrySet()) {
      if (!UNSETTLED.contains(file.getKey())) {
        table.row();
        table.code(file.getKey());
        table.count(file.getValue().size());
        table.code(file.getValue().sha256());
      }
    }
    table.end();
    html.start("p", "note").text("The digest of this page stands in ");
    html.element("code", RunFiles.MANIFEST).text(".").end();
  }

  /** The only part of the page that differs between two runs of the same input. */
  private void writeTiming() throws IOException {
    Timing timing = manifest.run();
    if (timing == null) {
      return;
    }
    html.element("h3", "When and where");
    Facts facts =
        new Facts(html)
            .add("Started", timing.started())
            .add("Finished", timing.finished())
            .add("Operator, as stated", timing.operator())
            .add("Host", timing.host())
            .add("Engine", timing.engine())
            .add("Threads", timing.threads())
            .add("Speed", timing.megabytesPerSecond() + " MB/s");
    if (timing.seconds() != null) {
      for (Map.Entry<String, Double> phase : timing.seconds().entrySet()) {
        facts.add("Seconds, " + phase.getKey(), phase.getValue().toString());
      }
    }
    facts.end();
  }

  /** As it could be typed again in a POSIX shell. */
  private static String command(List<String> words) {
    return words.stream()
        .map(
            word ->
                PLAIN_WORD.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'")
        .collect(Collectors.joining(" "));
  }
}
