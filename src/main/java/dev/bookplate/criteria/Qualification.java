package dev.bookplate.criteria;

import java.util.List;

/**
 * Whether a work meets all criteria of some rules.
 *
 * @param verdict of all together
 * @param source whose date was taken: the one by which the most is met; null where none is known
 * @param registration that was taken, likewise
 * @param outcomes of each criterion, in the rules' order
 */
public record Qualification(
    Verdict verdict, AcquisitionSource source, Registration registration, List<Outcome> outcomes) {}
