package dev.bookplate.audit;

import dev.bookplate.books.BookBuilder;
import dev.bookplate.books.BookFacts;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.origin.Digests;
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
  /** The same, with its records. */
  CatalogueInfo with(BookBuilder.Committed records) {
    BookFacts facts = records.facts();
    return new CatalogueInfo(
        format,
        name,
        asOf,
        spec,
        facts.works(),
        facts.editions(),
        words,
        digest(digest, facts),
        rejected,
        records.id());
  }

  /** The same, with the digest of its texts. */
  CatalogueInfo withDigest(String texts) {
    return new CatalogueInfo(
        format, name, asOf, spec, works, editions, words, texts, rejected, records);
  }

  /** Of texts and records; of texts alone it is theirs. */
  static String digest(String texts, BookFacts records) {
    boolean hasOwn =
        !records.joins().isEmpty()
            || records.sources().stream().anyMatch(source -> source.sha256() != null);
    return hasOwn ? Digests.sha256(texts + "\n" + records.digest()) : texts;
  }

  /** Name and version of the form of a catalogue's folder. */
  public static final String FORMAT = "bookplate-catalogue/1";
}
