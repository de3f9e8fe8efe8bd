package dev.bookplate.report.works;

import dev.bookplate.criteria.AcquisitionSource;
import dev.bookplate.evidence.CopyRow;
import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.InputFile;
import dev.bookplate.evidence.Manifest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The rows of the sheet of copies. */
final class CopySheet {
  static final List<String> COLUMNS =
      List.of(
          "COPY_ID",
          "WORK_ID",
          "DATASET",
          "DATASET_SHA256",
          "SHARD_PATH",
          "RECORD_LOCATOR",
          "MEMBER_PATH",
          "BYTE_START",
          "BYTE_END",
          "TEXT_SHA256",
          "FILE_MD5",
          "FILE_SIZE",
          "CATALOGUE",
          "CATALOGUE_SNAPSHOT",
          "CATALOGUE_KEY",
          "CATALOGUE_MD5",
          "CATALOGUE_MD5_REPORTED",
          "MATCH_METHOD",
          "JACCARD_EST",
          "JACCARD_CI_LOW",
          "JACCARD_CI_HIGH",
          "CONTAINMENT_EXACT",
          "COVERAGE_OF_WORK_PCT",
          "COVERAGE_OF_DOC_PCT",
          "LONGEST_RUN_WORDS",
          "LONGEST_RUN_TOKENS",
          "SPAN_COUNT",
          "DUP_OF_COPY_ID",
          "DUP_CLASS",
          "FILE_STATE",
          "TITLE_MISMATCH",
          "LANGUAGE",
          "TORRENT_INFOHASH",
          "TORRENT_FILE_INDEX",
          "PIECE_RANGE",
          "SOURCE",
          "ACQUIRED_DATE",
          "ACQUIRED_DATE_BASIS",
          "BATES_BEG",
          "BATES_END",
          "CONFIDENTIALITY");

  private final Map<InputFile, Manifest.Input> inputs = new HashMap<>();
  private final String designation;

  /**
   * Of a run.
   *
   * @param designation for each row, or null
   */
  CopySheet(Manifest manifest, String designation) {
    manifest.inputs().forEach(input -> inputs.put(input.file(), input));
    this.designation = designation;
  }

  List<Object> row(CopyRow copy, FindingLine finding, FoundWork.Seen seen) {
    Manifest.Input input = inputs.get(new InputFile(copy.corpus(), copy.path()));
    return Arrays.asList(
        copy.findingId(),
        copy.workId(),
        copy.corpus(),
        copy.inputSha256(),
        copy.path(),
        "record " + copy.record(),
        copy.member(),
        copy.byteStart(),
        copy.byteEnd(),
        copy.textSha256(),
        input == null ? null : input.md5(),
        input == null ? null : input.size(),
        copy.catalogue(),
        finding.work().asOf(),
        detail(finding, "row"),
        detail(finding, "md5"),
        null,
        finding.kinds(),
        copy.estimatedResemblance(),
        copy.estimatedResemblanceLow(),
        copy.estimatedResemblanceHigh(),
        copy.alignedWorkCoverage(),
        percent(copy.alignedWorkCoverage()),
        percent(copy.alignedDocumentCoverage()),
        copy.longestRunWords(),
        null,
        finding.passages().size(),
        copy.duplicateOf(),
        copy.copyClass(),
        seen.state().label(),
        seen.mistitled(),
        finding.document().language(),
        null,
        null,
        null,
        seen.sources().stream().map(AcquisitionSource::name).toList(),
        seen.sources().stream()
            .map(s -> s.acquired() == null ? "not known" : s.acquired().toString())
            .toList(),
        seen.sources().stream().map(AcquisitionSource::basis).toList(),
        null,
        null,
        designation);
  }

  /** A share in hundredths, with the two decimals that it has. */
  static Double percent(Double share) {
    return share == null ? null : (Double) (Math.round(share * 10_000) / 100.0);
  }

  private static String detail(FindingLine finding, String name) {
    return finding.evidence().stream()
        .map(e -> e.detail().get(name))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
