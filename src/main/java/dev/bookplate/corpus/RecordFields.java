package dev.bookplate.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Which fields of a record hold what. A record's claims are looked for at its top and in its {@code
 * meta} and {@code metadata}, under the names that the usual corpora give them.
 */
final class RecordFields {
  private static final List<String> URL = claim("url", "uri", "source_url", "WARC-Target-URI");
  private static final List<String> SOURCE = claim("source", "pile_set_name", "dataset", "subset");
  private static final List<String> LICENSE = claim("license", "licence", "rights");
  private static final List<String> CREATED = claim("created", "timestamp", "date");

  /** Paths of the id and of each claim; the first of a group that is there wins. */
  private final List<List<String>> groups;

  private final List<String> paths;

  RecordFields(ReadOptions options) {
    groups = List.of(options.fields().id(), URL, SOURCE, LICENSE, CREATED);
    paths = groups.stream().flatMap(List::stream).distinct().toList();
  }

  /** All paths, each once: a URL may be an id and a claim. */
  List<String> paths() {
    return paths;
  }

  /**
   * Facts from the value of each path.
   *
   * @param values gives the value of the path at a position of {@link #paths}, or null
   */
  CorpusDocument.Facts facts(IntFunction<String> values) {
    String[] found = new String[groups.size()];
    String idField = null;
    for (int g = 0; g < found.length; g++) {
      for (int i = 0; i < groups.get(g).size() && found[g] == null; i++) {
        String path = groups.get(g).get(i);
        found[g] = values.apply(paths.indexOf(path));
        idField = g == 0 && found[g] != null ? path : idField;
      }
    }
    return new CorpusDocument.Facts(
        found[0], idField, new CorpusDocument.Claims(found[1], found[2], found[3], found[4]));
  }

  private static List<String> claim(String... names) {
    List<String> paths = new ArrayList<>();
    for (String in : List.of("", "meta.", "metadata.")) {
      for (String name : names) {
        paths.add(in + name);
      }
    }
    return List.copyOf(paths);
  }
}
