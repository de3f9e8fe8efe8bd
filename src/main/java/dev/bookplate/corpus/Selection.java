package dev.bookplate.corpus;

import java.io.Serializable;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;

/**
 * Which files of a corpus, and which of its documents, are looked at.
 *
 * @param include glob patterns: a file that none of them takes is left out; empty for all files
 * @param exclude glob patterns: a file that one of them takes is left out
 * @param minWords documents of fewer words are left out; 0 for none
 */
public record Selection(List<String> include, List<String> exclude, int minWords)
    implements Serializable {
  /** Everything. */
  public static final Selection ALL = new Selection(List.of(), List.of(), 0);

  /**
   * Why a file is left out, or null where it is not.
   *
   * @param path of the file in its corpus, with {@code /}
   */
  String leavesOut(String path) {
    for (String pattern : exclude) {
      if (takes(pattern, path)) {
        return "--exclude " + pattern;
      }
    }
    boolean taken = include.isEmpty() || include.stream().anyMatch(p -> takes(p, path));
    return taken ? null : "no --include takes it";
  }

  /** A pattern with a slash is of whole paths; one without is of the last name, at any depth. */
  private static boolean takes(String pattern, String path) {
    Path whole = Path.of(path);
    return FileSystems.getDefault()
        .getPathMatcher("glob:" + pattern)
        .matches(pattern.contains("/") ? whole : whole.getFileName());
  }
}
