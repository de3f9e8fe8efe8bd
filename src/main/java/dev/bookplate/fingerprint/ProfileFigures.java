package dev.bookplate.fingerprint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What was measured of the profiles: the one place that help, runs and README take it from, the
 * last by a test.
 */
public final class ProfileFigures {
  /** When, on what. */
  public static final String MEASURED_ON = "2026-11-24, two shared cores (AMD EPYC), JDK 25";

  /** What measures recall; PROFILE stands for a profile's name. */
  public static final String COMMAND = "src/benchmarks/planted 1 PROFILE";

  /**
   * A figure of each profile.
   *
   * @param what it is of
   * @param brief the same in so few words that it fits a terminal's line, or null where the figure
   *     is left out there
   * @param values of the profiles, in their order
   */
  public record Row(String what, String brief, List<String> values) {
    /** The value of a profile. */
    public String of(Profile profile) {
      return values.get(List.of(Profile.values()).indexOf(profile));
    }
  }

  private static final List<Row> MEASURED =
      List.of(
          row(
              "verbatim, respaced, folded, hyphenated, 25 words and more",
              "unchanged words, 25 and more",
              "100 %",
              "100 %",
              "100 %"),
          row("the same at 15 words", "the same at 15", "48 %", "100 %", "100 %"),
          row(
              "2 % of letters misread, 25 / 50 / 100 words",
              "2 % misread, 25/50/100 words",
              "51 / 83 / 97 %",
              "89 / 100 / 100 %",
              "99 / 100 / 100 %"),
          row(
              "10 % of words edited, 25 / 50 / 100 words",
              "10 % edited, 25/50/100 words",
              "39 / 74 / 96 %",
              "80 / 97 / 100 %",
              "97 / 100 / 100 %"),
          row(
              "5 % of letters misread, 50 / 100 / 200 words",
              "5 % misread, 50/100/200 words",
              "39 / 63 / 88 %",
              "75 / 95 / 100 %",
              "99 / 100 / 100 %"),
          row(
              "20 % of words edited, 50 / 100 / 200 words",
              "20 % edited, 50/100/200 words",
              "36 / 60 / 87 %",
              "80 / 98 / 100 %",
              "98 / 100 / 100 %"),
          row(
              "sentences shuffled, 50 / 100 words",
              null,
              "96 / 100 %",
              "99 / 100 %",
              "100 / 100 %"),
          row(
              "false leads in 7,200 documents; false moderate or strong",
              null,
              "0; 0",
              "0; 0",
              "0; 0"),
          row("plagdet", null, "0.974", "0.987", "0.990"),
          row(
              "filter in memory, bits a word of the books",
              "filter in memory, bits a word",
              "1.3",
              "2.3",
              "4.1"),
          row(
              "catalogue on disk with the books' text, bytes a word",
              "on disk with text, bytes a word",
              "4.9",
              "6.3",
              "8.6"),
          row("speed on clean text, standard = 1", "speed, standard = 1", "1.1", "1", "0.8"));

  private ProfileFigures() {}

  private static Row row(String what, String brief, String... values) {
    return new Row(what, brief, List.of(values));
  }

  /** What holds by construction, then what was measured. */
  public static List<Row> rows() {
    List<String> certain =
        Stream.of(Profile.values()).map(p -> Integer.toString(p.spec().guaranteedWords())).toList();
    Row guarantee =
        new Row(
            "words in a row that surely give a common fingerprint", "sure seed, words", certain);
    return Stream.concat(Stream.of(guarantee), MEASURED.stream()).toList();
  }

  /** What was measured of a profile, by what it is of. */
  public static Map<String, String> of(Profile profile) {
    Map<String, String> figures = new LinkedHashMap<>();
    MEASURED.forEach(row -> figures.put(row.what(), row.of(profile)));
    return figures;
  }
}
