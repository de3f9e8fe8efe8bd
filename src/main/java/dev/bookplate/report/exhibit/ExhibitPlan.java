package dev.bookplate.report.exhibit;

import dev.bookplate.report.Redaction;
import dev.bookplate.report.load.BatesNumbers;
import java.nio.file.Path;
import java.util.List;

/**
 * What is asked of exhibits.
 *
 * @param numbers that pages get
 * @param designation under the protective order, or null
 * @param redaction of quotations, or null for none
 * @param fonts folders with more fonts than are shipped
 * @param pagesOfFile after which a new file begins with the next training document
 */
public record ExhibitPlan(
    BatesNumbers numbers,
    String designation,
    Redaction redaction,
    List<Path> fonts,
    int pagesOfFile) {
  /** Pages that viewers open without trouble, and that fit into memory. */
  public static final int PAGES = 2500;

  /** Longest designation that there is room for. */
  public static final int DESIGNATION = 100;

  /** Refuses what there is no room for. */
  public ExhibitPlan {
    if (designation != null && designation.length() > DESIGNATION) {
      throw new IllegalArgumentException(
          "a designation of " + designation.length() + " characters has no room on a page");
    }
  }
}
