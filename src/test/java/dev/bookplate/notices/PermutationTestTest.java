package dev.bookplate.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.notices.PermutationTest.Result;
import dev.bookplate.notices.PermutationTest.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The tests give what going through all arrangements by hand gives. */
class PermutationTestTest {
  private static final PermutationTest TEST = new PermutationTest(NoticeRates.SEED);

  @Test
  void threeAgainstThreeAllApart() {
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      units.add(new Unit("s", true, 1));
      units.add(new Unit("s", false, 0));
    }

    Result result = TEST.ofGroups(units);

    assertTrue(result.exact());
    assertEquals(20, result.arrangements());
    assertEquals(2, result.extreme());
    assertEquals(0.1, result.probability(), 1e-12);
    assertEquals(1.0, result.difference(), 1e-12);
    assertEquals(1.0, result.low(), 1e-12);
  }

  /** All subsets by bit masks, over both strata at once. */
  @Test
  void groupsAgainstBruteForce() {
    Random random = new Random(3);
    for (int round = 0; round < 30; round++) {
      List<Unit> units = new ArrayList<>();
      for (int i = 0; i < 9; i++) {
        units.add(new Unit(i % 2 == 0 ? "a" : "b", random.nextBoolean(), random.nextInt(4) / 4.0));
      }
      Result result = TEST.ofGroups(units);
      if (result != null) {
        double[] slow = slowly(units);
        assertEquals(slow[0], result.difference(), 1e-9);
        assertEquals(slow[1], result.probability(), 1e-9);
      }
    }
  }

  private static double[] slowly(List<Unit> units) {
    double seen = statistic(units, mask(units));
    int all = 0;
    int extreme = 0;
    for (int mask = 0; mask < 1 << units.size(); mask++) {
      boolean isArrangement = true;
      for (String stratum : List.of("a", "b")) {
        isArrangement &= treated(units, mask, stratum) == treated(units, mask(units), stratum);
      }
      if (isArrangement) {
        all++;
        extreme += Math.abs(statistic(units, mask)) >= Math.abs(seen) - 1e-12 ? 1 : 0;
      }
    }
    return new double[] {seen, (double) extreme / all};
  }

  private static int mask(List<Unit> units) {
    int mask = 0;
    for (int i = 0; i < units.size(); i++) {
      mask |= units.get(i).isTreated() ? 1 << i : 0;
    }
    return mask;
  }

  private static int treated(List<Unit> units, int mask, String stratum) {
    int count = 0;
    for (int i = 0; i < units.size(); i++) {
      count += units.get(i).stratum().equals(stratum) ? mask >> i & 1 : 0;
    }
    return count;
  }

  private static double statistic(List<Unit> units, int mask) {
    double sum = 0;
    double weights = 0;
    for (String stratum : List.of("a", "b")) {
      double[] sums = new double[2];
      int[] counts = new int[2];
      for (int i = 0; i < units.size(); i++) {
        if (units.get(i).stratum().equals(stratum)) {
          sums[mask >> i & 1] += units.get(i).value();
          counts[mask >> i & 1]++;
        }
      }
      if (counts[0] > 0 && counts[1] > 0) {
        double weight = (double) counts[0] * counts[1] / (counts[0] + counts[1]);
        sum += weight * (sums[1] / counts[1] - sums[0] / counts[0]);
        weights += weight;
      }
    }
    return sum / weights;
  }

  @Test
  void pairsAgainstBinomial() {
    // 6 differences of one size: 2 of 64 sign patterns are as extreme as all alike
    Result all = TEST.ofPairs(new double[] {1, 1, 1, 1, 1, 1});
    assertEquals(2.0 / 64, all.probability(), 1e-12);
    // 5 one way and 1 the other: 2 * (1 + 6) of 64
    Result most = TEST.ofPairs(new double[] {1, 1, 1, -1, 1, 1});
    assertEquals(14.0 / 64, most.probability(), 1e-12);
    assertEquals(4.0 / 6, most.difference(), 1e-12);
  }

  /** What is drawn comes close to the binomial probability, and is the same each time. */
  @Test
  void manyPairsAreDrawn() {
    double[] differences = new double[30];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = i < 20 ? 1 : -1;
    }

    Result result = TEST.ofPairs(differences);

    assertFalse(result.exact());
    assertEquals(PermutationTest.DRAWS, result.arrangements());
    // two-sided binomial of 20 or more of 30
    assertEquals(0.098737, result.probability(), 0.004);
    assertEquals(result, TEST.ofPairs(differences));
    assertTrue(result.low() < result.difference() && result.difference() < result.high());
  }

  @Test
  void manyCopiesAreDrawnAndAProbabilityIsNeverNone() {
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      units.add(new Unit("s", i % 2 == 0, i % 2 == 0 ? 1 : 0));
    }

    Result result = TEST.ofGroups(units);

    assertFalse(result.exact());
    assertEquals(1.0 / (PermutationTest.DRAWS + 1), result.probability(), 1e-12);
  }

  @Test
  void whatCannotBeComparedIsNot() {
    assertNull(TEST.ofGroups(List.of(new Unit("a", true, 1), new Unit("b", false, 0))));
    assertNull(TEST.ofPairs(new double[0]));
    assertNull(TEST.ofPairs(new double[] {1}).low());
  }

  /** Where nothing differs, small probabilities are as rare as they say. */
  @Test
  void withoutADifferenceSmallProbabilitiesAreRare() {
    Random random = new Random(5);
    int small = 0;
    for (int round = 0; round < 200; round++) {
      List<Unit> units = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        units.add(new Unit("s", i < 5, random.nextDouble()));
      }
      small += TEST.ofGroups(units).probability() <= 0.05 ? 1 : 0;
    }
    assertTrue(small <= 20, small + " of 200");
  }
}
