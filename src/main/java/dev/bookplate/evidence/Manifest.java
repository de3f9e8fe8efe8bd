package dev.bookplate.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code manifest.json} says of a run. Components are keys, in their order; unknown is null.
 *
 * @param format {@link #FORMAT}
 * @param status whether the run is whole
 * @param statusReason one sentence where it is not complete, or null
 * @param tool what made the run
 * @param commandLine as typed, in parts
 * @param configuration everything that was decided, typed or by default
 * @param received what was said of how the corpora came here; null where nothing was
 * @param inputs files of the corpora, in canonical order
 * @param layouts that the corpora have, as far as they are known; null in runs of before
 * @param catalogues what was looked for
 * @param background texts that explain matches away
 * @param quotePolicy how much text the run may hold
 * @param counts of the whole run
 * @param fingerprint the fingerprint's specification, name and value
 * @param guarantee what is found for certain, in one sentence
 * @param method steps and rules by which it was found, by name, in order; null in runs of before
 * @param selfTest whether the lookup works; null where that was not tried
 * @param calibration what became of the calibration; null where none was asked for
 * @param files every other file of the run, by its name in the folder, sorted
 * @param custody name of the file that holds what was done to the run; null in runs of before it
 *     was kept
 * @param run when, where and how fast: kept apart from all that is the same for a second run
 */
public record Manifest(
    String format,
    Status status,
    String statusReason,
    Tool tool,
    List<String> commandLine,
    JsonNode configuration,
    Received received,
    List<Input> inputs,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Layout> layouts,
    List<Catalogue> catalogues,
    List<Background> background,
    QuotePolicy quotePolicy,
    Counts counts,
    Map<String, String> fingerprint,
    String guarantee,
    Map<String, String> method,
    SelfTest selfTest,
    Calibrated calibration,
    Map<String, FileDigest> files,
    String custody,
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

  /** Of which nothing was said when the corpora were received, without method and custody. */
  public Manifest(
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
    this(
        format,
        status,
        statusReason,
        tool,
        commandLine,
        configuration,
        null,
        inputs,
        null,
        catalogues,
        background,
        quotePolicy,
        counts,
        fingerprint,
        guarantee,
        null,
        selfTest,
        calibration,
        files,
        null,
        run);
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
   * @param sha256 of the program's file; null where it is not one file
   * @param lucene version of the library that holds the index, or null
   */
  public record Tool(
      String name, String version, String build, String jvm, String sha256, String lucene) {
    /** Of which no more is known. */
    public Tool(String name, String version, String build, String jvm) {
      this(name, version, build, jvm, null, null);
    }

    /** For people: {@code bookplate 1.0 (build …, Lucene …) on …}. */
    public String people() {
      String details =
          Stream.of(told("build ", build), told("SHA-256 ", sha256), told("Lucene ", lucene))
              .filter(Objects::nonNull)
              .collect(Collectors.joining(", "));
      return name + " " + version + (details.isEmpty() ? "" : " (" + details + ")") + " on " + jvm;
    }

    private static String told(String kind, String what) {
      return what == null ? null : kind + what;
    }
  }

  /**
   * A file of a corpus. {@code seen = read + skipped + failed}.
   *
   * @param corpus name of the corpus root
   * @param path relative to it
   * @param size in bytes; null, like the digests, for a file that could not be opened
   * @param md5 of the file
   * @param sha1 of the file; null where it was not made
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
      String sha1,
      String sha256,
      long seen,
      long read,
      long skipped,
      long failed,
      Map<String, Long> reasons,
      long textBytes) {
    /** Of which no SHA-1 is known. */
    public Input(
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
        long textBytes) {
      this(corpus, path, size, md5, null, sha256, seen, read, skipped, failed, reasons, textBytes);
    }

    /** Which file it is. */
    public InputFile file() {
      return new InputFile(corpus, path);
    }
  }

  /**
   * A corpus, or folders in it, laid out as a well-known tool or data set does it.
   *
   * @param corpus name of the corpus root
   * @param path of the first such folder, relative to the root; empty for the root itself
   * @param layout whose it is
   * @param why what it was recognised by, as a part of a sentence
   * @param folders how many of them there are
   */
  public record Layout(String corpus, String path, String layout, String why, long folders) {}

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
   * @param held what of its records counts as held on the day that was asked for; null where no day
   *     was, or where it has no records
   */
  public record Catalogue(
      String name,
      String path,
      String asOf,
      long works,
      long editions,
      String digest,
      String spec,
      List<RejectedSource> rejected,
      @JsonInclude(JsonInclude.Include.NON_NULL) HeldRecords held) {}

  /**
   * The records of a catalogue, as they were looked for.
   *
   * @param all how many there are, one for each text among them
   * @param leftOut those that are dated later than the day that was asked for
   * @param undated those without a date, which count as held on every day; texts have none
   */
  public record HeldRecords(long all, long leftOut, long undated) {}

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
   * @param markers what is known to show where a copy came from; null in runs of before
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
      Map<String, Long> conditions,
      Markers markers) {}

  /**
   * Marks of where copies came from.
   *
   * @param looked documents that were looked at for them
   * @param documents that have one, by rule, sorted
   */
  public record Markers(long looked, Map<String, Long> documents) {}

  /**
   * What became of a calibration.
   *
   * @param file of the run that holds its figures, and has a digest as every file has; null where
   *     nothing could be measured
   * @param problem why nothing could be measured, or null
   */
  public record Calibrated(String file, String problem) {}

  /**
   * What a file of the run is known by.
   *
   * @param size in bytes
   * @param sha256 of all of it
   * @param blocks what tells where a file was altered: of each block, as long as {@link
   *     BlockDigests} says, the first digits of its SHA-256. Null where they were not made
   */
  public record FileDigest(long size, String sha256, List<String> blocks) {
    /** Without blocks. */
    public FileDigest(long size, String sha256) {
      this(size, sha256, null);
    }
  }

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
   * @param modified when each file of the corpora was last changed, as its file system told it, by
   *     corpus and path; or null
   * @param operator who is said to have scanned, or null
   * @param environment of the program, name and value, in order, or null
   */
  public record Timing(
      String started,
      String finished,
      String host,
      String engine,
      int threads,
      double megabytesPerSecond,
      Map<String, Double> seconds,
      Map<String, String> modified,
      String operator,
      Map<String, String> environment) {
    /** Of which no more is known. */
    public Timing(
        String started,
        String finished,
        String host,
        String engine,
        int threads,
        double megabytesPerSecond,
        Map<String, Double> seconds) {
      this(started, finished, host, engine, threads, megabytesPerSecond, seconds, null, null, null);
    }
  }

  /** The same with the digests of the run's other files. */
  public Manifest withFiles(Map<String, FileDigest> digests) {
    return new Manifest(
        format,
        status,
        statusReason,
        tool,
        commandLine,
        configuration,
        received,
        inputs,
        layouts,
        catalogues,
        background,
        quotePolicy,
        counts,
        fingerprint,
        guarantee,
        method,
        selfTest,
        calibration,
        digests,
        custody,
        run);
  }
}
