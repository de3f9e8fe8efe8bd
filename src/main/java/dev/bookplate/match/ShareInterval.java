package dev.bookplate.match;

/**
 * A share that was estimated from a sample, with its 95 % interval (Wilson, "Probable inference,
 * the law of succession, and statistical inference", 1927).
 *
 * @param share 0 to 1
 * @param low end of the interval
 * @param high end of the interval
 */
record ShareInterval(double share, double low, double high) {
  private static final double Z = 1.959963984540054;

  /** Of a sample of {@code of}, of which so many hit. */
  static ShareInterval of(int hits, int of) {
    if (of == 0) {
      return new ShareInterval(0, 0, 1);
    }
    double share = (double) hits / of;
    double z2 = Z * Z / of;
    double centre = (share + z2 / 2) / (1 + z2);
    double half = Z / (1 + z2) * Math.sqrt(share * (1 - share) / of + z2 / (4 * of));
    return new ShareInterval(
        share, hits == 0 ? 0 : centre - half, hits == of ? 1 : Math.min(1, centre + half));
  }
}
