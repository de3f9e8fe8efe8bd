package dev.bookplate.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.evidence.Calibration.Interval;
import dev.bookplate.evidence.Calibration.Rate;
import dev.bookplate.match.Grade;
import org.junit.jupiter.api.Test;

/** Counting by grade and by book. */
class RateMakerTest {
  private static Rate rate(RateMaker maker, Grade grade) {
    return maker.rates().stream()
        .filter(r -> r.grade().equals(grade.label()))
        .findFirst()
        .orElseThrow()
        .rate();
  }

  @Test
  void aHigherGradeCountsForTheLowerOnes() {
    RateMaker maker = new RateMaker(1);
    maker.add(0, Grade.STRONG);
    maker.add(0, Grade.MODERATE);
    maker.add(1, Grade.LEAD);
    maker.add(1, null);

    assertEquals(2, maker.books());
    assertEquals(3, rate(maker, Grade.LEAD).events());
    assertEquals(2, rate(maker, Grade.MODERATE).events());
    assertEquals(1, rate(maker, Grade.STRONG).events());
    assertEquals(4, rate(maker, Grade.STRONG).trials());
  }

  @Test
  void booksAreDrawnAgainFromFiveOn() {
    RateMaker four = new RateMaker(1);
    RateMaker five = new RateMaker(1);
    for (int book = 0; book < 5; book++) {
      for (int i = 0; i < 20; i++) {
        Grade grade = i < 4 * book ? Grade.LEAD : null;
        five.add(book, grade);
        if (book < 4) {
          four.add(book, grade);
        }
      }
    }

    assertNull(rate(four, Grade.LEAD).byBook());
    assertNotNull(rate(five, Grade.LEAD).byBook());
  }

  @Test
  void booksThatDifferMakeTheIntervalWiderThanTrialsDo() {
    RateMaker maker = new RateMaker(1);
    for (int i = 0; i < 1000; i++) {
      maker.add(i % 10, i % 10 < 5 ? Grade.LEAD : null);
    }
    Rate rate = rate(maker, Grade.LEAD);
    Interval byBook = rate.byBook();

    assertTrue(byBook.low() < rate.exact().low() - 0.1);
    assertTrue(byBook.high() > rate.exact().high() + 0.1);
    assertEquals(rate, rate(maker, Grade.LEAD));
  }

  @Test
  void whereAllCameOutAlikeNothingIsDrawn() {
    RateMaker maker = new RateMaker(1);
    for (int book = 0; book < 8; book++) {
      maker.add(book, null);
    }
    Rate rate = rate(maker, Grade.LEAD);

    assertNull(rate.byBook());
    assertEquals(0.312345, rate.boundIfNone(), 1e-5);
  }
}
