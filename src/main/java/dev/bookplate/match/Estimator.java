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

  Estimator(Words doc, SampledFinder finder, CommonText common, int quoteWords) {
    this.doc = doc;
    this.finder = finder;
    this.common = common;
    this.quoteWords = quoteWords;
  }

  /** What of an edition is in the document, or null where it is too little for a look. */
  EstimatedMatch match(SampledFinder.Sighted sighted) throws IOException {
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
    List<Sightings.Hit> expected = finder.expected(stretch.words(doc.count()));
    int found = (int) expected.stream().filter(hits::contains).count();
    return new Estimate(EstimateRule.of(stretch), stretch.hashes(), found, expected.size());
  }

  private Passage passage(Sightings stretch, Words.Places places) throws IOException {
    Span words = stretch.words(doc.count());
    List<Span> covered = stretch.covered(doc.count());
    List<Piece> pieces = covered.stream().map(Estimator::piece).toList();
    return new Passage(
        places.of(words.start(), words.end()),
        null,
        words,
        words.length(),
        null,
        null,
        null,
        covered.stream()
            .map(span -> new Passage.Piece(places.of(span.start(), span.end()), null))
            .toList(),
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
