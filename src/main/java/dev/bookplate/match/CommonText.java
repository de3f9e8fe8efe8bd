package dev.bookplate.match;

import dev.bookplate.origin.Span;
import dev.bookplate.text.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Says of passages of one document why they are common text: because they stand in the background,
 * or because they are the licence that the distributor of an e-book puts into all of them. Only the
 * words count that the passage aligns exactly, so that damage in the document changes nothing, and
 * a background that is merely like the reference explains nothing away.
 *
 * <p>The document is held against the background when the first passage asks, and not at all where
 * there is none.
 */
final class CommonText {
  /** Of a passage's words, in per cent, so many make it common. */
  private static final int ENOUGH_PERCENT = 80;

  private static final String LICENCE = "licence or header of the e-book's distributor";

  /** What is read when it is needed. */
  @FunctionalInterface
  interface Late<T> {
    T get() throws IOException;
  }

  /** A text of the background, and the document's words that stand in it. */
  private record Source(String name, BitSet words) {}

  private final Words doc;
  private final ReferenceLibrary background;
  private final Late<Map<Integer, Seeds>> seeds;
  private List<Source> sources;

  /**
   * Of one document.
   *
   * @param seeds places of the document in the background
   */
  CommonText(Words doc, ReferenceLibrary background, Late<Map<Integer, Seeds>> seeds) {
    this.doc = doc;
    this.background = background;
    this.seeds = seeds;
  }

  /** Why a passage of these pieces is common, or null; the edition's own licence is asked first. */
  String why(List<Piece> passage, Late<LicenceParts> licence) throws IOException {
    if (isLicence(passage, licence.get())) {
      return LICENCE;
    }
    if (sources == null) {
      sources = sources();
    }
    return sources.isEmpty() ? null : whyBackground(exactWords(passage));
  }

  private static boolean isLicence(List<Piece> passage, LicenceParts licence) {
    int words = 0;
    int inside = 0;
    for (Piece piece : passage) {
      for (Block block : piece.blocks()) {
        words += block.refWords();
        inside += licence.words(new Span(block.ref(), block.refEnd()));
      }
    }
    return isEnough(inside, words);
  }

  /** Names the fewest texts that explain enough, the one that explains most first. */
  private String whyBackground(BitSet passage) {
    List<Source> shared = new ArrayList<>();
    for (Source source : sources) {
      BitSet words = (BitSet) source.words.clone();
      words.and(passage);
      if (!words.isEmpty()) {
        shared.add(new Source(source.name, words));
      }
    }
    shared.sort(
        Comparator.comparingInt((Source s) -> -s.words.cardinality()).thenComparing(s -> s.name));
    List<String> names = new ArrayList<>();
    BitSet explained = new BitSet();
    for (Source source : shared) {
      int before = explained.cardinality();
      explained.or(source.words);
      if (explained.cardinality() > before) {
        names.add(source.name);
      }
      if (isEnough(explained.cardinality(), passage.cardinality())) {
        return "stands in the background: " + String.join(", ", names);
      }
    }
    return null;
  }

  private static boolean isEnough(int words, int of) {
    return of > 0 && 100L * words >= (long) ENOUGH_PERCENT * of;
  }

  private List<Source> sources() throws IOException {
    Map<String, BitSet> byName = new TreeMap<>();
    for (Map.Entry<Integer, Seeds> entry : seeds.get().entrySet()) {
      BitSet words = standsIn(entry.getKey(), entry.getValue());
      if (!words.isEmpty()) {
        String name = background.reference(entry.getKey()).file();
        byName.computeIfAbsent(name, n -> new BitSet()).or(words);
      }
    }
    return byName.entrySet().stream().map(e -> new Source(e.getKey(), e.getValue())).toList();
  }

  /** The document's words that stand in a text of the background, in what would be passages. */
  private BitSet standsIn(int edition, Seeds places) throws IOException {
    BitSet words = new BitSet();
    Words ref = background.words(edition);
    List<Piece> pieces = new PieceFinder(doc, ref).find(places);
    for (List<Piece> chain : Chains.passages(pieces)) {
      if (PassageMaker.isEnough(ref, chain)) {
        words.or(exactWords(chain));
      }
    }
    return words;
  }

  private static BitSet exactWords(List<Piece> pieces) {
    BitSet words = new BitSet();
    for (Piece piece : pieces) {
      for (Block block : piece.blocks()) {
        words.set(block.doc(), block.docEnd());
      }
    }
    return words;
  }
}
