package dev.bookplate.evidence;

import dev.bookplate.catalogue.Rights;
import dev.bookplate.catalogue.Work;
import dev.bookplate.evidence.FindingLine.DocumentLine;
import dev.bookplate.evidence.FindingLine.EditLine;
import dev.bookplate.evidence.FindingLine.EditionLine;
import dev.bookplate.evidence.FindingLine.EvidenceLine;
import dev.bookplate.evidence.FindingLine.MeasuresLine;
import dev.bookplate.evidence.FindingLine.PassageLine;
import dev.bookplate.evidence.FindingLine.PieceLine;
import dev.bookplate.evidence.FindingLine.RightsLine;
import dev.bookplate.evidence.FindingLine.WorkLine;
import dev.bookplate.match.Extent;
import dev.bookplate.match.Finding;
import dev.bookplate.match.Passage;
import dev.bookplate.origin.Digests;
import dev.bookplate.origin.Origin;
import dev.bookplate.origin.Places;
import dev.bookplate.origin.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes lines of findings: rounds, digests, and leaves out what the quote policy forbids.
 *
 * <p>{@code id} is the first 32 hex digits of the SHA-256 of one line of JSON, an array of: corpus,
 * path, member, byteStart, byteEnd, the record's own id, field, textSha256, catalogue, work id,
 * edition id, and one array of docStart, docEnd, refStart and refEnd a passage. {@code key} is made
 * likewise of work id and textSha256, or, of a file without text, the SHA-256 of its bytes.
 *
 * @param quotes with {@link QuotePolicy#NONE} no text of a passage gets through
 */
public record FindingLines(QuotePolicy quotes) {
  private static final List<String> KINDS =
      List.of("text", "hash", "identifier", "title", "marker");
  private static final int ID_DIGITS = 32;

  /** The line of a finding, with inputSha256 null and the record as the finding counts it. */
  public FindingLine of(Finding finding) {
    DocumentLine document = document(finding.document());
    WorkLine work = work(finding.reference());
    List<PassageLine> passages =
        finding.passages().stream()
            .map(passage -> passage(passage, finding.document().places()))
            .toList();
    return new FindingLine(
        id(document, work, passages),
        key(finding.document(), work),
        finding.grade().label(),
        label(finding.extent()),
        kinds(finding.evidence()),
        document,
        work,
        measures(finding.measures()),
        passages,
        finding.evidence().stream().map(this::evidence).toList(),
        finding.reasons());
  }

  /** Stable: where the text stands, whose it is and which passages. */
  static String id(DocumentLine document, WorkLine work, List<PassageLine> passages) {
    return digest(
        Arrays.asList(
            document.corpus(),
            document.path(),
            document.member(),
            document.byteStart(),
            document.byteEnd(),
            document.id(),
            document.field(),
            document.textSha256(),
            work.catalogue(),
            work.id(),
            work.edition() == null ? null : work.edition().id(),
            passages.stream()
                .map(p -> Arrays.asList(p.docStart(), p.docEnd(), p.refStart(), p.refEnd()))
                .toList()));
  }

  /**
   * Stable over paths and profiles.
   *
   * @param sha256 of the text, or of the bytes of a file that gave none
   */
  static String key(String sha256, WorkLine work) {
    return digest(Arrays.asList(work.id(), sha256));
  }

  private static String key(Finding.FoundDocument document, WorkLine work) {
    boolean hasText = document.textSha256() != null;
    return key(hasText ? document.textSha256() : document.bytesSha256(), work);
  }

  private static String digest(List<?> parts) {
    return Digests.sha256(RunJson.line(parts)).substring(0, ID_DIGITS);
  }

  private static String label(Extent extent) {
    return extent == null ? null : extent.label();
  }

  private static List<String> kinds(List<Finding.Evidence> evidence) {
    List<String> there =
        evidence.stream().filter(e -> !e.contradicts()).map(Finding.Evidence::kind).toList();
    if (!KINDS.containsAll(there)) {
      throw new IllegalArgumentException("not all of " + there + " are among " + KINDS);
    }
    return KINDS.stream().filter(there::contains).toList();
  }

  private static DocumentLine document(Finding.FoundDocument document) {
    Origin origin = document.origin();
    return new DocumentLine(
        origin.corpus(),
        origin.path(),
        null,
        origin.member(),
        origin.record(),
        offset(origin.byteStart()),
        offset(origin.byteEnd()),
        document.field(),
        document.id(),
        document.textSha256(),
        document.chars(),
        document.words(),
        document.language(),
        document.extractor(),
        claims(document));
  }

  /** An offset that an {@link Origin} gives, where -1 is none. */
  static Long offset(long byteOffset) {
    return byteOffset < 0 ? null : byteOffset;
  }

  private static Map<String, String> claims(Finding.FoundDocument document) {
    Map<String, String> claims = new LinkedHashMap<>();
    claims.put("url", document.url());
    claims.put("source", document.source());
    claims.put("license", document.license());
    claims.put("created", document.created());
    claims.values().removeIf(value -> value == null);
    return claims;
  }

  private static WorkLine work(Finding.Reference reference) {
    Work work = reference.work();
    var edition = reference.edition();
    return new WorkLine(
        work.id(),
        work.title(),
        work.authors(),
        work.isbns(),
        work.asin(),
        work.publisher(),
        work.holder(),
        work.registrations(),
        rights(work.rights()),
        work.permission(),
        reference.catalogue(),
        reference.asOf(),
        edition == null ? null : edition.source(),
        edition == null
            ? null
            : new EditionLine(
                edition.id(),
                edition.sha256(),
                edition.textSha256(),
                edition.words(),
                edition.extractor()));
  }

  private static RightsLine rights(Rights rights) {
    return new RightsLine(
        rights.status().label(), rights.jurisdiction(), rights.rule(), rights.asOf());
  }

  private static MeasuresLine measures(Finding.Measures measures) {
    return measures == null
        ? null
        : new MeasuresLine(
            measures.spanWords(),
            measures.exactWords(),
            rounded(measures.documentCoverage()),
            roundedOrNull(measures.workCoverage()),
            measures.longestRunWords(),
            roundedOrNull(measures.identity()));
  }

  /** Half-even to 4 decimals, of the shortest decimal that stands for the number. */
  static double rounded(double share) {
    return BigDecimal.valueOf(share).setScale(4, RoundingMode.HALF_EVEN).doubleValue();
  }

  private static Double roundedOrNull(Double share) {
    return share == null ? null : (Double) rounded(share);
  }

  private static Integer start(Span span) {
    return span == null ? null : (Integer) span.start();
  }

  private static Integer end(Span span) {
    return span == null ? null : (Integer) span.end();
  }

  private PassageLine passage(Passage passage, Places places) {
    Passage.Quote quote = quotes.isNone() ? null : passage.quote();
    return new PassageLine(
        passage.document().start(),
        passage.document().end(),
        start(passage.reference()),
        end(passage.reference()),
        passage.words(),
        passage.exactWords(),
        passage.longestRunWords(),
        roundedOrNull(passage.identity()),
        passage.pieces().stream().map(FindingLines::piece).toList(),
        passage.exactReference().stream().map(span -> List.of(span.start(), span.end())).toList(),
        passage.common() != null,
        passage.common(),
        passage.cap(),
        passage.otherWorks(),
        quote == null ? null : quote.document(),
        quote == null ? null : quote.reference(),
        quote == null ? List.of() : quote.edits().stream().map(FindingLines::edit).toList(),
        quote == null || quote.truncated(),
        places.of(passage.document()));
  }

  private static PieceLine piece(Passage.Piece piece) {
    return new PieceLine(
        piece.document().start(),
        piece.document().end(),
        start(piece.reference()),
        end(piece.reference()));
  }

  private static EditLine edit(Passage.Edit edit) {
    return new EditLine(
        edit.document().start(),
        edit.document().end(),
        edit.reference().start(),
        edit.reference().end());
  }

  private EvidenceLine evidence(Finding.Evidence evidence) {
    Map<String, String> detail = new LinkedHashMap<>();
    evidence.detail().forEach(fact -> detail.put(fact.name(), fact.value()));
    if (quotes.isNone()) {
      detail.remove(Finding.Evidence.QUOTE);
    }
    return new EvidenceLine(evidence.kind(), evidence.basis(), detail);
  }
}
