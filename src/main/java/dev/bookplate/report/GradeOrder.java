package dev.bookplate.report;

import java.util.List;

/** The grades as a run names them, surest first. */
public final class GradeOrder {
  /** From the surest on. */
  public static final List<String> GRADES = List.of("strong", "moderate", "lead");

  private GradeOrder() {}

  /** 0 is the surest; what is no grade comes last. */
  static int rank(String grade) {
    int rank = grade == null ? -1 : GRADES.indexOf(grade);
    return rank < 0 ? GRADES.size() : rank;
  }

  /** A class of the style sheet: never text from the run. */
  static String cssClass(String grade) {
    int rank = rank(grade);
    return rank < GRADES.size() ? GRADES.get(rank) : "none";
  }
}
