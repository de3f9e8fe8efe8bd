package dev.bookplate.match;

import dev.bookplate.fingerprint.FingerprintKey;
import dev.bookplate.fingerprint.FingerprintSpec;
import dev.bookplate.fingerprint.PassageFingerprinter;
import dev.bookplate.fingerprint.Spacing;
import dev.bookplate.origin.Utf8Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which fingerprints of catalogues without text stand in one document after the other. Belongs to
 * one thread.
 */
final class SampledFinder {

  /**
   * What of an edition was seen.
   *
   * @param library that holds the edition
   * @param edition its number there
   * @param sightings at least one
   */
  record Sighted(ReferenceLibrary library, int edition, Sightings sightings) {
    /** What of it is in no word of the prompt, or null. */
    Sighted outside(PromptWords prompt) {
      Sightings left = sightings.outside(prompt);
      return left.hits().isEmpty() ? null : new Sighted(library, edition, left);
    }
  }

  private record Source(
      ReferenceLibrary library, FingerprintKey.Keyed key, ReferenceLibrary.Finder finder) {}

  private final List<Source> sources = new ArrayList<>();
  private final FingerprintSpec spec;
  private final PassageFingerprinter own;
  private PassageFingerprinter document;
  private long[] keyed = new long[1024];

  /** Over catalogues, at least one. */
  SampledFinder(List<SampledLibrary> catalogues) throws IOException {
    for (SampledLibrary each : catalogues) {
      ReferenceLibrary library = each.library();
      sources.add(new Source(library, each.key().keyed(), library.finder()));
    }
    spec = sources.get(0).library.spec();
    own = new PassageFingerprinter(spec);
  }

  /**
   * Looks a document up.
   *
   * @param text of the document
   * @param other a fingerprinter that holds it, which is used where it chooses the same
   *     fingerprints
   * @return what was seen, catalogue by catalogue; empty for most documents
   */
  List<Sighted> find(Utf8Text text, PassageFingerprinter other) throws IOException {
    document = chosenAlike(other.spec()) ? other : own;
    if (document == own) {
      own.fingerprint(text);
    }
    List<Sighted> found = new ArrayList<>();
    for (Source source : sources) {
      find(source, found);
    }
    return found;
  }

  private boolean chosenAlike(FingerprintSpec other) {
    return other.shingle() == spec.shingle() && other.window() == spec.window();
  }

  private void find(Source source, List<Sighted> found) throws IOException {
    int count = document.count();
    long[] hashes = document.hashes();
    int[] positions = document.positions();
    keyed = keyed.length < count ? new long[Math.max(count, keyed.length * 2)] : keyed;
    for (int i = 0; i < count; i++) {
      keyed[i] = source.key.of(hashes[i]);
    }
    Map<Integer, List<Sightings.Hit>> byEdition = new TreeMap<>();
    source.finder.find(
        keyed,
        count,
        (i, edition, word) ->
            byEdition
                .computeIfAbsent(edition, e -> new ArrayList<>())
                .add(new Sightings.Hit(positions[i], hashes[i])));
    byEdition.forEach(
        (edition, hits) ->
            found.add(new Sighted(source.library, edition, Sightings.of(hits, spec.shingle()))));
  }

  /**
   * The document's fingerprints, in its order, that stay at the reference's spacing: what would be
   * found if the edition held all of it. Asked only after something was found.
   */
  List<Sightings.Hit> expected() {
    document.sortByPosition();
    int[] positions = document.positions();
    boolean[] stays =
        Spacing.keep(document.hashes(), positions, document.count(), spec.sampling().spacing());
    List<Sightings.Hit> expected = new ArrayList<>();
    for (int i = 0; i < stays.length; i++) {
      if (stays[i]) {
        expected.add(new Sightings.Hit(positions[i], document.hashes()[i]));
      }
    }
    return expected;
  }
}
