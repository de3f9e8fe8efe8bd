package dev.bookplate.report.works;

import dev.bookplate.criteria.AcquisitionSource;
import dev.bookplate.evidence.CopyRow;
import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.InputFile;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.report.load.ProducedNumbers;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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
          "TORRENT_VERDICT",
          "SOURCE",
          "ACQUIRED_DATE",
          "ACQUIRED_DATE_BASIS",
          "BATES_BEG",
          "BATES_END",
          "CONFIDENTIALITY");

  private static final String MD5 = "md5";

  private final Map<InputFile, Manifest.Input> inputs = new HashMap<>();
  private final RunTokens tokens;
  private final BesideRun beside;
  private final String designation;

  /**
   * Of a run.
   *
   * @param designation for each row, or null
   */
  CopySheet(Manifest manifest, RunTokens tokens, BesideRun beside, String designation) {
    manifest.inputs().forEach(input -> inputs.put(input.file(), input));
    this.tokens = tokens;
    this.beside = beside;
    this.designation = designation;
  }

  List<Object> row(CopyRow copy, FindingLine finding, FoundWork.Seen seen) throws IOException {
    InputFile file = new InputFile(copy.corpus(), copy.path());
    Manifest.Input input = inputs.get(file);
    List<HeldTorrents.Place> held = beside.torrents().of(file);
    ProducedNumbers.Numbers numbers = beside.produced().ofFinding(finding.id());
    Map<String, String> listed = listed(finding);
    String row = listed.get("row");
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
        row,
        listed.get(MD5),
        row == null ? null : beside.reported().md5(copy.catalogue(), copy.workId(), row),
        finding.kinds(),
        copy.estimatedResemblance(),
        copy.estimatedResemblanceLow(),
        copy.estimatedResemblanceHigh(),
        copy.alignedWorkCoverage(),
        percent(copy.alignedWorkCoverage()),
        percent(copy.alignedDocumentCoverage()),
        copy.longestRunWords(),
        tokens.of(copy),
        finding.passages().size(),
        copy.duplicateOf(),
        copy.copyClass(),
        seen.state().label(),
        seen.mistitled(),
        finding.document().language(),
        cells(held, HeldTorrents.Place::infohash),
        cells(held, place -> Long.toString(place.index())),
        cells(held, HeldTorrents.Place::pieces),
        cells(held, HeldTorrents.Place::verdict),
        seen.sources().stream().map(AcquisitionSource::name).toList(),
        seen.sources().stream()
            .map(s -> s.acquired() == null ? "not known" : s.acquired().toString())
            .toList(),
        seen.sources().stream().map(AcquisitionSource::basis).toList(),
        numbers == null ? null : numbers.first(),
        numbers == null ? null : numbers.last(),
        designation);
  }

  /** A share in hundredths, with the two decimals that it has. */
  static Double percent(Double share) {
    return share == null ? null : (Double) (Math.round(share * 10_000) / 100.0);
  }

  /** A value for each torrent, in the same order in each column. */
  private static List<String> cells(
      List<HeldTorrents.Place> held, Function<HeldTorrents.Place, String> value) {
    return held.stream().map(value).toList();
  }

  /**
   * What the evidence says of one row of the catalogue: of one that has the file's MD5, else of the
   * first that evidence names.
   */
  private static Map<String, String> listed(FindingLine finding) {
    Map<String, String> first = Map.of();
    for (FindingLine.EvidenceLine evidence : finding.evidence()) {
      Map<String, String> detail = evidence.detail() == null ? Map.of() : evidence.detail();
      if (detail.containsKey(MD5)) {
        return detail;
      }
      first = first.isEmpty() && detail.containsKey("row") ? detail : first;
    }
    return first;
  }
}
