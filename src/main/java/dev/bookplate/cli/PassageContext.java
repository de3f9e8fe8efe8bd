package dev.bookplate.cli;

import dev.bookplate.audit.RecordedPlan;
import dev.bookplate.audit.Verify;
import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.origin.Digests;
import dev.bookplate.report.VisibleText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What stands around the passages of a finding in its document, read again from the corpus. */
final class PassageContext {
  private final String text;
  private final int words;

  private PassageContext(String text, int words) {
    this.text = text;
    this.words = words;
  }

  /**
   * Reads the document again.
   *
   * @param words on each side
   * @throws EvidenceException if the document is not what was scanned
   */
  static PassageContext of(FindingLine finding, Manifest manifest, SourceOptions sources, int words)
      throws IOException {
    RecordedPlan recorded = RecordedPlan.of(manifest, sources.tokenizer());
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
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (!Digests.of(bytes).sha256().equals(document.textSha256())) {
      throw new EvidenceException(
          file + ", record " + document.record() + " is not the text that was scanned.");
    }
    return new PassageContext(text, words);
  }

  /** Lines for a terminal, of a width. */
  List<String> lines(FindingLine finding, int width) {
    List<String> lines = new ArrayList<>();
    int number = 0;
    for (FindingLine.PassageLine passage : finding.passages()) {
      number++;
      int start = text.offsetByCodePoints(0, passage.docStart());
      int end = text.offsetByCodePoints(0, passage.docEnd());
      lines.add("");
      lines.add("Context of passage " + number + " in the document");
      wrap(
          before(text.substring(0, start)) + " [passage " + number + "] " + after(end),
          width,
          lines);
    }
    return lines;
  }

  private String before(String head) {
    String[] all = head.strip().split("\\s+", -1);
    int from = Math.max(0, all.length - words);
    String shown = String.join(" ", List.of(all).subList(from, all.length));
    return from > 0 ? "… " + shown : shown;
  }

  private String after(int end) {
    String[] all = text.substring(end).strip().split("\\s+", -1);
    int to = Math.min(words, all.length);
    String shown = String.join(" ", List.of(all).subList(0, to));
    return to < all.length ? shown + " …" : shown;
  }

  private static void wrap(String text, int width, List<String> lines) {
    StringBuilder line = new StringBuilder(" ");
    for (String word : VisibleText.oneLine(text).split(" +", -1)) {
      if (line.length() + 1 + word.length() > width && line.length() > 1) {
        lines.add(line.toString());
        line.setLength(1);
      }
      line.append(' ').append(word);
    }
    lines.add(line.toString());
  }
}
