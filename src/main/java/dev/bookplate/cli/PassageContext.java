package dev.bookplate.cli;

import dev.bookplate.audit.EditionText;
import dev.bookplate.audit.RecordedPlan;
import dev.bookplate.audit.Verify;
import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.origin.Digests;
import dev.bookplate.report.TerminalContext;
import dev.bookplate.report.TerminalStyle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands around the passages of a finding, read again from the corpus and from the catalogue.
 *
 * @param document its text, or null
 * @param edition the reference edition's text, or null
 */
record PassageContext(String document, String edition) {
  /**
   * Reads what is at hand again.
   *
   * @throws EvidenceException if the document is not what was scanned
   */
  static PassageContext of(
      FindingLine finding,
      Manifest manifest,
      SourceOptions sources,
      SearchOptions.Workbench workbench)
      throws IOException {
    RecordedPlan recorded = RecordedPlan.of(manifest, sources.tokenizer());
    return new PassageContext(
        sources.corpora().isEmpty() ? null : document(finding, recorded, sources),
        sources.hasCatalogues() ? edition(finding, recorded, sources, workbench) : null);
  }

  private static String document(FindingLine finding, RecordedPlan recorded, SourceOptions sources)
      throws IOException {
    FindingLine.DocumentLine document = finding.document();
    Path file =
        Verify.file(sources.corpora(), recorded, document.corpus(), document.path())
            .orElseThrow(
                () ->
                    new UsageException(
                        document.corpus()
                            + "/"
                            + document.path()
                            + " is in none of the corpora that were named; name its --corpus."));
    byte[] bytes =
        new RecordText(file, document.member(), recorded.reading()).of(document.record());
    if (!Digests.of(bytes).sha256().equals(document.textSha256())) {
      throw new EvidenceException(
          file + ", record " + document.record() + " is not the text that was scanned.");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String edition(
      FindingLine finding,
      RecordedPlan recorded,
      SourceOptions sources,
      SearchOptions.Workbench workbench)
      throws IOException {
    FindingLine.EditionLine edition = finding.work().edition();
    if (edition == null || edition.textSha256() == null) {
      return null;
    }
    return EditionText.find(sources.find(recorded, workbench), edition)
        .orElseThrow(
            () ->
                new UsageException(
                    "the edition "
                        + finding.work().source()
                        + " with text SHA-256 "
                        + edition.textSha256()
                        + " is in none of the catalogues that were named; name its --catalogue."));
  }

  /**
   * Lines for a terminal.
   *
   * @param words on either side of each passage
   */
  List<String> lines(FindingLine finding, int words, TerminalStyle style) {
    List<String> lines = new ArrayList<>();
    int number = 0;
    for (FindingLine.PassageLine passage : finding.passages()) {
      number++;
      TerminalContext.Side left =
          document == null
              ? null
              : TerminalContext.Side.of(document, passage.docStart(), passage.docEnd(), words);
      TerminalContext.Side right =
          edition == null || passage.lacksReference()
              ? null
              : TerminalContext.Side.of(edition, passage.refStart(), passage.refEnd(), words);
      if (left != null || right != null) {
        lines.addAll(TerminalContext.lines(number, left, right, style));
      }
    }
    return lines;
  }
}
