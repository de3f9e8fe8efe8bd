package dev.bookplate.extract;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.Selector;

/**
 * The part of a page that a reader came for, without menus, teasers and footers: the element with
 * the most text in paragraphs close below it, text in links not counted. A page without such a part
 * is taken whole.
 */
final class MainContent implements NodeFilter {
  private static final Evaluator ASIDE =
      Selector.evaluatorOf(
          "nav, aside, footer, form, iframe, button, select, [role=navigation], [role=banner],"
              + " [role=contentinfo], [aria-hidden=true]");
  private static final Set<String> PARAGRAPHS = Set.of("p", "pre", "blockquote", "dd", "td", "li");

  /** Characters of the shortest paragraph that counts. */
  private static final int SHORTEST = 60;

  /** A part with less of the page's paragraphs is a teaser. */
  private static final double LEAST_SHARE = 0.3;

  /** Characters of a paragraph, a stretch of blanks being one. */
  private static final class Length {
    private int all;
    private int inLinks;
    private boolean blank = true;
    private boolean holdsOthers;

    void add(String text, boolean inLink) {
      int before = all;
      for (int i = 0; i < text.length(); i++) {
        boolean isBlank = text.charAt(i) <= ' ';
        all += isBlank && blank ? 0 : 1;
        blank = isBlank;
      }
      inLinks += inLink ? all - before : 0;
    }

    /** Of a paragraph that has none inside it, what stands outside of links. */
    int score() {
      return holdsOthers || all < SHORTEST || inLinks * 2 > all ? 0 : all - inLinks;
    }
  }

  private final Deque<Length> open = new ArrayDeque<>();
  private final Map<Element, Double> scores = new LinkedHashMap<>();
  private double sum;
  private int links;

  private MainContent() {}

  /** Takes everything else out of a page. */
  static void keep(Document page) {
    Element body = page.body();
    MainContent content = new MainContent();
    NodeTraversor.filter(content, body);
    Element best = content.best();
    if (best == null) {
      return;
    }
    best.select(ASIDE).forEach(Node::remove);
    if (!best.equals(body) && !page.equals(best.parent())) {
      best.remove();
      body.empty();
      body.appendChild(best);
    }
  }

  private Element best() {
    return scores.entrySet().stream()
        .max(
            Map.Entry.<Element, Double>comparingByValue()
                // of two the one further out, then the first: the same on every run
                .thenComparing(e -> e.getKey().parents().size(), Comparator.reverseOrder()))
        .filter(best -> best.getValue() >= LEAST_SHARE * sum)
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      if (!open.isEmpty()) {
        open.peek().add(text.getWholeText(), links > 0);
      }
    } else if (node instanceof Element element) {
      if (element.is(ASIDE)) {
        return FilterResult.SKIP_ENTIRELY;
      }
      enter(element.normalName());
    }
    return FilterResult.CONTINUE;
  }

  private void enter(String name) {
    if (PARAGRAPHS.contains(name)) {
      if (!open.isEmpty()) {
        open.peek().holdsOthers = true;
      }
      open.push(new Length());
    }
    links += name.equals("a") ? 1 : 0;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      links -= element.normalName().equals("a") ? 1 : 0;
      if (PARAGRAPHS.contains(element.normalName())) {
        count(element, open.pop().score());
      }
    }
    return FilterResult.CONTINUE;
  }

  private void count(Element paragraph, double score) {
    Element parent = paragraph.parent();
    if (score > 0 && parent != null) {
      sum += score;
      scores.merge(parent, score, Double::sum);
      if (parent.parent() != null) {
        scores.merge(parent.parent(), score / 2, Double::sum);
      }
    }
  }
}
