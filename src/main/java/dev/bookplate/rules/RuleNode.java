package dev.bookplate.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A value in a file of rules, which knows where it stands.
 *
 * @param place of it
 * @param value a map, a list, a string, a number, a truth value, or null
 */
public record RuleNode(Place place, Object value) {
  /**
   * Where a value stands.
   *
   * @param file name of the file
   * @param line from 1
   * @param path of keys, such as {@code criteria[2].years}; empty for the whole
   */
  public record Place(String file, int line, String path) {}

  /** What is wrong here, as an exception to throw. */
  public RuleFileException wrong(String what) {
    return new RuleFileException(
        String.format(
            Locale.ROOT,
            "%s, line %d, %s: %s.",
            place.file,
            place.line,
            place.path.isEmpty() ? "the whole" : place.path,
            what));
  }

  /** Refuses keys that mean nothing here: they may be misspelt. */
  public RuleNode only(Set<String> known) throws RuleFileException {
    for (Map.Entry<String, RuleNode> field : fields().entrySet()) {
      if (!known.contains(field.getKey())) {
        throw field.getValue().wrong("no such key is known here; known are " + sorted(known));
      }
    }
    return this;
  }

  private static String sorted(Set<String> known) {
    return String.join(", ", known.stream().sorted().toList());
  }

  /** The keys of an object. */
  @SuppressWarnings("unchecked")
  public Map<String, RuleNode> fields() throws RuleFileException {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, RuleNode>) map;
    }
    throw wrong("it has to be an object");
  }

  /** The value of a key that has to be there. */
  public RuleNode field(String key) throws RuleFileException {
    RuleNode field = fields().get(key);
    if (field == null || field.value == null) {
      throw wrong("the key \"" + key + "\" is missing");
    }
    return field;
  }

  /** Whether a key is there and not null. */
  public boolean has(String key) throws RuleFileException {
    return fields().get(key) != null && fields().get(key).value != null;
  }

  /** A string that says something. */
  public String text() throws RuleFileException {
    if (value instanceof String text && !text.isBlank()) {
      return text;
    }
    throw wrong("it has to be a string that is not empty");
  }

  /** The string of a key, or null where the key is not there. */
  public String textOrNull(String key) throws RuleFileException {
    return has(key) ? field(key).text() : null;
  }

  /** A whole number in a range. */
  public int number(int least, int most) throws RuleFileException {
    if (value instanceof BigDecimal number
        && number.stripTrailingZeros().scale() <= 0
        && number.compareTo(BigDecimal.valueOf(least)) >= 0
        && number.compareTo(BigDecimal.valueOf(most)) <= 0) {
      return number.intValueExact();
    }
    throw wrong("it has to be a whole number from " + least + " to " + most);
  }

  /** A truth value. */
  public boolean isTrue() throws RuleFileException {
    if (value instanceof Boolean truth) {
      return truth;
    }
    throw wrong("it has to be true or false");
  }

  /** The items of a list. */
  public List<RuleNode> items() throws RuleFileException {
    if (value instanceof List<?> list) {
      return list.stream().map(RuleNode.class::cast).toList();
    }
    throw wrong("it has to be a list");
  }

  /** The strings of a list with one at least. */
  public List<String> texts() throws RuleFileException {
    List<String> texts = new ArrayList<>();
    for (RuleNode item : items()) {
      texts.add(item.text());
    }
    if (texts.isEmpty()) {
      throw wrong("it has to have an entry at least");
    }
    return List.copyOf(texts);
  }

  /** The strings of a list that may be missing. */
  public List<String> textsOrNone(String key) throws RuleFileException {
    return has(key) ? field(key).texts() : List.of();
  }
}
