package dev.bookplate.notices;

import dev.bookplate.origin.Span;
import dev.bookplate.origin.Utf8Text;
import dev.bookplate.text.Words;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Tells of lines of a reference what is seen of them in a document that is aligned with it. */
final class LineStates {
  /** Marks that are no words, and that a notice may lose. */
  private static final String MARKS = "\u00A9\u00AE\u2117\u2122";

  /** Letters of a word that is enough of a line of two. */
  private static final int LONG_WORD = 5;

  /** Missing lines of one word, or a number, that context may have: numbers of pages. */
  private static final int MOST_TRIFLES = 2;

  /** Words of a document between the lines around a missing one: more is another text. */
  private static final int MOST_BETWEEN = 200;

  private final Words ref;
  private final Words doc;
  private final WordAlignment alignment;

  LineStates(Words ref, Words doc, WordAlignment alignment) {
    this.ref = ref;
    this.doc = doc;
    this.alignment = alignment;
  }

  /** A line on its way. */
  private static final class Seen {
    private final ReferenceLine of;
    private NoticeState state;
    private Span words;
    private String note;

    Seen(ReferenceLine of) {
      this.of = of;
    }

    boolean isThere() {
      return state.isThere();
    }
  }

  /**
   * The states of lines.
   *
   * @param matter lines of front or back matter
   * @param book lines of the book behind the front matter, or before the back matter
   */
  List<NoticeLine> of(List<ReferenceLine> matter, List<TextLine> book, boolean isFront) {
    List<Seen> all = new ArrayList<>();
    matter.forEach(line -> all.add(new Seen(line)));
    List<Seen> around =
        book.stream().map(l -> new Seen(new ReferenceLine(l, null, false, isFront))).toList();
    all.addAll(isFront ? all.size() : 0, around);
    BitSet starts = new BitSet();
    all.forEach(seen -> starts.set(seen.of.line().first()));
    alignment.toLines(starts);
    all.forEach(this::look);
    List<Context> contexts = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      contexts.add(new Context(neighbour(all, i, -1), neighbour(all, i, 1)));
    }
    for (int i = 0; i < all.size(); i++) {
      if (!all.get(i).isThere() && contexts.get(i).isThere()) {
        all.get(i).state = NoticeState.ABSENT_IN_CONTEXT;
      }
    }
    List<NoticeLine> lines = new ArrayList<>();
    Words.Places refPlaces = ref.places();
    Words.Places docPlaces = doc.places();
    int from = isFront ? 0 : around.size();
    for (int i = from; i < from + matter.size(); i++) {
      lines.add(line(all.get(i), contexts.get(i), refPlaces, docPlaces));
    }
    return lines;
  }

  /** The lines around one. */
  private record Context(Seen before, Seen after) {
    /** Whether both are there, close to each other. */
    boolean isThere() {
      return before != null
          && after != null
          && before.isThere()
          && after.isThere()
          && after.words.start() - before.words.end() <= MOST_BETWEEN;
    }
  }

  private NoticeLine line(
      Seen seen, Context context, Words.Places refPlaces, Words.Places docPlaces) {
    TextLine line = seen.of.line();
    boolean isThere = seen.words != null;
    return new NoticeLine(
        seen.of.isFront() ? "front" : "back",
        seen.of.isNotice() ? seen.of.rule().id() : null,
        seen.of.isNotice() ? seen.of.rule().kind() : null,
        seen.of.hasFilterWord(),
        seen.state,
        refPlaces.of(line.first(), line.last()),
        isThere ? docPlaces.of(seen.words.start(), seen.words.end()) : null,
        line.text(),
        isThere ? raw(seen.words).strip() : null,
        context.before == null ? null : context.before.state.label(),
        context.after == null ? null : context.after.state.label(),
        seen.note);
  }

  /** Present, altered, or, for now, not covered. */
  private void look(Seen seen) {
    TextLine line = seen.of.line();
    int found = 0;
    int longest = 0;
    int first = -1;
    int last = -1;
    for (int i = line.first(); i < line.last(); i++) {
      int partner = alignment.partner(i);
      if (partner >= 0) {
        found++;
        longest = Math.max(longest, ref.letters(i));
        first = first < 0 ? partner : first;
        last = partner;
      }
    }
    boolean isEnough =
        2 * found > line.words() || line.words() == 2 && found == 1 && longest >= LONG_WORD;
    if (!isEnough || last - first + 1 > 3 * line.words() + 10) {
      seen.state = NoticeState.NOT_COVERED;
      return;
    }
    seen.words = new Span(first, last + 1);
    seen.note = difference(line, found, seen.words);
    seen.state = seen.note == null ? NoticeState.PRESENT : NoticeState.ALTERED;
  }

  private String difference(TextLine line, int found, Span words) {
    int missing = line.words() - found;
    int added = words.end() - words.start() - found;
    if (missing + added > 0) {
      return "words: " + missing + " not there, " + added + " more";
    }
    String there = raw(words);
    for (int i = 0; i < MARKS.length(); i++) {
      String mark = MARKS.substring(i, i + 1);
      if (line.text().contains(mark) && !there.contains(mark)) {
        return "the mark " + mark + " is not there";
      }
    }
    return null;
  }

  /** The document's words with what stands around them, up to the words beside them. */
  private String raw(Span words) {
    int start = words.start() == 0 ? doc.text().offset() : doc.end(words.start() - 1);
    int end =
        words.end() == doc.count()
            ? doc.text().offset() + doc.text().length()
            : doc.start(words.end());
    byte[] bytes = doc.text().bytes();
    int from = doc.start(words.start());
    while (from > start && bytes[from - 1] != '\n' && bytes[from - 1] != '\r') {
      from--;
    }
    int to = doc.end(words.end() - 1);
    while (to < end && bytes[to] != '\n' && bytes[to] != '\r') {
      to++;
    }
    return new Utf8Text(bytes, from, to - from).toString();
  }

  /** The nearest line that is no missing line of the same sort; trifles are passed by. */
  private static Seen neighbour(List<Seen> all, int of, int step) {
    int trifles = 0;
    for (int i = of + step; i >= 0 && i < all.size(); i += step) {
      Seen each = all.get(i);
      boolean isSame = each.of.isNotice() == all.get(of).of.isNotice();
      boolean isTrifle = each.of.line().words() == 1 && ++trifles <= MOST_TRIFLES;
      if (each.isThere() || !isSame && !isTrifle) {
        return each;
      }
    }
    return null;
  }
}
