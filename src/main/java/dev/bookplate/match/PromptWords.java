package dev.bookplate.match;

import dev.bookplate.origin.Span;
import dev.bookplate.origin.Utf8Text;
import dev.bookplate.text.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The words of a text that had been given to whoever wrote it. A word is in the prompt if it is one
 * of {@value #RUN} consecutive words of the text that stand as consecutive words in one text of the
 * prompt; of {@value #CHARACTER_RUN} where most of them are characters that are words of their own
 * (Chinese, Japanese). Words are those of {@link Words}: case, accents and punctuation aside.
 *
 * <p>Passages are parted where the prompt's words begin and end. What is in the prompt shows
 * nothing of the writer: its passages are kept, and count for nothing. No passage of what is not
 * goes over it, so no rule is met with the prompt's help.
 */
final class PromptWords {
  /**
   * As many as in a shingle: an unrelated book of 100,000 words has about one in 50,000 of the
   * seven-word runs of a text, so that a run that a model wrote is hardly ever parted by chance.
   */
  static final int RUN = 7;

  /** Characters say less than words. */
  static final int CHARACTER_RUN = 12;

  private final Words document;

  /** The document's words in the prompt, or null where there are none. */
  private final BitSet given;

  private PromptWords(Words document, BitSet given) {
    this.document = document;
    this.given = given;
  }

  /** Of a document and the texts that it answers, which may be none. */
  static PromptWords of(Words document, List<Utf8Text> prompt) {
    BitSet given = new BitSet();
    if (!prompt.isEmpty()) {
      List<Words> texts = prompt.stream().map(Words::of).toList();
      mark(document, texts, RUN, given);
      mark(document, texts, CHARACTER_RUN, given);
    }
    return new PromptWords(document, given.isEmpty() ? null : given);
  }

  private static void mark(Words document, List<Words> prompt, int run, BitSet given) {
    Set<Long> runs = new HashSet<>();
    for (Words text : prompt) {
      for (int w = 0; w + run <= text.count(); w++) {
        runs.add(hash(text, w, run));
      }
    }
    for (int w = 0; !runs.isEmpty() && w + run <= document.count(); w++) {
      boolean longEnough = run >= CHARACTER_RUN || !isCharacters(document, w, run);
      if (longEnough && runs.contains(hash(document, w, run))) {
        given.set(w, w + run);
      }
    }
  }

  private static long hash(Words text, int from, int run) {
    long hash = 0;
    for (int w = from; w < from + run; w++) {
      hash = (hash ^ text.hash(w)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    return hash;
  }

  private static boolean isCharacters(Words text, int from, int run) {
    int characters = 0;
    for (int w = from; w < from + run; w++) {
      characters += text.isCharacter(w) ? 1 : 0;
    }
    return 2 * characters > run;
  }

  /** The document. */
  Words document() {
    return document;
  }

  /** Whether one of the words {@code [from, to)} is in the prompt. */
  boolean touches(int from, int to) {
    if (given == null) {
      return false;
    }
    int next = given.nextSetBit(from);
    return next >= 0 && next < to;
  }

  /** The passages of an edition in the document, in its order; those in the prompt marked so. */
  List<Passage> passages(List<Piece> pieces, PassageMaker maker) throws IOException {
    if (given == null) {
      return maker.passages(pieces);
    }
    List<Passage> passages = new ArrayList<>();
    for (int from = 0; from < document.count(); ) {
      boolean inPrompt = given.get(from);
      int end = inPrompt ? given.nextClearBit(from) : given.nextSetBit(from);
      int to = end < 0 ? document.count() : Math.min(end, document.count());
      for (Passage passage : maker.passages(within(pieces, from, to))) {
        passages.add(inPrompt ? passage.inPrompt() : passage);
      }
      from = to;
    }
    return passages;
  }

  private List<Piece> within(List<Piece> pieces, int from, int to) {
    List<Piece> parts = new ArrayList<>();
    List<Span> outside = new ArrayList<>();
    if (from > 0) {
      outside.add(new Span(0, from));
    }
    if (to < document.count()) {
      outside.add(new Span(to, document.count()));
    }
    for (Piece piece : pieces) {
      if (piece.docStart() < to && piece.docEnd() > from) {
        parts.addAll(piece.without(outside));
      }
    }
    return parts;
  }
}
