package dev.bookplate.match;

import dev.bookplate.origin.Span;
import dev.bookplate.text.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes passages of pieces: measures, places in the texts, quotes; and drops what is too little.
 */
final class PassageMaker {
  /** An unbroken run of so many words is worth a look by itself. */
  static final int RUN = 14;

  /** So many exact words are, where at least half of the longer side is exact. */
  static final int EXACT = 18;

  private static final double IDENTITY = 0.5;

  /**
   * The same in characters of Chinese and Japanese, which say less than words: of ten Japanese
   * novels, pairs by different authors share up to 16 in a row. A promised run is longer.
   */
  static final int CHARACTER_RUN = 24;

  static final int CHARACTER_EXACT = 32;

  /** Says of pieces why they are common text; null where they are not. */
  @FunctionalInterface
  interface Common {
    /** Asked only of what is a passage; it has no part in that. */
    String why(List<Piece> pieces) throws IOException;
  }

  private final Words ref;
  private final Common common;
  private final Quoter quoter;
  private final Words.Places docPlaces;
  private final Words.Places refPlaces;
  private Finding.Reference reference;
  private Rejected.Log log;

  PassageMaker(Words doc, Words ref, int quoteWords, Common common) {
    this.ref = ref;
    this.common = common;
    quoter = new Quoter(doc, ref, quoteWords);
    docPlaces = doc.places();
    refPlaces = ref.places();
  }

  /** From now on tells of what is too little. */
  void log(Finding.Reference of, Rejected.Log rejected) {
    reference = of;
    log = rejected;
  }

  /** The passages of an edition in a document, in its order. */
  List<Passage> passages(List<Piece> pieces) throws IOException {
    List<Passage> passages = new ArrayList<>();
    for (List<Piece> chain : Chains.passages(pieces)) {
      Passage passage = passage(chain);
      if (passage != null) {
        passages.add(passage);
      }
    }
    return passages;
  }

  /** Whether pieces that belong together are enough for a look. */
  static boolean isEnough(Words ref, List<Piece> pieces) {
    int longest = longestRun(pieces);
    int exact = exact(pieces);
    if (longest < RUN && exact < EXACT) {
      return false;
    }
    boolean characters = isCharacters(ref, pieces);
    return longest >= (characters ? CHARACTER_RUN : RUN)
        || (exact >= (characters ? CHARACTER_EXACT : EXACT) && identity(pieces) >= IDENTITY);
  }

  /** Whether more than half of what aligns is characters that are words of their own. */
  private static boolean isCharacters(Words ref, List<Piece> pieces) {
    int words = 0;
    int characters = 0;
    for (Span span : exactReference(pieces)) {
      for (int w = span.start(); w < span.end(); w++) {
        words++;
        characters += ref.isCharacter(w) ? 1 : 0;
      }
    }
    return 2 * characters > words;
  }

  /** One passage, or null where the pieces are too little for a look. */
  private Passage passage(List<Piece> pieces) throws IOException {
    if (!isEnough(ref, pieces)) {
      if (log != null) {
        log.rejected(tooLittle(pieces));
      }
      return null;
    }
    Span words = docWords(pieces);
    return new Passage(
        docPlaces.of(words.start(), words.end()),
        hull(pieces),
        words,
        words.length(),
        exact(pieces),
        longestRun(pieces),
        identity(pieces),
        pieces.stream().map(this::place).toList(),
        exactReference(pieces),
        common.why(pieces),
        Substance.lack(ref, pieces),
        List.of(),
        quoter.quote(pieces),
        runs(pieces));
  }

  private Rejected tooLittle(List<Piece> pieces) {
    Span words = docWords(pieces);
    return new Rejected(
        reference,
        Rejected.TOO_LITTLE,
        "a passage is " + GradeFacts.leastPassage(),
        words.start(),
        words.length(),
        pieces.stream().mapToInt(Piece::refStart).min().orElseThrow(),
        exact(pieces),
        longestRun(pieces),
        identity(pieces));
  }

  private static Span docWords(List<Piece> pieces) {
    return new Span(pieces.get(0).docStart(), pieces.get(pieces.size() - 1).docEnd());
  }

  private static int exact(List<Piece> pieces) {
    return pieces.stream().mapToInt(Piece::exact).sum();
  }

  private static double identity(List<Piece> pieces) {
    return (double) exact(pieces) / Math.max(docWords(pieces).length(), refWords(pieces));
  }

  /** Words of the reference inside the pieces; what several of them pass over counts once. */
  private static int refWords(List<Piece> pieces) {
    return union(pieces.stream().map(Piece::refSpan)).stream().mapToInt(Span::length).sum();
  }

  private Span hull(List<Piece> pieces) {
    int first = pieces.stream().mapToInt(Piece::refStart).min().orElseThrow();
    int last = pieces.stream().mapToInt(Piece::refEnd).max().orElseThrow();
    return refPlaces.of(first, last);
  }

  private Passage.Piece place(Piece piece) {
    return new Passage.Piece(
        docPlaces.of(piece.docStart(), piece.docEnd()),
        refPlaces.of(piece.refStart(), piece.refEnd()));
  }

  /**
   * Where a hyphen makes one word of two, a run has as many words as the text with more of them.
   */
  private static int longestRun(List<Piece> pieces) {
    int longest = 0;
    for (Piece piece : pieces) {
      int docWords = 0;
      int refWords = 0;
      Block last = null;
      for (Block block : piece.blocks()) {
        boolean goesOn = last != null && last.touches(block);
        docWords = goesOn ? docWords + block.docWords() : block.docWords();
        refWords = goesOn ? refWords + block.refWords() : block.refWords();
        longest = Math.max(longest, Math.max(docWords, refWords));
        last = block;
      }
    }
    return longest;
  }

  /** The stretches of the document that {@link #longestRun} chooses from. */
  private static List<Span> runs(List<Piece> pieces) {
    List<Span> runs = new ArrayList<>();
    for (Piece piece : pieces) {
      Block last = null;
      int from = piece.docStart();
      for (Block block : piece.blocks()) {
        if (last != null && !last.touches(block)) {
          runs.add(new Span(from, last.docEnd()));
          from = block.doc();
        }
        last = block;
      }
      runs.add(new Span(from, piece.docEnd()));
    }
    return List.copyOf(runs);
  }

  private static List<Span> exactReference(List<Piece> pieces) {
    return union(
        pieces.stream()
            .flatMap(p -> p.blocks().stream())
            .map(block -> new Span(block.ref(), block.refEnd())));
  }

  /** Ranges as ascending disjoint ones. */
  static List<Span> union(Stream<Span> spans) {
    List<Span> merged = new ArrayList<>();
    for (Span span : spans.sorted(Comparator.comparingInt(Span::start)).toList()) {
      Span last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && span.start() <= last.end()) {
        merged.set(merged.size() - 1, new Span(last.start(), Math.max(last.end(), span.end())));
      } else {
        merged.add(span);
      }
    }
    return List.copyOf(merged);
  }
}
