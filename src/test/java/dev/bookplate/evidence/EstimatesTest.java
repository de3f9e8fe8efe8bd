package dev.bookplate.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.evidence.Estimates.Estimate;
import dev.bookplate.match.Resemblance;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EstimatesTest {
  @Test
  void theSameSetIsCertainNowhere() {
    Estimates same = Estimates.of(new Resemblance(128, 128, 5_000, 5_000, ""));
    assertEquals(1.0, same.resemblance().value());
    assertEquals(1.0, same.resemblance().high());
    // the lower limit of 128 of 128: the root of 0.025
    assertEquals(Math.pow(0.025, 1 / 128.0), same.resemblance().low(), 1e-6);
    assertEquals(1.0, same.workInDocument().value());
    assertTrue(same.workInDocument().low() < 1);
  }

  @Test
  void aWorkInAnOmnibusIsContainedInItAndNotTheOtherWayRound() {
    // the whole work, a quarter of the document
    Estimates part = Estimates.of(new Resemblance(32, 128, 40_000, 10_000, ""));
    assertEquals(0.25, part.resemblance().value());
    assertEquals(1.0, part.workInDocument().value());
    assertEquals(0.25, part.documentInWork().value());
    assertTrue(part.documentInWork().low() < 0.19 && part.documentInWork().high() > 0.31);
  }

  @Property(tries = 200)
  void eachEstimateIsInItsInterval(
      @ForAll @IntRange(max = 128) int agreeing,
      @ForAll @IntRange(min = 1, max = 200_000) int document,
      @ForAll @IntRange(min = 1, max = 200_000) int edition) {
    Estimates estimates = Estimates.of(new Resemblance(agreeing, 128, document, edition, ""));
    assertIsInside(estimates.resemblance());
    assertIsInside(estimates.workInDocument());
    assertIsInside(estimates.documentInWork());
  }

  private static void assertIsInside(Estimate estimate) {
    assertTrue(0 <= estimate.low() && estimate.high() <= 1, estimate.toString());
    // the value is rounded to 4 decimals
    assertTrue(estimate.low() <= estimate.value() + 0.00005, estimate.toString());
    assertTrue(estimate.value() - 0.00005 <= estimate.high(), estimate.toString());
  }
}
