package dev.bookplate.match;

import dev.bookplate.origin.Span;
import dev.bookplate.origin.Utf8Text;
import dev.bookplate.text.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes passages of one document where of the editions only fingerprints are held: the document's
 * side of them, and estimates in place of an alignment.
 */
final class Estimator {
  /** There is no text to look for a licence in: it has no fingerprints. */
  private static final LicenceParts NO_LICENCE = LicenceParts.of(Words.of(Utf8Text.of("")));

  private final Words doc;
  private final SampledFinder finder;
  private final CommonText common;
  private final int quoteWords;
  private List<Sightings.Hit> expected;

  Estimator(Words doc, SampledFinder finder, CommonText common, int quoteWords) {
    this.doc = doc;
    this.finder = finder;
    this.common = common;
    this.quoteWords = quoteWords;
  }

  /** What of an edition is in the document, or null where it is too little for a look. */
  EstimatedMatch match(SampledFinder.Sighted sighted) throws IOException {
    expected = expected == null ? finder.expected() : expected;
    List<Passage> passages = new ArrayList<>();
    List<Sightings> stretches = sighted.sightings().stretches();
    Words.Places places = doc.places();
    for (Sightings stretch : stretches) {
      passages.add(passage(stretch, places));
    }
    return passages.isEmpty()
        ? null
        : new EstimatedMatch(
            new WorkMatch(sighted.library().reference(sighted.edition()), List.copyOf(passages)),
            stretches.stream().map(this::estimate).toList(),
            sighted.library().fingerprints(sighted.edition()));
  }

  private Estimate estimate(Sightings stretch) {
    Set<Sightings.Hit> hits = new HashSet<>(stretch.hits());
    Span words = stretch.words(doc.count());
    int found = 0;
    int of = 0;
    for (int i = from(words.start()); i < expected.size(); i++) {
      if (expected.get(i).word() + stretch.shingle() > words.end()) {
        break;
      }
      of++;
      found += hits.contains(expected.get(i)) ? 1 : 0;
    }
    return new Estimate(EstimateRule.of(stretch), stretch.hashes(), found, of);
  }

  /**
   * All words of a stretch, and on either side half of the way to where the texts are known to
   * differ: the next fingerprint that the edition has not got.
   */
  private Span words(Sightings stretch) {
    Span sure = stretch.words(doc.count());
    int before = from(sure.start()) - 1;
    int behind = from(sure.end() - stretch.shingle() + 1);
    int first = before < 0 ? 0 : expected.get(before).word() + 1;
    int last =
        behind >= expected.size()
            ? doc.count()
            : Math.min(doc.count(), expected.get(behind).word() + stretch.shingle() - 1);
    return new Span(
        sure.start() - Math.max(0, sure.start() - first) / 2,
        sure.end() + Math.max(0, last - sure.end()) / 2);
  }

  /** Index of the first expected fingerprint at or behind a word. */
  private int from(int word) {
    int low = 0;
    int high = expected.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (expected.get(middle).word() < word) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private Passage passage(Sightings stretch, Words.Places places) throws IOException {
    Span words = words(stretch);
    List<Piece> pieces = stretch.covered(doc.count()).stream().map(Estimator::piece).toList();
    Span document = places.of(words.start(), words.end());
    return new Passage(
        document,
        null,
        words,
        words.length(),
        null,
        null,
        null,
        List.of(new Passage.Piece(document, null)),
        List.of(),
        common.why(pieces, () -> NO_LICENCE),
        // the shingles are the same words on both sides
        Substance.lack(doc, pieces),
        List.of(),
        quote(words));
  }

  private static Piece piece(Span words) {
    return new Piece(
        List.of(new Block(words.start(), words.length(), words.start(), words.length())));
  }

  private Passage.Quote quote(Span words) {
    if (quoteWords <= 0) {
      return null;
    }
    int end = Math.min(words.end(), words.start() + quoteWords);
    return new Passage.Quote(doc.quote(words.start(), end), null, List.of(), end < words.end());
  }
}
