package dev.bookplate.audit;

import dev.bookplate.evidence.Manifest;
import java.util.List;

/**
 * What {@code catalogue.json} says of a built catalogue.
 *
 * @param format {@link #FORMAT}
 * @param name of the catalogue
 * @param asOf its date, or null
 * @param spec of its fingerprints
 * @param works in it
 * @param editions in it
 * @param words of all editions
 * @param digest of all that its editions are, whatever order they were added in
 * @param rejected entries of its sources that gave no book, by source
 * @param records the commit of its records that counts, or null where it has none
 */
public record CatalogueInfo(
    String format,
    String name,
    String asOf,
    String spec,
    long works,
    long editions,
    long words,
    String digest,
    List<Manifest.RejectedSource> rejected,
    String records) {
  /** Name and version of the form of a catalogue's folder. */
  public static final String FORMAT = "bookplate-catalogue/1";
}
