package dev.bookplate.fingerprint;

/**
 * Which fingerprints of a text stay where no two may stand close together: those that are smaller
 * than all others whose shingles start within the spacing. Who holds such a set, and the key, can
 * try what follows on a known stretch only by guessing as many words at once.
 */
public final class Spacing {
  private Spacing() {}

  /**
   * Chooses.
   *
   * @param hashes of a text, by position
   * @param positions ascending
   * @param count of both
   * @param spacing words from one that stays to the next, at least
   * @return which stay, {@code count} long
   */
  public static boolean[] keep(long[] hashes, int[] positions, int count, int spacing) {
    boolean[] kept = new boolean[count];
    for (int i = 0; i < count; i++) {
      kept[i] =
          isSmallest(hashes, positions, count, spacing, i, -1)
              && isSmallest(hashes, positions, count, spacing, i, 1);
    }
    return kept;
  }

  private static boolean isSmallest(
      long[] hashes, int[] positions, int count, int spacing, int i, int step) {
    for (int j = i + step;
        j >= 0 && j < count && Math.abs(positions[j] - positions[i]) < spacing;
        j += step) {
      if (hashes[j] < hashes[i]) {
        return false;
      }
    }
    return true;
  }
}
