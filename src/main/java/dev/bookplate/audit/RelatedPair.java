package dev.bookplate.audit;

import dev.bookplate.catalogue.CataloguedEdition;
import dev.bookplate.catalogue.Edition;
import dev.bookplate.catalogue.Work;
import dev.bookplate.evidence.Calibration.Interval;
import dev.bookplate.evidence.ClopperPearson;
import dev.bookplate.match.Relation;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two related editions, as a catalogue tells them. Intervals are exact 95 % ones of a share that
 * was counted on a sample: fingerprints stand for the shingles between them, the sketch for all.
 *
 * @param kind edition, part or overlap
 * @param larger the edition with more text
 * @param smaller the other
 * @param containment share of the smaller one's text that stands in the larger, licences left out
 * @param resemblance shared text of both over all text of both (Jaccard), of the whole files
 */
public record RelatedPair(
    String kind, Side larger, Side smaller, Share containment, Share resemblance) {
  private static final double PLACES = 1e4;

  /** One of the two. */
  public record Side(
      String work, String title, List<String> authors, String edition, String source) {
    private static Side of(CataloguedEdition stored) {
      Work work = stored.work();
      Edition edition = stored.edition();
      return new Side(work.id(), work.title(), work.authors(), edition.id(), edition.source());
    }
  }

  /**
   * A share that was counted.
   *
   * @param estimate from 0 to 1
   * @param interval that the share is in, with 95 % confidence
   * @param equal counted
   * @param of so many
   */
  public record Share(double estimate, Interval interval, int equal, int of) {
    private static Share of(int equal, int of) {
      double rounded = Math.rint(PLACES * equal / of) / PLACES;
      return new Share(rounded, ClopperPearson.interval(equal, of), equal, of);
    }
  }

  /** The related editions of a catalogue, in canonical order. */
  public static List<RelatedPair> of(CatalogueFolder folder) throws IOException {
    Map<String, CataloguedEdition> editions = new HashMap<>();
    folder.editions().forEach(e -> editions.put(e.edition().id(), e));
    return folder.relations().stream().map(r -> of(r, editions)).toList();
  }

  private static RelatedPair of(Relation relation, Map<String, CataloguedEdition> editions) {
    return new RelatedPair(
        relation.kind().label(),
        Side.of(editions.get(relation.larger().edition())),
        Side.of(editions.get(relation.smaller().edition())),
        Share.of(relation.shared(), relation.smaller().fingerprints()),
        Share.of(relation.agreeing(), relation.sketch()));
  }
}
