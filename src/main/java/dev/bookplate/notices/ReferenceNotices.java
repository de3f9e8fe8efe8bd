package dev.bookplate.notices;

import dev.bookplate.match.LicenceParts;
import dev.bookplate.origin.Span;
import dev.bookplate.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * The front and back matter of a reference text, and the notices in it.
 *
 * <p>Front matter goes from the first line to the last one that is a notice, as long as notices
 * stand close to each other; back matter from the first such line to the end. So a reference
 * without notices has neither. What a distributor put around the book, such as the header and
 * licence of Project Gutenberg, is no notice of the work, and left out.
 */
final class ReferenceNotices {
  /** Words at either end among which notices are looked for, and the share of the text. */
  private static final int MOST_WORDS = 4000;

  private static final double MOST_SHARE = 0.2;
  private static final int LEAST_WORDS = 200;

  /** So many words without a notice end the front matter; behind the book, thanks are longer. */
  private static final int FRONT_GAP = 600;

  private static final int BACK_GAP = 2000;

  /** Lines at the start that may be the title page. */
  private static final int TITLE_LINES = 80;

  private final Words ref;
  private final NoticeRules rules;
  private final FactLines facts;
  private final LicenceParts licence;
  private final List<ReferenceLine> front = new ArrayList<>();
  private final List<ReferenceLine> back = new ArrayList<>();

  private ReferenceNotices(Words ref, NoticeRules rules, BookFacts facts) {
    this.ref = ref;
    this.rules = rules;
    this.facts = new FactLines(facts);
    this.licence = LicenceParts.of(ref);
  }

  static ReferenceNotices of(Words ref, NoticeRules rules, BookFacts facts) {
    ReferenceNotices notices = new ReferenceNotices(ref, rules, facts);
    int most =
        Math.min(
            ref.count() / 2,
            Math.max(LEAST_WORDS, (int) Math.min(MOST_WORDS, MOST_SHARE * ref.count())));
    notices.front(most);
    notices.back(Math.max(ref.count() - most, notices.frontEnd()));
    return notices;
  }

  private void front(int most) {
    List<ReferenceLine> all = lines(0, most, true);
    int end = 0;
    int behind = all.isEmpty() ? 0 : all.getFirst().line().first();
    for (int i = 0; i < all.size(); i++) {
      ReferenceLine each = all.get(i);
      if (each.line().first() - behind > FRONT_GAP) {
        break;
      }
      if (each.isNotice()) {
        end = i + 1;
        behind = each.line().last();
      }
    }
    front.addAll(all.subList(0, end));
  }

  private void back(int from) {
    List<ReferenceLine> all = lines(from, ref.count(), false);
    int start = all.size();
    int before = all.isEmpty() ? 0 : all.getLast().line().last();
    for (int i = all.size() - 1; i >= 0; i--) {
      ReferenceLine each = all.get(i);
      if (before - each.line().last() > BACK_GAP) {
        break;
      }
      if (each.isNotice()) {
        start = i;
        before = each.line().first();
      }
    }
    back.addAll(all.subList(start, all.size()));
  }

  private List<ReferenceLine> lines(int from, int to, boolean isFront) {
    List<ReferenceLine> lines = new ArrayList<>();
    for (TextLine line : TextLine.of(ref, from, to)) {
      boolean isOther = licence.words(new Span(line.first(), line.last())) > 0;
      if (!isOther && line.first() >= from) {
        NoticeRule rule = rule(line, isFront && lines.size() < TITLE_LINES);
        lines.add(new ReferenceLine(line, rule, rules.hasFilterWord(line.text()), isFront));
      }
    }
    return lines;
  }

  private NoticeRule rule(TextLine line, boolean mayBeTitlePage) {
    for (NoticeRule rule : rules.rules()) {
      boolean isIt =
          rule.fact() == null
              ? rule.matches(line.text())
              : (mayBeTitlePage || rule.fact().equals("isbn")) && facts.is(rule.fact(), line);
      if (isIt && line.words() <= rule.maxWords()) {
        return rule;
      }
    }
    return null;
  }

  /** The lines of the front matter, which the last notice ends. */
  List<ReferenceLine> front() {
    return front;
  }

  /** The lines of the back matter, which the first notice begins. */
  List<ReferenceLine> back() {
    return back;
  }

  /** Ordinal of the word behind the front matter. */
  int frontEnd() {
    return front.isEmpty() ? 0 : front.getLast().line().last();
  }

  /** Ordinal of the first word of the back matter. */
  int backStart() {
    return back.isEmpty() ? ref.count() : back.getFirst().line().first();
  }

  boolean hasNotices() {
    return !front.isEmpty() || !back.isEmpty();
  }
}
