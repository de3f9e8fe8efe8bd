package dev.bookplate.notices;

import dev.bookplate.origin.Digests;
import dev.bookplate.rules.RuleFile;
import dev.bookplate.rules.RuleFileException;
import dev.bookplate.rules.RuleNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Rules for notices, as data. Every rule comes with lines that it has to match and lines that it
 * must not, and is refused if it does not keep to them.
 *
 * @param name of the rules
 * @param version of them
 * @param date ISO day
 * @param filterWords words of the record by which lines are said to have been filtered
 * @param rules in order: a line is of the first that matches
 * @param sha256 of the file
 */
public record NoticeRules(
    String name,
    String version,
    String date,
    List<Pattern> filterWords,
    List<NoticeRule> rules,
    String sha256) {
  private static final String SHIPPED = "notice-rules.json";
  private static final String FORMAT = "bookplate-notices-1";
  private static final Set<String> FACTS = Set.of("title", "author", "publisher", "isbn");
  private static final Set<String> KINDS =
      Set.of(
          "title-page",
          "author",
          "copyright",
          "isbn",
          "rights-statement",
          "publisher",
          "permissions",
          "acknowledgments",
          "credits",
          "licence");
  private static final int USUAL_WORDS = 60;

  /**
   * Reads a file.
   *
   * @throws RuleFileException with file, line and field
   */
  public static NoticeRules read(Path file) throws IOException {
    return of(RuleFile.read(file), Files.readAllBytes(file));
  }

  /** Those that ship with the program. */
  public static NoticeRules shipped() throws IOException {
    byte[] bytes = RuleFile.shippedBytes(NoticeRules.class, SHIPPED);
    return of(RuleFile.read(SHIPPED, bytes), bytes);
  }

  private static NoticeRules of(RuleNode root, byte[] bytes) throws RuleFileException {
    root.only(Set.of("format", "name", "version", "date", "filterWords", "rules"));
    if (!root.field("format").text().equals(FORMAT)) {
      throw root.field("format").wrong("it has to be \"" + FORMAT + "\"");
    }
    List<NoticeRule> rules = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (RuleNode each : root.field("rules").items()) {
      NoticeRule rule = rule(each);
      if (!ids.add(rule.id())) {
        throw each.field("id").wrong("another rule has that id");
      }
      rules.add(rule);
    }
    return new NoticeRules(
        root.field("name").text(),
        root.field("version").text(),
        root.field("date").text(),
        patterns(root.field("filterWords")),
        List.copyOf(rules),
        Digests.sha256(new String(bytes, StandardCharsets.UTF_8)));
  }

  private static NoticeRule rule(RuleNode node) throws RuleFileException {
    node.only(
        Set.of("id", "kind", "description", "patterns", "fact", "maxWords", "matches", "misses"));
    RuleNode kind = node.field("kind");
    if (!KINDS.contains(kind.text())) {
      throw kind.wrong(
          "it has to be one of " + String.join(", ", KINDS.stream().sorted().toList()));
    }
    String fact = node.textOrNull("fact");
    if (fact != null && !FACTS.contains(fact)) {
      throw node.field("fact")
          .wrong("it has to be one of " + String.join(", ", FACTS.stream().sorted().toList()));
    }
    if (fact != null && node.has("patterns")) {
      throw node.field("patterns").wrong("a rule has patterns or asks for a fact, not both");
    }
    NoticeRule rule =
        new NoticeRule(
            node.field("id").text(),
            kind.text(),
            node.field("description").text(),
            fact == null ? patterns(node.field("patterns")) : List.of(),
            fact,
            node.has("maxWords") ? node.field("maxWords").number(1, 1000) : USUAL_WORDS);
    if (fact == null) {
      test(node, rule);
    }
    return rule;
  }

  private static void test(RuleNode node, NoticeRule rule) throws RuleFileException {
    for (RuleNode line : node.field("matches").items()) {
      if (!rule.matches(line.text())) {
        throw line.wrong("the rule has to match this line, and does not");
      }
    }
    for (RuleNode line : node.field("misses").items()) {
      if (rule.matches(line.text())) {
        throw line.wrong("the rule must not match this line, and does");
      }
    }
    if (node.field("matches").items().isEmpty() || node.field("misses").items().isEmpty()) {
      throw node.wrong("a rule needs a line in matches and one in misses");
    }
  }

  private static List<Pattern> patterns(RuleNode list) throws RuleFileException {
    List<Pattern> patterns = new ArrayList<>();
    for (RuleNode each : list.items()) {
      try {
        patterns.add(
            Pattern.compile(
                each.text(),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS));
      } catch (PatternSyntaxException e) {
        throw each.wrong("it is no regular expression (" + e.getDescription() + ")");
      }
    }
    if (patterns.isEmpty()) {
      throw list.wrong("it has to have an entry at least");
    }
    return List.copyOf(patterns);
  }

  /** Whether a line has a filter word. */
  boolean hasFilterWord(String line) {
    return filterWords.stream().anyMatch(word -> word.matcher(line).find());
  }
}
