package dev.bookplate.report.certificate;

import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.Received;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.report.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the run says of how it came about, for drafts. */
final class RunFacts {
  private static final List<String> HEAD = List.of("What", "As the run records it");

  private final Manifest manifest;
  private final String runSha256;

  RunFacts(RunReader run, String runSha256) {
    manifest = run.manifest();
    this.runSha256 = runSha256;
  }

  Manifest manifest() {
    return manifest;
  }

  /** What was done, by what, on what, with what outcome. */
  void process(Draft draft) {
    List<List<String>> rows = new ArrayList<>();
    Manifest.Tool tool = manifest.tool();
    Manifest.Timing timing = manifest.run();
    add("Record", "the run whose manifest.json has SHA-256 " + runSha256, rows);
    add("Status", manifest.status().name().toLowerCase(Locale.ROOT), rows);
    add("Program", tool.name() + " " + tool.version(), rows);
    add("Commit that it was built from", tool.build(), rows);
    add("SHA-256 of its file", tool.sha256(), rows);
    add("Java", tool.jvm(), rows);
    add("Lucene", tool.lucene(), rows);
    if (manifest.commandLine() != null) {
      add("Command", String.join(" ", manifest.commandLine()), rows);
    }
    if (timing != null) {
      add("Started", timing.started(), rows);
      add("Finished", timing.finished(), rows);
      add("Machine", timing.host(), rows);
      add("Operator, as stated then", timing.operator(), rows);
    }
    add("Corpora", corpora(), rows);
    outcome(rows);
    for (Manifest.Catalogue catalogue : manifest.catalogues()) {
      String asOf = catalogue.asOf() == null ? "" : ", as of " + catalogue.asOf();
      add(
          "Catalogue",
          String.format(
              Locale.ROOT,
              "%s%s, %s, digest %s",
              catalogue.name(),
              asOf,
              Figures.count(catalogue.works(), "work", "works"),
              catalogue.digest()),
          rows);
    }
    add("Custody log", manifest.custody(), rows);
    draft.table(HEAD, rows);
  }

  private String corpora() {
    return manifest.inputs().stream()
        .map(Manifest.Input::corpus)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private void outcome(List<List<String>> rows) {
    Manifest.Counts counts = manifest.counts();
    add(
        "Files",
        Figures.count(counts.files())
            + ", "
            + Figures.bytes(counts.bytes())
            + ", each by size, MD5 and SHA-256 in manifest.json",
        rows);
    add("Records seen", Figures.count(counts.seen()), rows);
    add("of these searched", Figures.count(counts.read()), rows);
    add("skipped, by reason", byName(counts.skipped()), rows);
    add("failed", Figures.count(counts.failed()), rows);
    add("Findings, by grade", byName(counts.findings()), rows);
    add(
        "Works looked for; found",
        Figures.count(counts.works()) + "; " + Figures.count(counts.worksFound()),
        rows);
  }

  private static String byName(Map<String, Long> counts) {
    return counts.isEmpty()
        ? "none"
        : counts.entrySet().stream()
            .map(each -> Figures.count(each.getValue()) + " " + each.getKey())
            .collect(Collectors.joining(", "));
  }

  private static void add(String what, String value, List<List<String>> rows) {
    if (value != null && !value.isEmpty()) {
      rows.add(List.of(what, value));
    }
  }

  /** The list that came with the data, or null. */
  Received.HashList list() {
    return manifest.received() == null ? null : manifest.received().list();
  }

  /** Why no copy can be said to be the original's, or null where some can. */
  String noCopies() {
    Received.HashList list = list();
    if (list == null) {
      return "No digests of the original were supplied (scan --received-hashes).";
    }
    if (!list.differing().isEmpty()) {
      return Figures.count(list.differing().size(), "file differs", "files differ")
          + " from the digests that were supplied.";
    }
    return list.same() == 0 ? "No file was matched with the digests that were supplied." : null;
  }
}
