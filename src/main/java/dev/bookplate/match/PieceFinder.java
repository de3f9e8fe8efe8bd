package dev.bookplate.match;

import dev.bookplate.fingerprint.FingerprintSpec;
import dev.bookplate.origin.Span;
import dev.bookplate.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what stretches of a document align with one edition. Each seed is extended; around what
 * that gives, runs of a few words are looked for at a finer grain, which finds the sentences of a
 * reordered passage and the rest of a badly read one. No word of the document is in two pieces.
 */
final class PieceFinder {
  /**
   * A stretch is given up where its score falls this far below its best, in {@link Extension}'s
   * units.
   */
  private static final int DROP = 20;

  private static final int MANY = 10_000;
  private static final int FINE_DROP = 12;
  private static final int FINE_GRAM = 3;

  /** How far a seed's place may be off its words, and equal words that settle it. */
  private static final int LOOK = 7;

  /** Score of the least piece that is looked around at a finer grain. */
  private static final int CREDIBLE = 10;

  /** Score of the least piece that is found at the finer grain. */
  private static final int FINE_LEAST = 5;

  /** Words of an unbroken run that is found whatever else happens. */
  private static final int PROMISED = FingerprintSpec.PROMISED_WORDS;

  private static final int FINE_DOC = 60;
  private static final int FINE_REF = 250;
  private static final int MAX_ROUNDS = 4;

  private final Words doc;
  private final Words ref;

  PieceFinder(Words doc, Words ref) {
    this.doc = doc;
    this.ref = ref;
  }

  /** Pieces in document order. */
  List<Piece> find(Seeds seeds) {
    List<Piece> pieces = disjoint(extend(seeds));
    for (int round = 0; round < MAX_ROUNDS; round++) {
      List<Piece> more = finer(pieces);
      if (more.isEmpty()) {
        break;
      }
      more.addAll(pieces);
      pieces = disjoint(more);
    }
    pieces.sort(Piece.BY_DOCUMENT);
    return pieces;
  }

  /** Places of the promised runs, by the texts themselves: one for each word that starts one. */
  private void addRuns(Seeds seeds) {
    Grams runs = new Grams(ref, PROMISED, 0, ref.count());
    for (int d = 0; d + PROMISED <= doc.count(); d++) {
      int r = runs.first(doc, d);
      if (r >= 0) {
        seeds.add(d, r);
      }
    }
  }

  private List<Piece> extend(Seeds seeds) {
    if (seeds.isCut()) {
      addRuns(seeds);
    }
    seeds.sort();
    Covered covered = new Covered();
    Extension extension = new Extension(doc, ref, DROP);
    // a word of either text has a seed in four or five: far more is text that repeats itself
    boolean many = seeds.count() > MANY + doc.count() + ref.count();
    for (int s = 0; s < seeds.count(); s++) {
      boolean settled = many && covered.settles(seeds.doc(s));
      if (!settled && !isSettled(covered, seeds.doc(s), seeds.ref(s))) {
        Piece piece = extend(extension, seeds.doc(s), seeds.ref(s));
        if (piece != null && piece.exact() >= FINE_LEAST) {
          covered.add(piece);
        }
      }
    }
    return covered.pieces();
  }

  /**
   * Whether a seed can add nothing: its word is aligned already, with its own place, or with one so
   * near that it is the same passage. But where text repeats itself in short periods the near place
   * may be the wrong one: then the seed's own run is longer.
   */
  private boolean isSettled(Covered covered, int docAt, int refAt) {
    int aligned = covered.settles(docAt, refAt);
    return aligned >= PROMISED || (aligned > 0 && runThrough(docAt, refAt) <= aligned);
  }

  /** Equal words around two places, up to those of a promised run. */
  private int runThrough(int docAt, int refAt) {
    int from = 0;
    while (from < PROMISED
        && docAt - from > 0
        && refAt - from > 0
        && doc.hash(docAt - from - 1) == ref.hash(refAt - from - 1)) {
      from++;
    }
    int to = 0;
    while (from + to < PROMISED
        && docAt + to < doc.count()
        && refAt + to < ref.count()
        && doc.hash(docAt + to) == ref.hash(refAt + to)) {
      to++;
    }
    return to == 0 ? 0 : from + to;
  }

  /**
   * From a seed whose place may be a few words off, because its shingle was another reading: from
   * the longest run near it, since a short one may be chance.
   */
  private Piece extend(Extension extension, int docAt, int refAt) {
    int longest = 0;
    int docBest = 0;
    int refBest = 0;
    for (int i = 0; i < LOOK && longest < LOOK; i++) {
      for (int shift : new int[] {0, 1, -1, 2, -2}) {
        int run = run(docAt + i, refAt + i + shift);
        if (run > longest) {
          longest = run;
          docBest = docAt + i;
          refBest = refAt + i + shift;
        }
      }
    }
    return longest == 0 ? null : extend(extension, docBest, refBest, new Span(0, doc.count()));
  }

  /** Equal words from two places on, as many as make a seed at most. */
  private int run(int docAt, int refAt) {
    int run = 0;
    while (run < LOOK
        && refAt >= 0
        && docAt + run < doc.count()
        && refAt + run < ref.count()
        && doc.hash(docAt + run) == ref.hash(refAt + run)) {
      run++;
    }
    return run;
  }

  private static Piece extend(Extension extension, int docAt, int refAt, Span within) {
    List<Block> blocks = new ArrayList<>(extension.backward(docAt, refAt, within.start()));
    for (Block block : extension.forward(docAt, refAt, within.end())) {
      Block last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
      boolean plain = last != null && last.docWords() == last.refWords();
      if (plain && last.touches(block) && block.docWords() == block.refWords()) {
        int words = last.docWords() + block.docWords();
        blocks.set(blocks.size() - 1, new Block(last.doc(), words, last.ref(), words));
      } else {
        blocks.add(block);
      }
    }
    return blocks.isEmpty() ? null : new Piece(List.copyOf(blocks));
  }

  /**
   * The best pieces whole, and of the others what they leave; but a promised run stays whole, even
   * where a longer piece passes over it.
   */
  private static List<Piece> disjoint(List<Piece> pieces) {
    List<Piece> sorted = new ArrayList<>(pieces);
    sorted.sort(Piece.BEST_FIRST);
    PromisedRuns runs = new PromisedRuns(sorted, PROMISED);
    Taken taken = new Taken();
    List<Piece> kept = new ArrayList<>();
    for (int p = 0; p < sorted.size(); p++) {
      Piece piece = sorted.get(p);
      for (Piece part : piece.without(runs.othersThan(p, piece.docSpan()))) {
        for (Piece rest : taken.freeOf(part)) {
          if (rest.exact() >= FINE_LEAST
              && (rest.exact() == piece.exact() || rest.score() >= CREDIBLE)) {
            kept.add(rest);
            taken.add(rest.docSpan());
          }
        }
      }
    }
    return kept;
  }

  /** Further pieces, close to those that are sure, in the parts of the document that are free. */
  private List<Piece> finer(List<Piece> pieces) {
    List<Piece> found = new ArrayList<>();
    List<Piece> ordered = new ArrayList<>(pieces);
    ordered.sort(Piece.BY_DOCUMENT);
    for (int i = 0; i < ordered.size(); i++) {
      Piece piece = ordered.get(i);
      if (piece.score() >= CREDIBLE) {
        int before = i == 0 ? 0 : ordered.get(i - 1).docEnd();
        int behind = i + 1 == ordered.size() ? doc.count() : ordered.get(i + 1).docStart();
        int reach = FINE_DOC + piece.docSpan().length() / 2;
        Span left = new Span(Math.max(before, piece.docStart() - reach), piece.docStart());
        Span right = new Span(piece.docEnd(), Math.min(behind, piece.docEnd() + reach));
        if (left.length() >= FINE_LEAST || right.length() >= FINE_LEAST) {
          around(piece, left, right, found);
        }
      }
    }
    return found;
  }

  private void around(Piece piece, Span left, Span right, List<Piece> found) {
    int reach = FINE_REF + piece.refSpan().length();
    int from = Math.max(0, piece.refStart() - reach);
    int to = Math.min(ref.count(), piece.refEnd() + reach);
    // a whole book has no neighbourhood worth a table: its own ends are enough
    if (piece.refSpan().length() > 20 * FINE_REF) {
      search(
          new Grams(ref, FINE_GRAM, from, Math.min(to, piece.refStart() + FINE_REF)), left, found);
      search(
          new Grams(ref, FINE_GRAM, Math.max(from, piece.refEnd() - FINE_REF), to), right, found);
      return;
    }
    Grams grams = new Grams(ref, FINE_GRAM, from, to);
    search(grams, left, found);
    search(grams, right, found);
  }

  private void search(Grams grams, Span within, List<Piece> found) {
    Extension extension = new Extension(doc, ref, FINE_DROP);
    Covered covered = new Covered();
    for (int d = within.start(); d + FINE_GRAM <= within.end(); d++) {
      for (int r = grams.first(doc, d); r >= 0; r = grams.after(doc, d, r)) {
        if (!isSettled(covered, d, r)) {
          Piece piece = extend(extension, d, r, within);
          if (piece != null && piece.score() >= FINE_LEAST) {
            covered.add(piece);
          }
        }
      }
    }
    found.addAll(covered.pieces());
  }
}
