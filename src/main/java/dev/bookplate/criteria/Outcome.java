package dev.bookplate.criteria;

/**
 * What came of one criterion.
 *
 * @param criterion its id
 * @param verdict whether it is met
 * @param code why, of a closed list: {@code MET}, or what is missing or against it
 */
public record Outcome(String criterion, Verdict verdict, String code) {
  /** It is met. */
  public static final String MET = "MET";
}
