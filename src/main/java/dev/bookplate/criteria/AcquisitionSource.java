package dev.bookplate.criteria;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where files came from, and when.
 *
 * @param name of it, by which it is called
 * @param title for people
 * @param acquired when its files were, or null
 * @param basis of that date, in words
 * @param documents which documents are of it, by {@code corpus/path}
 */
public record AcquisitionSource(
    String name, String title, DateRange acquired, String basis, List<PathPattern> documents) {

  /** Whether a document is of this source. */
  public boolean holds(String corpus, String path) {
    String place = corpus + "/" + path;
    return documents.stream().anyMatch(d -> d.matches(place));
  }

  /** The same with one more pattern. */
  AcquisitionSource with(PathPattern pattern) {
    List<PathPattern> more = Stream.concat(documents.stream(), Stream.of(pattern)).toList();
    return new AcquisitionSource(name, title, acquired, basis, more);
  }
}
