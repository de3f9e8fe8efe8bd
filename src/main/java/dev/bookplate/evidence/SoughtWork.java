package dev.bookplate.evidence;

import dev.bookplate.catalogue.Edition;
import dev.bookplate.catalogue.Work;
import java.util.List;

/**
 * A work that was looked for.
 *
 * @param work the work
 * @param editions of it that the catalogue has; may be empty
 * @param catalogue name of the catalogue
 * @param asOf the catalogue's date, or null
 * @param searchedBy how it was looked for, such as {@code text, hash, title} or {@code identifier,
 *     title}
 */
public record SoughtWork(
    Work work, List<Edition> editions, String catalogue, String asOf, String searchedBy) {
  /** How works are looked for of which only fingerprints are held. */
  public static final String BY_FINGERPRINTS = "fingerprints: text not held";

  /** Whether it was looked for by fingerprints alone, so that its union is not known. */
  boolean isEstimated() {
    return searchedBy.startsWith(BY_FINGERPRINTS);
  }
}
