package dev.bookplate.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a folder of a well-known tool or data set is recognised, by the names of what is in it, and
 * which of these hold no documents. Names are regular expressions of whole names.
 *
 * @param layout whose it is, for people
 * @param all of these, each stands in such a folder
 * @param any of these, so many names stand in it as {@code least} says
 * @param least how many
 * @param proof what has to hold of the first file that the last of {@code all} names, or null
 * @param sidecars what is left out of such a folder
 * @param sidecarsAre what that is, for people; null where there are none
 */
record LayoutRule(
    String layout,
    List<Pattern> all,
    List<Pattern> any,
    int least,
    Proof proof,
    List<Pattern> sidecars,
    String sidecarsAre) {
  /** Names that are told as the reason; more are counted. */
  private static final int TOLD = 3;

  /** A pattern without choices: letters, and dots that are escaped. */
  private static final Pattern SPELT_OUT = Pattern.compile("(?:[A-Za-z0-9_]|\\\\\\.)+");

  /** Looks into a file, as far as that takes no time. */
  @FunctionalInterface
  interface Proof {
    boolean holds(Path file) throws IOException;
  }

  static LayoutRule all(String layout, String... names) {
    return new LayoutRule(layout, patterns(names), List.of(), 0, null, List.of(), null);
  }

  static LayoutRule any(String layout, int least, String... names) {
    return new LayoutRule(layout, List.of(), patterns(names), least, null, List.of(), null);
  }

  LayoutRule withAny(int count, String... names) {
    return new LayoutRule(layout, all, patterns(names), count, proof, sidecars, sidecarsAre);
  }

  LayoutRule proved(Proof by) {
    return new LayoutRule(layout, all, any, least, by, sidecars, sidecarsAre);
  }

  LayoutRule without(String are, String... names) {
    return new LayoutRule(layout, all, any, least, proof, patterns(names), are);
  }

  private static List<Pattern> patterns(String... names) {
    return List.of(names).stream().map(Pattern::compile).toList();
  }

  /**
   * Why a folder is one of these, or null where it is none: {@code it holds documents, attributes}.
   *
   * @param names of what is in it
   */
  String why(Path folder, Set<String> names) {
    Set<String> found = new TreeSet<>();
    for (Pattern each : all) {
      Set<String> matched = matching(names, List.of(each));
      if (matched.isEmpty()) {
        return null;
      }
      found.addAll(matched);
    }
    Set<String> some = matching(names, any);
    found.addAll(some);
    if (some.size() < least || !isProved(folder, names)) {
      return null;
    }
    String told = String.join(", ", found.stream().limit(TOLD).toList());
    int more = found.size() - TOLD;
    return "it holds " + told + (more > 0 ? " and " + more + " more such" : "");
  }

  private boolean isProved(Path folder, Set<String> names) {
    if (proof == null) {
      return true;
    }
    try {
      String first = new TreeSet<>(matching(names, List.of(all.getLast()))).first();
      return proof.holds(folder.resolve(first));
    } catch (IOException | RuntimeException e) {
      return false; // whoever reads the file says what is wrong
    }
  }

  /** Whether a name in such a folder is left out. */
  boolean leavesOut(String name) {
    return sidecars.stream().anyMatch(s -> s.matcher(name).matches());
  }

  /** Folders may have a hundred thousand names: those that a pattern spells out are looked up. */
  private static Set<String> matching(Set<String> names, List<Pattern> patterns) {
    Set<String> matching = new TreeSet<>();
    for (Pattern pattern : patterns) {
      String spelt = pattern.pattern().replace("\\.", ".");
      if (SPELT_OUT.matcher(pattern.pattern()).matches()) {
        if (names.contains(spelt)) {
          matching.add(spelt);
        }
        continue;
      }
      Matcher matcher = pattern.matcher("");
      for (String name : names) {
        if (matcher.reset(name).matches()) {
          matching.add(name);
        }
      }
    }
    return matching;
  }
}
