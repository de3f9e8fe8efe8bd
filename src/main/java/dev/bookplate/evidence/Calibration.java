package dev.bookplate.evidence;

import java.util.List;

/**
 * What planted controls showed of one catalogue and one corpus. It says how much of what was put in
 * was found, and what was found where nothing was put in.
 *
 * @param format {@link #FORMAT}
 * @param heading {@link #HEADING}, so that no figure travels without it
 * @param setup what was measured, and with what
 * @param drawn what the controls were made of
 * @param recall one row for each kind and length, over all languages
 * @param outlines how well passages were outlined: a row for each kind, one for all, and one for
 *     each language
 * @param byLanguage the same rows for each language that is known of the books; may be empty
 * @param falseFindings one row for each way of looking where nothing is to be found
 */
public record Calibration(
    String format,
    String heading,
    Setup setup,
    Drawn drawn,
    List<Recall> recall,
    List<Outline> outlines,
    List<Recall> byLanguage,
    List<FalseFindings> falseFindings) {
  /** Name and version of the form of the file. */
  public static final String FORMAT = "bookplate-calibration/1";

  /** What stands over every figure. */
  public static final String HEADING =
      "measured on planted controls; not the probability that a given finding is wrong";

  /**
   * What was measured, and with what.
   *
   * @param version of the program
   * @param commit that it was built from, or null
   * @param seed of every draw
   * @param controls passages that were wanted for each kind and length
   * @param profile name of the fingerprints' profile, or null
   * @param fingerprint their spec
   * @param catalogues what was looked for
   */
  public record Setup(
      String version,
      String commit,
      long seed,
      int controls,
      String profile,
      String fingerprint,
      List<Catalogue> catalogues) {}

  /**
   * A catalogue.
   *
   * @param name of it
   * @param digest of what it holds
   * @param decoys whether its books are known not to be in the corpus
   */
  public record Catalogue(String name, String digest, boolean decoys) {}

  /**
   * What the controls were made of.
   *
   * @param works in the catalogues
   * @param books of them that passages were taken from, one edition each
   * @param documents of the corpus that were looked at
   * @param clean of them, in which nothing of the catalogues was found
   * @param hosts texts that passages were put into: clean documents, and clean stretches of long
   *     ones
   * @param unread records, and files, that may hold text and could not be read
   */
  public record Drawn(long works, int books, long documents, long clean, int hosts, long unread) {}

  /**
   * How much of one sort of passages was found.
   *
   * @param kind what was done to the passages
   * @param words of each, before anything was done to it
   * @param language BCP 47 tag of the books, or null for all
   * @param books that the passages were taken from
   * @param found passages that were found, for each grade
   * @param elsewhere documents in which a work was reported that is neither the planted one nor
   *     related to it, for each grade
   * @param characters how well the passages were outlined
   */
  public record Recall(
      String kind,
      int words,
      String language,
      int books,
      List<GradeRate> found,
      List<GradeRate> elsewhere,
      Characters characters) {}

  /**
   * How well passages were outlined, in characters: code points.
   *
   * @param planted of the passages as they were planted
   * @param recall share of these that lies in reported passages of their own work
   * @param recallByBook its 95 % interval over books drawn again; null as for rates
   * @param reported in passages of any work
   * @param precision share of these that lies in planted passages of that work or a related one,
   *     with 40 characters of tolerance on either side; null where nothing was reported
   * @param precisionByBook its 95 % interval over books drawn again; null as for rates
   * @param granularity reported passages for each planted one that was met at all; 1 where none was
   *     cut, null where none was met
   */
  public record Characters(
      long planted,
      double recall,
      Interval recallByBook,
      long reported,
      Double precision,
      Interval precisionByBook,
      Double granularity) {}

  /**
   * How well passages were outlined, over all lengths.
   *
   * @param kind what was done to the passages, or null for all kinds
   * @param language BCP 47 tag of the books, or null for all
   * @param passages that were planted
   * @param characters of them
   */
  public record Outline(String kind, String language, int passages, Characters characters) {}

  /**
   * What was found where nothing is to be found.
   *
   * @param control {@code left-out}, {@code decoys} or {@code shuffled}
   * @param language BCP 47 tag, or null for all
   * @param books that should not be found, or whose text was looked at
   * @param words that were looked at
   * @param documents in which something was found, of those that were looked at, for each grade
   * @param found of the books: those that were found, or in whose text something was, for each
   *     grade
   * @param cases the works that were found, the highest grade first; at most 100
   */
  public record FalseFindings(
      String control,
      String language,
      int books,
      long words,
      List<GradeRate> documents,
      List<GradeRate> found,
      List<FalseCase> cases) {}

  /**
   * A work that was found where it is not.
   *
   * @param source id of the work whose text was looked at, or null for documents of the corpus
   * @param work id of the work that was found
   * @param documents that it was found in
   * @param grade the highest
   * @param longestRunWords the longest
   */
  public record FalseCase(
      String source, String work, int documents, String grade, int longestRunWords) {}

  /**
   * A share at a grade.
   *
   * @param grade that grade or a higher one
   * @param rate the share
   */
  public record GradeRate(String grade, Rate rate) {}

  /**
   * A share, and how far it can be trusted.
   *
   * @param events counted
   * @param trials in which an event could happen
   * @param exact Clopper and Pearson's interval, 95 %; null without trials
   * @param byBook the 95 % interval over books drawn again with replacement; null with fewer than
   *     five books, and where all trials came out alike, so that drawing shows nothing
   * @param boundIfNone where nothing was counted, the one-sided 95 % upper bound (about three in
   *     {@code trials}); else null
   */
  public record Rate(
      long events, long trials, Interval exact, Interval byBook, Double boundIfNone) {}

  /**
   * An interval of shares, rounded outwards.
   *
   * @param low from 0
   * @param high to 1
   */
  public record Interval(double low, double high) {}
}
