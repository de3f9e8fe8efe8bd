package dev.bookplate.criteria;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rules by which works qualify, all of which have to be met.
 *
 * @param name of the rules
 * @param version of them
 * @param date ISO day on which they were written down
 * @param status such as {@code example, to be confirmed by counsel}
 * @param citations what they were taken from
 * @param notes for readers
 * @param languages that are expected, as primary tags; empty for any. A work in another is marked
 *     in its own column, and qualifies or not without it
 * @param sources of files, with dates of their own
 * @param criteria in order
 * @param sha256 of the file
 */
public record CriteriaRules(
    String name,
    String version,
    String date,
    String status,
    List<String> citations,
    List<String> notes,
    List<String> languages,
    List<AcquisitionSource> sources,
    List<Criterion> criteria,
    String sha256) {

  /**
   * The same, with a pattern of documents that are of a source.
   *
   * @throws IllegalArgumentException if the rules have no such source
   */
  public CriteriaRules withDocuments(String source, String pattern) {
    List<AcquisitionSource> changed = new ArrayList<>(sources);
    for (int i = 0; i < changed.size(); i++) {
      if (changed.get(i).name().equals(source)) {
        changed.set(i, changed.get(i).with(PathPattern.of(pattern)));
        return new CriteriaRules(
            name, version, date, status, citations, notes, languages, changed, criteria, sha256);
      }
    }
    throw new IllegalArgumentException(
        "the rules have no source \""
            + source
            + "\"; they have "
            + sources.stream().map(AcquisitionSource::name).collect(Collectors.joining(", ")));
  }

  /** The sources that a document is of. */
  public List<AcquisitionSource> sourcesOf(String corpus, String path) {
    return sources.stream().filter(s -> s.holds(corpus, path)).toList();
  }
}
