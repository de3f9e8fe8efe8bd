package dev.bookplate.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;

/**
 * Whether the lookup works: passages of the works that are looked for were looked up as documents
 * of a corpus are. Of works without text, fingerprints of theirs were looked up as those of
 * documents are.
 *
 * @param status what came out
 * @param statement the same in words, a sentence without its full stop
 * @param works that are looked for
 * @param searchable of them, which have text of 25 words or more, or two fingerprints
 * @param byFingerprints of these, which have no text
 * @param passages that were looked up
 * @param fingerprints that were looked up
 * @param missed works of which a passage was not found
 * @param missedWorks the first of them, at most {@link #MOST}
 */
public record SelfTest(
    Status status,
    String statement,
    long works,
    long searchable,
    long byFingerprints,
    long passages,
    long fingerprints,
    long missed,
    List<MissedWork> missedWorks) {
  /** Works that are named. */
  public static final int MOST = 1000;

  /** What came out. */
  public enum Status {
    /** Every searchable work was found. */
    @JsonProperty("passed")
    PASSED,
    /** A searchable work was not found. */
    @JsonProperty("failed")
    FAILED,
    /** No work is searchable by text. */
    @JsonProperty("nothing-to-test")
    NOTHING
  }

  /**
   * A work that was not found.
   *
   * @param catalogue name of it
   * @param id of the work
   * @param title of the work
   */
  public record MissedWork(String catalogue, String id, String title) {}

  /**
   * Works of one sort, and what was looked up of them.
   *
   * @param searchable works
   * @param lookedUp passages, or fingerprints
   */
  public record Tried(long searchable, long lookedUp) {}

  /**
   * What came out.
   *
   * @param byText of works with text
   * @param byFingerprints of works without
   * @param missed every work that was not found, sorted
   */
  public static SelfTest of(
      long works, Tried byText, Tried byFingerprints, List<MissedWork> missed) {
    long searchable = byText.searchable + byFingerprints.searchable;
    Status status =
        searchable == 0 ? Status.NOTHING : missed.isEmpty() ? Status.PASSED : Status.FAILED;
    return new SelfTest(
        status,
        statement(status, works, searchable, byFingerprints.searchable, missed.size()),
        works,
        searchable,
        byFingerprints.searchable,
        byText.lookedUp,
        byFingerprints.lookedUp,
        missed.size(),
        List.copyOf(missed.subList(0, Math.min(MOST, missed.size()))));
  }

  private static String statement(
      Status status, long works, long searchable, long byFingerprints, int missed) {
    return switch (status) {
      case PASSED ->
          String.format(
              Locale.ROOT,
              "the lookup works for all %,d searchable works%s; this does not show that the corpus"
                  + " is free of them",
              searchable,
              basis(searchable, byFingerprints));
      case FAILED ->
          String.format(
              Locale.ROOT,
              "the lookup fails for %,d of %,d searchable works%s: that they were not found shows"
                  + " nothing",
              missed,
              searchable,
              basis(searchable, byFingerprints));
      case NOTHING ->
          String.format(
              Locale.ROOT,
              "none of the %,d works is searchable by text or by fingerprints: no lookup was tried",
              works);
    };
  }

  /** What of the works was looked up, where it was not their text. */
  private static String basis(long searchable, long byFingerprints) {
    if (byFingerprints == 0) {
      return "";
    }
    return byFingerprints == searchable
        ? ", of which fingerprints were looked up and no text, which is not held"
        : String.format(
            Locale.ROOT,
            " (of %,d fingerprints were looked up and no text, which is not held)",
            byFingerprints);
  }

  /** Whether a work was not found. */
  public boolean failed() {
    return status == Status.FAILED;
  }

  /** Works that are too short to be found, or without text. */
  public long notSearchable() {
    return works - searchable;
  }
}
