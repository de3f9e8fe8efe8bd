package dev.bookplate.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bookplate.corpus.CorpusDocument;
import dev.bookplate.corpus.Locations;
import dev.bookplate.corpus.ReadOutcome;
import dev.bookplate.corpus.Shard;
import dev.bookplate.corpus.ShardReader;
import dev.bookplate.corpus.ShardReaders;
import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.FindingLines;
import dev.bookplate.evidence.InputFile;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.PlacedFindings;
import dev.bookplate.evidence.Problem;
import dev.bookplate.evidence.RunFiles;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.evidence.Verification;
import dev.bookplate.match.Finding;
import dev.bookplate.origin.Digests;
import dev.bookplate.origin.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads again, from the bytes of the corpora, every document that a run has findings of; holds what
 * the run says of it against what is there; and where the catalogues are at hand, aligns it again
 * and compares every field of every finding. Used once.
 */
final class Reexamination {
  private final RunReader run;
  private final AuditPlan plan;
  private final boolean aligns;
  private final Verification result;
  private final Progress progress;
  private final Map<InputFile, Manifest.Input> inputs = new TreeMap<>();
  private PlacedFindings placed;
  private FindingLine next;
  private long line;
  private long withoutText;
  private long reread;
  private long aligned;
  private long left;
  private long quoted;

  /**
   * Of a run.
   *
   * @param plan as recorded, over what is at hand
   * @param aligns whether all catalogues and all of the background are
   */
  Reexamination(
      RunReader run, AuditPlan plan, boolean aligns, Verification result, Progress progress) {
    this.run = run;
    this.plan = plan;
    this.aligns = aligns;
    this.result = result;
    this.progress = progress;
    run.manifest().inputs().forEach(i -> inputs.put(i.file(), i));
  }

  void run(CorporaAtHand corpora) throws IOException, InterruptedException {
    Map<InputFile, Digests> same = digest(corpora);
    placed = new PlacedFindings(same, plan.quotes());
    long total = run.manifest().counts().findings().values().stream().mapToLong(n -> n).sum();
    progress.phase("reading findings again", Progress.Counted.DOCUMENTS, total);
    try (ShardWorker worker =
            aligns ? new ShardWorker(plan.logging(false), null, Progress.NONE) : null;
        Stream<FindingLine> findings = run.findings()) {
      Iterator<FindingLine> each = findings.iterator();
      advance(each);
      while (next != null) {
        InputFile file = file(next);
        if (same.containsKey(file)) {
          read(corpora.shards().get(file), file, each, worker);
        } else {
          skip(file, each);
        }
      }
      if (worker != null && withoutText > 0) {
        new TextlessReexamination(run, plan, same, result).run(corpora, worker);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    tell();
  }

  private void tell() {
    if (reread > 0) {
      result.checked(
          "findings, documents", reread + " read again from the corpora: text, place, quotes");
    }
    if (aligned > 0) {
      result.checked(
          "findings, alignment", aligned + " aligned again: every field the same or told");
    }
    if (quoted > 0) {
      result.checked(
          "findings, evidence", quoted + " numbers and titles quoted from texts and paths: there");
    }
    if (withoutText > 0 && !aligns) {
      result.notChecked(
          "findings, without text",
          withoutText
              + " of files that gave no text: not looked up again, since not all catalogues are at"
              + " hand; their files stand by their digests");
    }
    if (left > 0) {
      result.notChecked(
          "findings, documents", left + " not read again: their files are not at hand");
    }
    if (!aligns && reread > 0) {
      result.notChecked(
          "findings, alignment",
          reread + " read again and not aligned: not all catalogues are at hand");
    }
  }

  /** The files at hand that are what was scanned. */
  private Map<InputFile, Digests> digest(CorporaAtHand corpora) throws IOException {
    Map<InputFile, Digests> same = new TreeMap<>();
    long missing = 0;
    InputFile first = null;
    for (Map.Entry<InputFile, Manifest.Input> each : inputs.entrySet()) {
      Manifest.Input recorded = each.getValue();
      List<Shard> shards = corpora.shards().get(each.getKey());
      if (recorded.sha256() == null) {
        continue; // it could not be opened, and has no finding
      }
      if (shards == null) {
        missing++;
        first = first == null ? each.getKey() : first;
        continue;
      }
      Digests now = Digests.of(Locations.of(shards.getFirst().file()));
      if (now.sha256().equals(recorded.sha256()) && now.md5().equals(recorded.md5())) {
        same.put(each.getKey(), now);
      } else {
        result.problem(
            new Problem(
                name(each.getKey()),
                "all of it",
                String.format(
                    java.util.Locale.ROOT,
                    "it is not the file that was scanned: it has %d bytes and SHA-256 %s, and the"
                        + " run says %d and %s",
                    now.size(),
                    now.sha256(),
                    recorded.size(),
                    recorded.sha256())));
      }
    }
    if (!same.isEmpty()) {
      result.checked("inputs", same.size() + " files of the corpora, by MD5 and SHA-256");
    }
    if (missing > 0) {
      result.notChecked("inputs", missing + " not at hand, such as " + name(first));
    }
    return same;
  }

  private static String name(InputFile file) {
    return file.corpus() + "/" + file.path();
  }

  private static InputFile file(FindingLine finding) {
    return new InputFile(finding.document().corpus(), finding.document().path());
  }

  /** To the next finding with a text. */
  private void advance(Iterator<FindingLine> each) {
    do {
      if (next != null && next.document().textSha256() == null) {
        withoutText++;
        placed.count(next);
        named();
      }
      next = each.hasNext() ? each.next() : null;
      line++;
    } while (next != null && next.document().textSha256() == null);
  }

  /** What a finding without text quotes of its path, which the run has. */
  private void named() {
    FindingLine.DocumentLine document = next.document();
    String member = document.member() == null ? "" : "/" + document.member().replace('!', '/');
    EvidenceQuotes quotes = new EvidenceQuotes(null, document.path() + member);
    quotes.check(next, this::problem);
    quoted += quotes.held();
  }

  private void skip(InputFile file, Iterator<FindingLine> each) {
    while (next != null && file(next).equals(file)) {
      left++;
      placed.count(next);
      advance(each);
    }
  }

  private void read(
      List<Shard> shards, InputFile file, Iterator<FindingLine> each, ShardWorker worker)
      throws IOException, InterruptedException {
    ShardReaders readers = worker == null ? new ShardReaders(plan.reading()) : null;
    long records = 0;
    long bytes = 0;
    for (Shard shard : shards) {
      if (next == null || !file(next).equals(file)) {
        return;
      }
      try (ShardReader reader = worker == null ? readers.open(shard) : worker.reopen(shard)) {
        for (ReadOutcome outcome = reader.next(); outcome != null; outcome = reader.next()) {
          if (Thread.interrupted()) {
            throw new InterruptedException();
          }
          if (outcome instanceof ReadOutcome.Read read
              && next != null
              && isAt(read.document().origin(), records, file)) {
            document(read.document(), new Base(records, bytes), each, worker);
          }
        }
        records += reader.records();
        bytes += reader.bytes();
      }
    }
    while (next != null && file(next).equals(file)) {
      problem("document.record", "no document stands there that can be read");
      advance(each);
    }
  }

  /** What of a file stands before a shard. */
  private record Base(long records, long bytes) {}

  private boolean isAt(Origin origin, long records, InputFile file) {
    return file(next).equals(file)
        && Objects.equals(next.document().member(), origin.member())
        && next.document().record() == origin.record() + records;
  }

  private void document(
      CorpusDocument document, Base base, Iterator<FindingLine> each, ShardWorker worker)
      throws IOException {
    List<FindingLine> again = null;
    if (worker != null) {
      again = new ArrayList<>();
      FindingLines lines = new FindingLines(plan.quotes());
      for (Finding finding : worker.findings(document)) {
        again.add(placed.of(lines.of(finding), base.records, base.bytes));
      }
    }
    FindingLine.DocumentLine here = next.document();
    int compared = 0;
    while (next != null && isSame(here, next.document())) {
      reread++;
      progress.add(0, 1, 1);
      text(document);
      if (again != null) {
        aligned++;
        compare(compared < again.size() ? again.get(compared) : null);
        compared++;
      } else {
        placed.count(next);
      }
      advance(each);
    }
    if (again != null && compared < again.size()) {
      result.problem(
          new Problem(
              RunFiles.FINDINGS,
              "before line " + line,
              "a finding is missing: "
                  + again.get(compared).work().id()
                  + " in "
                  + name(file(again.get(compared)))
                  + ", record "
                  + here.record()));
    }
  }

  private static boolean isSame(FindingLine.DocumentLine a, FindingLine.DocumentLine b) {
    return a.corpus().equals(b.corpus())
        && a.path().equals(b.path())
        && Objects.equals(a.member(), b.member())
        && a.record() == b.record();
  }

  /** What can be said of a finding with its document alone. */
  private void text(CorpusDocument document) {
    String sha256 = Digests.sha256(document.text());
    if (!sha256.equals(next.document().textSha256())) {
      problem(
          "document.textSha256",
          "the run says " + next.document().textSha256() + " and the text there has " + sha256);
      return;
    }
    if (document.text().codePoints() != next.document().chars()) {
      problem("document.chars", "the text has " + document.text().codePoints());
    }
    String text = document.text().toString();
    int passage = 0;
    for (FindingLine.PassageLine each : next.passages()) {
      quote(text, each, "passages[" + passage + "]");
      passage++;
    }
    EvidenceQuotes quotes = new EvidenceQuotes(text, TraceSources.path(document.origin()));
    quotes.check(next, this::problem);
    quoted += quotes.held();
  }

  private void quote(String text, FindingLine.PassageLine passage, String place) {
    int points = text.codePointCount(0, text.length());
    if (passage.docStart() < 0
        || passage.docEnd() > points
        || passage.docStart() > passage.docEnd()) {
      problem(place + ".docStart", "it is outside of the text, which has " + points);
    } else if (passage.quote() != null
        && !text.startsWith(passage.quote(), text.offsetByCodePoints(0, passage.docStart()))) {
      problem(place + ".quote", "the text has other words there");
    }
  }

  private void compare(FindingLine again) {
    if (again == null) {
      problem("all of it", "aligning the texts again does not give it");
      return;
    }
    JsonNode was = RunJson.tree(next);
    JsonNode is = RunJson.tree(again);
    List<String> differences = new ArrayList<>();
    JsonDifference.add("", was, is, differences);
    differences.forEach(
        d -> problem(d.substring(0, d.indexOf(':')), d.substring(d.indexOf(':') + 2)));
  }

  private void problem(String field, String what) {
    result.problem(
        new Problem(
            RunFiles.FINDINGS, "line " + line + ", finding " + next.id() + ", " + field, what));
  }
}
