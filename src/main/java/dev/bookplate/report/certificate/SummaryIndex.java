package dev.bookplate.report.certificate;

import dev.bookplate.evidence.CsvTable;
import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.FindingLine.DocumentLine;
import dev.bookplate.evidence.FindingLine.EditionLine;
import dev.bookplate.evidence.FindingRow;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.RunFiles;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.evidence.WorkRow;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where every cell of the run's summaries comes from (FRE 1006): findings.csv and works.csv, cell
 * by cell, to the bytes of the corpus, the edition's file, or the catalogue.
 */
final class SummaryIndex {
  private static final Set<String> OF_DOCUMENT =
      Set.of(
          "corpus",
          "path",
          "inputSha256",
          "member",
          "record",
          "byteStart",
          "byteEnd",
          "field",
          "recordId",
          "textSha256",
          "chars",
          "words",
          "language",
          "extractor",
          "claimedUrl",
          "claimedSource",
          "claimedLicense",
          "claimedCreated",
          "quote",
          "docStart",
          "docEnd");

  private static final Set<String> OF_CATALOGUE =
      Set.of(
          "catalogue",
          "asOf",
          "workId",
          "title",
          "authors",
          "isbns",
          "asin",
          "publisher",
          "year",
          "holder",
          "registrations",
          "rightsStatus",
          "rightsJurisdiction",
          "rightsRule",
          "permission",
          "searchedBy");

  private static final Set<String> OF_EDITION =
      Set.of(
          "source",
          "editionId",
          "editionSha256",
          "editionWords",
          "short",
          "refStart",
          "refEnd",
          "refQuote");

  private final RunReader run;
  private final Map<String, String> catalogues = new HashMap<>();

  private SummaryIndex(RunReader run) {
    this.run = run;
    run.manifest().catalogues().forEach(each -> catalogues.put(each.name(), each.digest()));
  }

  /** Writes the index as a table. */
  static void write(RunReader run, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file);
        CsvTable.Rows<CellSource> rows = new CsvTable<>(CellSource.class).write(out)) {
      SummaryIndex index = new SummaryIndex(run);
      index.findings(rows);
      index.works(rows);
    }
  }

  private void findings(CsvTable.Rows<CellSource> rows) throws IOException {
    Columns columns = new Columns(new CsvTable<>(FindingRow.class).header());
    long line = 0;
    try (Stream<FindingLine> findings = run.findings()) {
      for (Iterator<FindingLine> each = findings.iterator(); each.hasNext(); ) {
        Found found = new Found(each.next(), ++line);
        Summary at = new Summary(RunFiles.FINDINGS_CSV, line + 1, found.finding().id());
        rows.add(document(at, columns.document, found));
        rows.add(catalogue(at, columns.catalogue, found.finding().work().catalogue()));
        rows.add(edition(at, columns.edition, found));
        // what was measured was measured on both sides
        rows.add(document(at, columns.measured, found));
        rows.add(edition(at, columns.measured, found));
      }
    }
  }

  private void works(CsvTable.Rows<CellSource> rows) throws IOException {
    Map<String, List<Found>> byWork = byWork();
    Columns columns = new Columns(new CsvTable<>(WorkRow.class).header());
    long line = 1;
    try (Stream<WorkRow> works = run.works()) {
      for (Iterator<WorkRow> each = works.iterator(); each.hasNext(); ) {
        WorkRow work = each.next();
        Summary at = new Summary(RunFiles.WORKS, ++line, work.workId());
        rows.add(catalogue(at, columns.catalogue, work.catalogue()));
        rows.add(file(at, columns.edition, "edition", work.editionId(), work.editionSha256()));
        List<Found> found = byWork.getOrDefault(key(work.catalogue(), work.workId()), List.of());
        if (found.isEmpty()) {
          rows.add(corpus(at, columns.measured));
        }
        for (Found one : found) {
          rows.add(document(at, columns.measured, one));
        }
      }
    }
  }

  /** Findings without their texts. */
  private Map<String, List<Found>> byWork() throws IOException {
    Map<String, List<Found>> byWork = new HashMap<>();
    long line = 0;
    try (Stream<FindingLine> findings = run.findings()) {
      for (Iterator<FindingLine> each = findings.iterator(); each.hasNext(); ) {
        FindingLine finding = each.next();
        String key = key(finding.work().catalogue(), finding.work().id());
        Found found = new Found(light(finding), ++line);
        byWork.computeIfAbsent(key, k -> new ArrayList<>()).add(found);
      }
    }
    return byWork;
  }

  private static FindingLine light(FindingLine f) {
    return new FindingLine(
        f.id(), null, null, null, List.of(), f.document(), f.work(), null, List.of(), null, null);
  }

  private static String key(String catalogue, String id) {
    return catalogue + "\n" + id;
  }

  /** Everything was searched, and nothing was found: that rests on all inputs. */
  private CellSource corpus(Summary at, List<String> columns) {
    Manifest.FileDigest unread = run.manifest().files().get(RunFiles.UNREAD);
    return at.from(columns, "corpus", RunFiles.UNREAD, unread == null ? null : unread.sha256());
  }

  private CellSource catalogue(Summary at, List<String> columns, String name) {
    return at.from(columns, "catalogue", name, catalogues.get(name));
  }

  private static CellSource file(
      Summary at, List<String> columns, String source, String file, String sha256) {
    return at.from(columns, source, file, sha256);
  }

  private static CellSource edition(Summary at, List<String> columns, Found found) {
    FindingLine finding = found.finding();
    EditionLine edition = finding.work().edition();
    return new CellSource(
        at.name(),
        at.line(),
        at.row(),
        columns,
        "edition",
        finding.id(),
        found.line(),
        finding.work().source(),
        edition == null ? null : edition.sha256(),
        null,
        null,
        null,
        null,
        edition == null ? null : edition.textSha256());
  }

  private static CellSource document(Summary at, List<String> columns, Found found) {
    DocumentLine document = found.finding().document();
    return new CellSource(
        at.name(),
        at.line(),
        at.row(),
        columns,
        "document",
        found.finding().id(),
        found.line(),
        document.corpus() + "/" + document.path(),
        document.inputSha256(),
        document.member(),
        document.record(),
        document.byteStart(),
        document.byteEnd(),
        document.textSha256());
  }

  /** A finding and its line. */
  private record Found(FindingLine finding, long line) {}

  /** A row of a summary. */
  private record Summary(String name, long line, String row) {
    CellSource from(List<String> columns, String source, String file, String sha256) {
      return new CellSource(
          name, line, row, columns, source, null, null, file, sha256, null, null, null, null, null);
    }
  }

  /** Columns of a summary by what they come from; each is in one of the lists. */
  private static final class Columns {
    final List<String> document = new ArrayList<>();
    final List<String> catalogue = new ArrayList<>();
    final List<String> edition = new ArrayList<>();
    final List<String> measured = new ArrayList<>();

    Columns(List<String> header) {
      Set<String> known = new HashSet<>(header);
      boolean ofFindings = known.contains("docStart");
      for (String column : header) {
        if (ofFindings && OF_DOCUMENT.contains(column)) {
          document.add(column);
        } else if (OF_CATALOGUE.contains(column)) {
          catalogue.add(column);
        } else if (OF_EDITION.contains(column)) {
          edition.add(column);
        } else {
          measured.add(column);
        }
      }
    }
  }
}
