package dev.bookplate.extract;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The part of a page that a reader came for, without menus, teasers and footers: the element with
 * the most text in paragraphs close below it, text in links not counted. A page without such a part
 * is taken whole.
 */
final class MainContent {
  private static final String ASIDE =
      "nav, aside, footer, form, iframe, button, select, [role=navigation], [role=banner],"
          + " [role=contentinfo], [aria-hidden=true]";
  private static final String PARAGRAPHS = "p, pre, blockquote, dd, td, li";

  /** Characters of the shortest paragraph that counts. */
  private static final int SHORTEST = 60;

  /** A part with less of the page's paragraphs is a teaser. */
  private static final double LEAST_SHARE = 0.3;

  private MainContent() {}

  /** Takes everything else out of a page. */
  static void keep(Document page) {
    Element body = page.body();
    Document tried = page.clone();
    tried.select(ASIDE).remove();
    Map<Element, Double> scores = new HashMap<>();
    double all = 0;
    for (Element paragraph : tried.body().select(PARAGRAPHS)) {
      double score = ownScore(paragraph);
      if (score > 0) {
        all += score;
        Element parent = paragraph.parent();
        scores.merge(parent, score, Double::sum);
        if (parent.parent() != null) {
          scores.merge(parent.parent(), score / 2, Double::sum);
        }
      }
    }
    Element best =
        scores.entrySet().stream()
            .max(
                Map.Entry.<Element, Double>comparingByValue()
                    // of two the one further out, which is the same on every run
                    .thenComparingInt(e -> -depth(e.getKey())))
            .map(Map.Entry::getKey)
            .orElse(null);
    if (best != null && scores.get(best) >= LEAST_SHARE * all) {
      body.empty();
      body.appendChild(best.clone());
    }
  }

  private static int depth(Element element) {
    return element.parents().size();
  }

  /** Characters outside of links, of a paragraph that has none inside it. */
  private static double ownScore(Element paragraph) {
    if (paragraph.select(PARAGRAPHS).size() > 1) { // itself is one
      return 0;
    }
    int links = paragraph.select("a").text().length();
    int length = paragraph.text().length();
    return length < SHORTEST || links * 2 > length ? 0 : length - links;
  }
}
