package dev.bookplate.evidence;

import dev.bookplate.evidence.FindingLine.DocumentLine;
import dev.bookplate.evidence.FindingLine.EditionLine;
import dev.bookplate.evidence.FindingLine.MeasuresLine;
import dev.bookplate.evidence.FindingLine.PassageLine;
import dev.bookplate.evidence.FindingLine.WorkLine;
import java.util.List;

/**
 * One row of {@code findings.csv}: a {@link FindingLine}, flat. Its components are the columns, in
 * their order; what is not there is an empty cell. Of the passages it has their number and the
 * first.
 */
public record FindingRow(
    String id,
    String key,
    String grade,
    String extent,
    List<String> kinds,
    String corpus,
    String path,
    String inputSha256,
    String member,
    long record,
    Long byteStart,
    Long byteEnd,
    String field,
    String recordId,
    String textSha256,
    Integer chars,
    Integer words,
    String language,
    String extractor,
    String claimedUrl,
    String claimedSource,
    String claimedLicense,
    String claimedCreated,
    String catalogue,
    String asOf,
    String workId,
    String title,
    List<String> authors,
    List<String> isbns,
    String asin,
    String publisher,
    String holder,
    List<String> registrations,
    String rightsStatus,
    String permission,
    String source,
    String editionId,
    String editionSha256,
    Integer editionWords,
    Integer spanWords,
    Integer exactWords,
    Double documentCoverage,
    Double workCoverage,
    Integer longestRunWords,
    Double identity,
    int passages,
    Integer docStart,
    Integer docEnd,
    Integer refStart,
    Integer refEnd,
    String quote,
    String refQuote,
    List<String> reasons) {

  private static final EditionLine NO_EDITION = new EditionLine(null, null, null, 0, null);

  /** The row of a finding. */
  public static FindingRow of(FindingLine finding) {
    DocumentLine document = finding.document();
    WorkLine work = finding.work();
    EditionLine edition = work.edition() == null ? NO_EDITION : work.edition();
    MeasuresLine measures = finding.measures();
    PassageLine first = finding.passages().isEmpty() ? null : finding.passages().getFirst();
    return new FindingRow(
        finding.id(),
        finding.key(),
        finding.grade(),
        finding.extent(),
        finding.kinds(),
        document.corpus(),
        document.path(),
        document.inputSha256(),
        document.member(),
        document.record(),
        document.byteStart(),
        document.byteEnd(),
        document.field(),
        document.id(),
        document.textSha256(),
        document.chars(),
        document.words(),
        document.language(),
        document.extractor(),
        document.claims().get("url"),
        document.claims().get("source"),
        document.claims().get("license"),
        document.claims().get("created"),
        work.catalogue(),
        work.asOf(),
        work.id(),
        work.title(),
        work.authors(),
        work.isbns(),
        work.asin(),
        work.publisher(),
        work.holder(),
        work.registrations(),
        work.rights().status(),
        work.permission(),
        work.source(),
        edition.id(),
        edition.sha256(),
        work.edition() == null ? null : (Integer) edition.words(),
        measures == null ? null : (Integer) measures.spanWords(),
        measures == null ? null : measures.exactWords(),
        measures == null ? null : (Double) measures.documentCoverage(),
        measures == null ? null : measures.workCoverage(),
        measures == null ? null : measures.longestRunWords(),
        measures == null ? null : measures.identity(),
        finding.passages().size(),
        first == null ? null : (Integer) first.docStart(),
        first == null ? null : (Integer) first.docEnd(),
        first == null ? null : first.refStart(),
        first == null ? null : first.refEnd(),
        first == null ? null : first.quote(),
        first == null ? null : first.refQuote(),
        finding.reasons());
  }
}
