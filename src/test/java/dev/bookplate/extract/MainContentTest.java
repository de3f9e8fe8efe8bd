package dev.bookplate.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class MainContentTest {
  private static final String LONG =
      "The ferry had been late every day that week, and nobody on the pier said a word about it.";

  private static String text(String body, boolean main) {
    Document page = Jsoup.parse("<html><head><title>t</title></head><body>" + body);
    if (main) {
      MainContent.keep(page);
    }
    StringBuilder text = new StringBuilder();
    Markup.append(page, text);
    return text.toString();
  }

  @Test
  void whatStandsAroundTheTextIsLeftOut() {
    String page =
        "<nav><p>"
            + LONG
            + "</p></nav><div id=a><p>"
            + LONG
            + "</p><aside>Read more</aside><p>"
            + LONG
            + "</p></div><div><p>Short.</p></div><footer>About us</footer>";
    assertEquals(LONG + "\n" + LONG + "\n", text(page, true));
  }

  @Test
  void aPageWithoutSuchAPartIsTakenWhole() {
    String page = "<nav>Menu</nav><p>Short.</p><p><a href=x>" + LONG + "</a></p>";
    assertEquals("Menu\nShort.\n" + LONG + "\n", text(page, true));
  }

  @Test
  void aBodyThatIsThePartKeepsWhatIsNotAside() {
    String page = "<p>" + LONG + "</p><form><p>Search</p></form><p>" + LONG + "</p>";
    assertEquals(LONG + "\n" + LONG + "\n", text(page, true));
  }

  @Test
  void ofTwoLikePartsTheFirstIsTaken() {
    String part = "<div><section><p>%s " + LONG + "</p></section></div>";
    String page = part.replace("%s", "One.") + part.replace("%s", "Two.");
    assertEquals("One. " + LONG + "\n", text(page, true).lines().findFirst().orElse("") + "\n");
  }

  @Test
  void paragraphsInParagraphsCountOnce() {
    String page =
        "<ul><li><ul><li>" + LONG + "</li></ul></li></ul><div><p>" + LONG + LONG + "</p></div>";
    assertEquals(LONG + LONG + "\n", text(page, true));
  }

  @Test
  void blanksCollapseAsInBrowsers() {
    assertEquals("a b c d e\n", text("  a  b \n\t c<i> d</i> \n <b> e </b> ", false));
    assertEquals("a\u00A0 b\n", text("<p>a&nbsp; b</p>", false));
    assertEquals(" x  y\n", text("<pre> x  y</pre>", false));
  }
}
