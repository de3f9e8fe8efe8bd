package dev.bookplate.evidence;

import dev.bookplate.evidence.Calibration.Interval;
import dev.bookplate.match.Resemblance;

/**
 * What sketches say about a copy. The values of two MinHash sketches agree with the probability of
 * the resemblance J (Jaccard) of the two sets of shingles, so its interval is the exact binomial
 * one. Containment of a set of A shingles in one of B is J / (1 + J) * (A + B) / A, which grows
 * with J, so its interval comes of the limits of J.
 *
 * @param resemblance of document and edition
 * @param workInDocument share of the edition's shingles that are in the document
 * @param documentInWork share of the document's shingles that are in the edition
 */
record Estimates(Estimate resemblance, Estimate workInDocument, Estimate documentInWork) {

  /** A share from 0 to 1 and its 95 % interval; null where nothing is known. */
  record Estimate(Double value, Double low, Double high) {}

  static Estimates of(Resemblance sketches) {
    Interval limits = ClopperPearson.interval(sketches.agreeing(), sketches.values());
    double share = (double) sketches.agreeing() / sketches.values();
    double both = (double) sketches.documentShingles() + sketches.editionShingles();
    return new Estimates(
        new Estimate(FindingLines.rounded(share), limits.low(), limits.high()),
        containment(share, limits, both / sketches.editionShingles()),
        containment(share, limits, both / sketches.documentShingles()));
  }

  private static Estimate containment(double share, Interval limits, double sizes) {
    Interval contained =
        ClopperPearson.outwards(
            containment(limits.low(), sizes), containment(limits.high(), sizes));
    return new Estimate(
        FindingLines.rounded(containment(share, sizes)), contained.low(), contained.high());
  }

  private static double containment(double resemblance, double sizes) {
    return Math.min(1, resemblance / (1 + resemblance) * sizes);
  }
}
