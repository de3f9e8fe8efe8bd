package dev.bookplate.extract.page;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the elements of a kind of document do.
 *
 * @param looks by the names of elements; the text does not see others
 */
public record Style(Map<String, Lines.Look> looks) {
  /** Web pages. */
  public static final Style PAGE =
      of(
          ("address article aside blockquote body br caption center dd details div dl dt fieldset"
              + " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main menu nav ol"
              + " p pre section summary table tbody tfoot thead tr ul"
              // of FictionBook
              + " cite empty-line epigraph poem stanza subtitle text-author title v"),
          "head script style template rt rp noscript description binary stylesheet");

  /**
   * By names with blanks between them.
   *
   * @param blocks that stand on lines of their own
   * @param unseen that a reader does not see
   */
  public static Style of(String blocks, String unseen) {
    Set<String> lines = Set.of(blocks.split(" "));
    Set<String> none = Set.of(unseen.split(" "));
    Map<String, Lines.Look> looks = new HashMap<>();
    Stream.of(lines, none, Set.of("td", "th", "pre"))
        .flatMap(Set::stream)
        .forEach(
            name ->
                looks.put(
                    name,
                    new Lines.Look(
                        lines.contains(name),
                        name.equals("td") || name.equals("th"),
                        none.contains(name),
                        name.equals("pre"))));
    return new Style(Map.copyOf(looks));
  }

  /** Of the elements of a name. */
  public Lines.Look look(String name) {
    return looks.getOrDefault(name, Lines.Look.PLAIN);
  }
}
