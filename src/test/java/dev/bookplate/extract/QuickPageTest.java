package dev.bookplate.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class QuickPageTest {
  private static WebPage ofTree(String page) {
    return WebPage.ofTree(Jsoup.parse(page), WebPage.Part.ALL);
  }

  /** Whether it was read without a tree; fails where that makes a difference. */
  private static boolean isQuick(String page) {
    WebPage quick;
    try {
      quick = QuickPage.read(page);
    } catch (Uncertain e) {
      return false;
    }
    assertEquals(ofTree(page), quick, page);
    return true;
  }

  @Test
  void givesWhatTheTreeGives() {
    int quick = 0;
    int pages = 40_000;
    for (long seed = 0; seed < pages; seed++) {
      quick += isQuick(OddPages.page(seed)) ? 1 : 0;
    }
    assertTrue(quick > pages / 3, quick + " of " + pages);
  }
}
