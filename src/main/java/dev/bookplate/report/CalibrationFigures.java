package dev.bookplate.report;

import dev.bookplate.evidence.Calibration;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/** Rates of a calibration as people read them, and the words that go with them. */
public final class CalibrationFigures {
  private static final int DIGITS = 2;

  /** What was done to passages of each kind. */
  static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("verbatim", "as they stand in the book"),
          Map.entry("respaced", "other line breaks, spaces and quotation marks"),
          Map.entry("folded", "in lower case without punctuation"),
          Map.entry("hyphenated", "wrapped hard, with words parted at line ends"),
          Map.entry("ocr2", "2% of the characters misread"),
          Map.entry("ocr5", "5% of the characters misread"),
          Map.entry("edit5", "5% of the words replaced, dropped or added"),
          Map.entry("edit10", "10% of the words replaced, dropped or added"),
          Map.entry("edit20", "20% of the words replaced, dropped or added"),
          Map.entry("reordered", "their sentences in another order"),
          Map.entry("chunk", "a whole document that is one slice of the book"));

  /** How it was measured, in paragraphs. */
  static final List<String> METHOD =
      List.of(
          "Passages of the catalogue's own editions, drawn by book, were altered and put into clean"
              + " documents of the corpus, or clean stretches of 2,000 words of long ones, in which"
              + " nothing had been found, between two stretches of 60 to 600 words. The documents"
              + " were looked at as a scan looks at them, in memory. A passage counts as found"
              + " where at least half of its characters lie in reported passages of its own work"
              + " that point at its place in the book. A passage that is reported as common text"
              + " counts, as a lead.",
          "Recall of characters: the share of the planted characters in reported passages of their"
              + " own work. Precision of characters: the share of all reported characters that lies"
              + " in a planted passage of that work, or of one related to it, with 40 characters of"
              + " tolerance on either side. Granularity: reported passages for each planted one"
              + " that was met.",
          "Books left out: each book was taken out of the catalogue, with all editions of its work,"
              + " and slices of 2,000 words of it were looked at. What is then found is another"
              + " work's, and counts as false, unless the two have one title"
              + " and author, or share over 20% of the text of one. Real quotations that two books"
              + " share count too, so this is an upper limit of error. Decoys: books that the user"
              + " says are not in the corpus were looked for in its documents. Shuffled: words in a"
              + " random order, which is a check of sanity and no measure of anything. Text that is"
              + " marked as common counts in none of them. Other works: documents with a planted"
              + " passage in which an unrelated work was reported.",
          "Intervals are exact (Clopper and Pearson, 95%) and take every trial for independent."
              + " By book: books were drawn again with replacement 2,000 times; it is given from"
              + " five books on, and not where all trials came out alike. Where"
              + " nothing was counted, the share is given as its one-sided 95% upper bound (the"
              + " rule of three, exact): none seen is never no error.",
          "The figures hold for these books, this corpus, these kinds of damage, this profile and"
              + " this program. They do not say how probable it is that a given finding is wrong:"
              + " that also depends on how many books are really there.");

  private CalibrationFigures() {}

  /** A control by its name for people. */
  static String control(String control) {
    return switch (control) {
      case "left-out" -> "books left out";
      case "shuffled" -> "shuffled words (sanity check only)";
      default -> control;
    };
  }

  /** "97.5%", "at most 0.34%" where nothing was counted, "not measured" without trials. */
  public static String share(Calibration.Rate rate) {
    if (rate.trials() == 0) {
      return "not measured";
    }
    if (rate.boundIfNone() != null) {
      return "at most " + percent(rate.boundIfNone(), RoundingMode.CEILING);
    }
    // away from the ends: what is not all is not shown as 100%, what is not nothing not as 0%
    double share = (double) rate.events() / rate.trials();
    return percent(share, share < 0.5 ? RoundingMode.CEILING : RoundingMode.FLOOR);
  }

  /** "97 of 100". */
  static String outOf(Calibration.Rate rate) {
    return Figures.count(rate.events()) + " of " + Figures.count(rate.trials());
  }

  /** Of characters, "99.87%". */
  public static String recall(Calibration.Characters characters) {
    return percent(characters.recall(), RoundingMode.FLOOR);
  }

  /** Of characters, "99.87%"; where none was wrong, how many that was none of. */
  public static String precision(Calibration.Characters characters) {
    if (characters.precision() == null) {
      return "nothing reported";
    }
    return characters.precision() == 1
        ? "none wrong of " + Figures.count(characters.reported())
        : percent(characters.precision(), RoundingMode.FLOOR);
  }

  /** "1.0087", rounded up; a dash where nothing was found. */
  public static String granularity(Calibration.Characters characters) {
    return characters.granularity() == null
        ? "–"
        : BigDecimal.valueOf(characters.granularity())
            .setScale(2 * DIGITS, RoundingMode.CEILING)
            .stripTrailingZeros()
            .toPlainString();
  }

  /** "96.38% to 100%", rounded outwards; a dash where there is none. */
  public static String interval(Calibration.Interval interval) {
    return interval == null
        ? "–"
        : percent(interval.low(), RoundingMode.FLOOR)
            + " to "
            + percent(interval.high(), RoundingMode.CEILING);
  }

  private static String percent(double share, RoundingMode mode) {
    BigDecimal percent = BigDecimal.valueOf(share).movePointRight(2);
    // of very small shares more digits, so that a bound is not shown much larger than it is
    int digits = share < 0.001 ? 2 * DIGITS : DIGITS;
    return percent.setScale(digits, mode).stripTrailingZeros().toPlainString() + "%";
  }
}
