package dev.bookplate.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What {@code manifest.json} says of a run. Components are keys, in their order; unknown is null.
 *
 * @param format {@link #FORMAT}
 * @param status whether the run is whole
 * @param statusReason one sentence where it is not complete, or null
 * @param tool what made the run
 * @param commandLine as typed, in parts
 * @param configuration everything that was decided, typed or by default
 * @param inputs files of the corpora, in canonical order
 * @param catalogues what was looked for
 * @param background texts that explain matches away
 * @param quotePolicy how much text the run may hold
 * @param counts of the whole run
 * @param fingerprint the fingerprint's specification, name and value
 * @param guarantee what is found for certain, in one sentence
 * @param selfTest whether the lookup works; null where that was not tried
 * @param calibration what became of the calibration; null where none was asked for
 * @param files every other file of the run, by its name in the folder, sorted
 * @param run when, where and how fast: kept apart from all that is the same for a second run
 */
public record Manifest(
    String format,
    Status status,
    String statusReason,
    Tool tool,
    List<String> commandLine,
    JsonNode configuration,
    List<Input> inputs,
    List<Catalogue> catalogues,
    List<Background> background,
    QuotePolicy quotePolicy,
    Counts counts,
    Map<String, String> fingerprint,
    String guarantee,
    SelfTest selfTest,
    Calibrated calibration,
    Map<String, FileDigest> files,
    Timing run) {
  /** Name and version of the form of a run's files. */
  public static final String FORMAT = "bookplate-run/1";

  /** Refuses a manifest without what every reader relies on. */
  public Manifest {
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(tool, "tool");
    Objects.requireNonNull(inputs, "inputs");
    Objects.requireNonNull(catalogues, "catalogues");
    Objects.requireNonNull(background, "background");
    Objects.requireNonNull(quotePolicy, "quotePolicy");
    Objects.requireNonNull(counts, "counts");
    Objects.requireNonNull(files, "files");
  }

  /** Whether a run is whole. */
  public enum Status {
    /** Everything was gone through; what could not be read is listed. */
    @JsonProperty("complete")
    COMPLETE,
    /** The run was stopped before the end. */
    @JsonProperty("incomplete")
    INCOMPLETE,
    /** Nothing could be read. */
    @JsonProperty("failed")
    FAILED
  }

  /**
   * What made the run.
   *
   * @param name of the program
   * @param version of the program
   * @param build git commit, or null
   * @param jvm vendor and version
   */
  public record Tool(String name, String version, String build, String jvm) {}

  /**
   * A file of a corpus. {@code seen = read + skipped + failed}.
   *
   * @param corpus name of the corpus root
   * @param path relative to it
   * @param size in bytes; null, like the digests, for a file that could not be opened
   * @param md5 of the file
   * @param sha256 of the file
   * @param seen records
   * @param read records that were searched
   * @param skipped records
   * @param failed records
   * @param reasons for which records were skipped, with their numbers: they add up to {@code
   *     skipped}
   * @param textBytes of the texts that were searched, UTF-8
   */
  public record Input(
      String corpus,
      String path,
      Long size,
      String md5,
      String sha256,
      long seen,
      long read,
      long skipped,
      long failed,
      Map<String, Long> reasons,
      long textBytes) {}

  /**
   * A catalogue.
   *
   * @param name of the catalogue
   * @param path as given
   * @param asOf its date, or null
   * @param works in it
   * @param editions in it
   * @param digest of what it was built from
   * @param spec its fingerprint specification
   * @param rejected entries of the source that gave no book
   */
  public record Catalogue(
      String name,
      String path,
      String asOf,
      long works,
      long editions,
      String digest,
      String spec,
      List<RejectedSource> rejected) {}

  /** An entry of a catalogue's raw material that gave no book, and why. */
  public record RejectedSource(String source, String reason) {}

  /** A background text: its name, size in bytes and digests. */
  public record Background(String name, long size, String md5, String sha256) {}

  /**
   * Counts of the whole run. {@code seen = read + the sum of skipped + failed}.
   *
   * @param files of the corpora
   * @param bytes of these files
   * @param seen records
   * @param read records that were searched
   * @param skipped records by reason, sorted by reason
   * @param failed records, or rests of files, that could not be read
   * @param mayHoldText records, skipped or failed, with text that nobody looked at, perhaps
   * @param textBytes of the texts that were searched, UTF-8
   * @param words of these texts
   * @param works that were looked for
   * @param worksFound of these with a finding of any grade
   * @param findings by grade: strong, moderate and lead, each there even if 0
   * @param copies rows of copies.csv
   * @param conditions documents that are not what a book should be, by condition: lines of
   *     conditions.jsonl
   */
  public record Counts(
      long files,
      long bytes,
      long seen,
      long read,
      Map<String, Long> skipped,
      long failed,
      long mayHoldText,
      long textBytes,
      long words,
      long works,
      long worksFound,
      Map<String, Long> findings,
      long copies,
      Map<String, Long> conditions) {}

  /**
   * What became of a calibration.
   *
   * @param file of the run that holds its figures, and has a digest as every file has; null where
   *     nothing could be measured
   * @param problem why nothing could be measured, or null
   */
  public record Calibrated(String file, String problem) {}

  /** Size in bytes and SHA-256 of a file of the run. */
  public record FileDigest(long size, String sha256) {}

  /**
   * When, where and how fast.
   *
   * @param started ISO 8601, UTC
   * @param finished ISO 8601, UTC
   * @param host name of the machine, or null
   * @param engine what ran the workers, such as {@code local}
   * @param threads that worked
   * @param megabytesPerSecond bytes of input over the time of the scan, in 10^6
   * @param seconds of each phase, by name, in order
   */
  public record Timing(
      String started,
      String finished,
      String host,
      String engine,
      int threads,
      double megabytesPerSecond,
      Map<String, Double> seconds) {}

  /** The same with the digests of the run's other files. */
  public Manifest withFiles(Map<String, FileDigest> digests) {
    return new Manifest(
        format,
        status,
        statusReason,
        tool,
        commandLine,
        configuration,
        inputs,
        catalogues,
        background,
        quotePolicy,
        counts,
        fingerprint,
        guarantee,
        selfTest,
        calibration,
        digests,
        run);
  }
}
