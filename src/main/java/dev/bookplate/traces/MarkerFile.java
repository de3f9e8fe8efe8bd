package dev.bookplate.traces;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Reads a file of rules: {@code [id]} starts one, {@code key: value} lines follow, {@code #} starts
 * a comment. Keys are says, indicates, where, contains, pattern, example, not and source; all but
 * contains and source are needed, and contains is for rules of text.
 */
final class MarkerFile {
  private static final List<String> NEEDED =
      List.of("says", "indicates", "where", "pattern", "example", "not");
  private static final Set<String> KEYS =
      Set.of("says", "indicates", "where", "contains", "pattern", "example", "not", "source");
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
  private static final Pattern BACK_REFERENCE = Pattern.compile("\\\\[1-9]|\\\\k<|\\(\\?<?[=!]");
  private static final int LONGEST_PATTERN = 400;
  private static final int MOST_RULES = 1_000;

  private final String file;
  private final String text;
  private final List<MarkerRules.Entry> entries = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final Map<String, String> fields = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private String id;
  private int idLine;

  MarkerFile(String file, String text) {
    this.file = file;
    this.text = text;
  }

  /** All rules, each tried on its example and its counter-example. */
  List<MarkerRules.Entry> entries() throws InvalidMarkersException {
    int number = 0;
    for (String line : text.replace("\uFEFF", "").split("\\R", -1)) {
      number++;
      String plain = line.strip();
      if (plain.startsWith("[") && plain.endsWith("]")) {
        finish();
        start(plain.substring(1, plain.length() - 1), number);
      } else if (!plain.isEmpty() && !plain.startsWith("#")) {
        field(plain, number);
      }
    }
    finish();
    if (entries.isEmpty()) {
      throw wrong(1, "there is no rule in it; start one with [its-name]");
    }
    return List.copyOf(entries);
  }

  private void start(String name, int line) throws InvalidMarkersException {
    if (!NAME.matcher(name).matches()) {
      throw wrong(line, "\"" + name + "\" is no id; use lower-case words joined by hyphens");
    }
    if (!ids.add(name)) {
      throw wrong(line, "there are two rules " + name + "; give one another id");
    }
    if (ids.size() > MOST_RULES) {
      throw wrong(line, "there are more than " + MOST_RULES + " rules; leave some out");
    }
    id = name;
    idLine = line;
  }

  private void field(String line, int number) throws InvalidMarkersException {
    int colon = line.indexOf(':');
    String key = colon < 0 ? "" : line.substring(0, colon).strip();
    if (!KEYS.contains(key)) {
      throw wrong(
          number,
          "it is no line of a rule; write one of "
              + String.join(", ", NEEDED)
              + ", contains, source, a colon and a value");
    }
    if (id == null) {
      throw wrong(number, "it stands before any rule; start one with [its-name]");
    }
    if (fields.put(key, line.substring(colon + 1).strip()) != null) {
      throw wrong(number, "the rule " + id + " has \"" + key + "\" twice; leave one out");
    }
    lines.put(key, number);
  }

  private void finish() throws InvalidMarkersException {
    if (id == null) {
      return;
    }
    for (String key : NEEDED) {
      if (fields.getOrDefault(key, "").isEmpty()) {
        throw wrong(idLine, "the rule " + id + " has no \"" + key + "\"; add it");
      }
    }
    MarkerRule rule =
        new MarkerRule(
            id,
            fields.get("says"),
            fields.get("indicates"),
            where(),
            fields.get("pattern"),
            fields.get("source"));
    MarkerRules.Entry entry =
        new MarkerRules.Entry(
            rule, contains(rule.where()), pattern(), fields.get("example"), fields.get("not"));
    refuseUntrue(entry);
    entries.add(entry);
    fields.clear();
    lines.clear();
    id = null;
  }

  private MarkerRule.Where where() throws InvalidMarkersException {
    for (MarkerRule.Where each : MarkerRule.Where.values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(fields.get("where"))) {
        return each;
      }
    }
    throw wrong("where", "is none of text, path, metadata and structure");
  }

  private String contains(MarkerRule.Where where) throws InvalidMarkersException {
    String word = fields.get("contains");
    boolean isText = where == MarkerRule.Where.TEXT;
    if (isText && word == null) {
      throw wrong(
          idLine,
          "the rule "
              + id
              + " is of text and has no \"contains\"; add a word that each such line holds");
    }
    if (word == null) {
      return null;
    }
    if (word.length() < LiteralSearch.SHORTEST || word.chars().anyMatch(c -> c < ' ' || c > '~')) {
      throw wrong(
          "contains",
          "is not of at least " + LiteralSearch.SHORTEST + " letters and signs of ASCII");
    }
    return word.toLowerCase(Locale.ROOT);
  }

  private Pattern pattern() throws InvalidMarkersException {
    String pattern = fields.get("pattern");
    if (pattern.length() > LONGEST_PATTERN) {
      throw wrong("pattern", "is longer than " + LONGEST_PATTERN + " characters");
    }
    if (BACK_REFERENCE.matcher(pattern).find()) {
      throw wrong("pattern", "refers back, or looks ahead or behind, which is not taken");
    }
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw wrong("pattern", "is no regular expression (" + e.getDescription() + ")");
    }
  }

  private void refuseUntrue(MarkerRules.Entry entry) throws InvalidMarkersException {
    try {
      if (!matches(entry, entry.example())) {
        throw wrong("example", "does not match the pattern, or lacks the word of \"contains\"");
      }
      if (matches(entry, entry.counterExample())) {
        throw wrong("not", "matches the pattern, and should not");
      }
    } catch (BoundedText.OverrunException e) {
      throw wrong("pattern", "takes too many steps; write it without loops in loops");
    }
  }

  private static boolean matches(MarkerRules.Entry entry, String text) {
    boolean has =
        entry.contains() == null || text.toLowerCase(Locale.ROOT).contains(entry.contains());
    return has && BoundedText.find(entry.compiled(), text) != null;
  }

  private InvalidMarkersException wrong(String key, String what) {
    return wrong(
        lines.getOrDefault(key, idLine),
        "\"" + key + "\" of the rule " + id + " " + what + "; correct it");
  }

  private InvalidMarkersException wrong(int line, String what) {
    return new InvalidMarkersException(file + ", line " + line + ": " + what + ".");
  }
}
