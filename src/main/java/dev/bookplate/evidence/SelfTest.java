package dev.bookplate.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;

/**
 * Whether the lookup works: passages of the works that are looked for were looked up as documents
 * of a corpus are.
 *
 * @param status what came out
 * @param statement the same in words, a sentence without its full stop
 * @param works that are looked for
 * @param searchable of them, which have text of 25 words or more
 * @param passages that were looked up
 * @param missed works of which a passage was not found
 * @param missedWorks the first of them, at most {@link #MOST}
 */
public record SelfTest(
    Status status,
    String statement,
    long works,
    long searchable,
    long passages,
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
   * What came out.
   *
   * @param missed every work that was not found, sorted
   */
  public static SelfTest of(long works, long searchable, long passages, List<MissedWork> missed) {
    Status status =
        searchable == 0 ? Status.NOTHING : missed.isEmpty() ? Status.PASSED : Status.FAILED;
    return new SelfTest(
        status,
        statement(status, works, searchable, missed.size()),
        works,
        searchable,
        passages,
        missed.size(),
        List.copyOf(missed.subList(0, Math.min(MOST, missed.size()))));
  }

  private static String statement(Status status, long works, long searchable, int missed) {
    return switch (status) {
      case PASSED ->
          String.format(
              Locale.ROOT,
              "the lookup works for all %,d searchable works; this does not show that the corpus is"
                  + " free of them",
              searchable);
      case FAILED ->
          String.format(
              Locale.ROOT,
              "the lookup fails for %,d of %,d searchable works: that they were not found shows"
                  + " nothing",
              missed,
              searchable);
      case NOTHING ->
          String.format(
              Locale.ROOT,
              "none of the %,d works is searchable by text: no lookup was tried",
              works);
    };
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
