package dev.bookplate.criteria;

/**
 * A registration at the Copyright Office.
 *
 * @param number its normal form
 * @param asPrinted as its source has it, or null
 * @param effective its date of effect, or null
 * @param isGroup whether it covers several works; null where nobody says
 * @param titlesCovered how many, or null
 * @param claimant or null
 */
public record Registration(
    String number,
    String asPrinted,
    DateRange effective,
    Boolean isGroup,
    Integer titlesCovered,
    String claimant) {}
