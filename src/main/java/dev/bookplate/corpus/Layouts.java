package dev.bookplate.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The layouts that are met while corpora are gone through: of each kind the first by path. */
final class Layouts {
  private record Key(String corpus, String layout) {}

  private final Map<Key, CorpusLayout> found = new LinkedHashMap<>();

  /** What one folder is. */
  record OfFolder(List<LayoutRule> rules) {
    /** Why a file or folder in it is left out, or null where it is not. */
    String leavesOut(String name) {
      return rules.stream()
          .filter(r -> r.leavesOut(name))
          .map(LayoutRule::sidecarsAre)
          .findFirst()
          .orElse(null);
    }
  }

  /**
   * Recognises a folder.
   *
   * @param path of it in the corpus
   * @param names of what is in it
   */
  OfFolder folder(String corpus, String path, Path folder, Set<String> names) {
    List<LayoutRule> rules = new ArrayList<>();
    for (LayoutRule rule : LayoutRules.ALL) {
      String why = rule.why(folder, names);
      if (why != null) {
        rules.add(rule);
        add(corpus, path, rule.layout(), why);
      }
    }
    return new OfFolder(rules);
  }

  /** A corpus that is one file: what is known by its inside. */
  void file(String corpus, Path file) {
    String name = String.valueOf(file.getFileName());
    for (LayoutRule rule : LayoutRules.ALL) {
      if (rule.proof() != null && rule.why(file.resolveSibling(""), Set.of(name)) != null) {
        add(corpus, "", rule.layout(), "by its first members");
      }
    }
  }

  /** What is known in another way, as tables are. */
  void add(String corpus, String path, String layout, String why) {
    found.merge(
        new Key(corpus, layout),
        new CorpusLayout(corpus, path, layout, why, 1),
        (first, next) -> first.andAnother());
  }

  List<CorpusLayout> found() {
    return List.copyOf(found.values());
  }
}
