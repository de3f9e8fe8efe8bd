package dev.bookplate.audit;

import dev.bookplate.corpus.Shard;
import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.FindingLines;
import dev.bookplate.evidence.InputFile;
import dev.bookplate.evidence.PlacedFindings;
import dev.bookplate.evidence.Problem;
import dev.bookplate.evidence.RunFiles;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.evidence.Verification;
import dev.bookplate.match.Finding;
import dev.bookplate.origin.Digests;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Looks up again what is known of files and members by their bytes and names alone, and compares
 * every field of the findings that have no text. Used once.
 */
final class TextlessReexamination {
  private final RunReader run;
  private final AuditPlan plan;
  private final Map<InputFile, Digests> same;
  private final Verification result;
  private long compared;
  private long left;

  /** Of files at hand that are what was scanned. */
  TextlessReexamination(
      RunReader run, AuditPlan plan, Map<InputFile, Digests> same, Verification result) {
    this.run = run;
    this.plan = plan;
    this.same = same;
    this.result = result;
  }

  /** A finding and its line. */
  private record Found(FindingLine finding, long line) {}

  void run(CorporaAtHand corpora, ShardWorker worker) throws IOException, InterruptedException {
    for (Map.Entry<InputFile, List<Found>> file : recorded().entrySet()) {
      if (same.containsKey(file.getKey())) {
        compare(file.getValue(), again(corpora.shards().get(file.getKey()), worker));
      } else {
        left += file.getValue().size();
      }
    }
    if (compared > 0) {
      result.checked(
          "findings, without text",
          compared + " looked up again by bytes and names: every field the same or told");
    }
    if (left > 0) {
      result.notChecked(
          "findings, without text", left + " not looked up again: their files are not at hand");
    }
  }

  private Map<InputFile, List<Found>> recorded() throws IOException {
    Map<InputFile, List<Found>> recorded = new TreeMap<>();
    long line = 0;
    try (Stream<FindingLine> findings = run.findings()) {
      for (Iterator<FindingLine> each = findings.iterator(); each.hasNext(); ) {
        FindingLine finding = each.next();
        line++;
        if (finding.document().textSha256() == null) {
          InputFile file = new InputFile(finding.document().corpus(), finding.document().path());
          recorded.computeIfAbsent(file, f -> new ArrayList<>()).add(new Found(finding, line));
        }
      }
    }
    return recorded;
  }

  private Map<String, FindingLine> again(List<Shard> shards, ShardWorker worker)
      throws IOException, InterruptedException {
    Map<String, FindingLine> again = new TreeMap<>();
    FindingLines lines = new FindingLines(plan.quotes());
    PlacedFindings placed = new PlacedFindings(same, plan.quotes());
    long records = 0;
    long bytes = 0;
    for (Shard shard : shards) {
      ShardWorker.Textless found = worker.withoutText(shard);
      for (Finding finding : found.findings()) {
        FindingLine line = placed.of(lines.of(finding), records, bytes);
        again.put(line.id(), line);
      }
      records += found.records();
      bytes += found.bytes();
    }
    return again;
  }

  private void compare(List<Found> recorded, Map<String, FindingLine> again) {
    for (Found was : recorded) {
      compared++;
      FindingLine is = again.remove(was.finding().id());
      if (is == null) {
        problem(was, "all of it", "looking its file up again does not give it");
        continue;
      }
      List<String> differences = new ArrayList<>();
      JsonDifference.add("", RunJson.tree(was.finding()), RunJson.tree(is), differences);
      differences.forEach(
          d -> problem(was, d.substring(0, d.indexOf(':')), d.substring(d.indexOf(':') + 2)));
    }
    for (FindingLine missing : again.values()) {
      result.problem(
          new Problem(
              RunFiles.FINDINGS,
              "all of it",
              "a finding is missing: "
                  + missing.work().id()
                  + " by "
                  + missing.document().corpus()
                  + "/"
                  + missing.document().path()
                  + " itself"));
    }
  }

  private void problem(Found of, String field, String what) {
    result.problem(
        new Problem(
            RunFiles.FINDINGS,
            "line " + of.line() + ", finding " + of.finding().id() + ", " + field,
            what));
  }
}
