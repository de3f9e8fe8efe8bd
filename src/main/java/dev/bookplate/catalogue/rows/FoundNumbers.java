package dev.bookplate.catalogue.rows;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects the numbers of a record, each once, in the order in which it names them. */
final class FoundNumbers {
  /** Thirteen digits, or up to thirteen behind the word; the check digit decides. */
  private static final Pattern IN_TEXT =
      Pattern.compile(
          "(?i)(?<![0-9])(97[89](?:[- ]?[0-9]){10})(?![0-9])"
              + "|ISBN(?:[-_ ]?1[03])?[-:_#.= ]{0,3}([0-9](?:[- ]?[0-9]){8}[- ]?[0-9X])(?![0-9])");

  private static final Pattern SEPARATOR = Pattern.compile("[,;|/]");

  private final Set<Identifier> found = new LinkedHashSet<>();

  FoundNumbers add(Optional<Identifier> number) {
    number.ifPresent(found::add);
    return this;
  }

  /** The name that a library, also another one, gives the record. */
  FoundNumbers addRecord(String library, String id) {
    if (id != null && !id.equals("0")) {
      found.add(new Identifier(Identifier.Kind.RECORD, library + ":" + id));
    }
    return this;
  }

  /** A field that lists ISBNs, among which Amazon's numbers stand. */
  FoundNumbers addIsbns(String field) {
    if (field == null) {
      return this;
    }
    for (String part : SEPARATOR.split(field, -1)) {
      if (!addIsbn(part) && part.strip().indexOf(' ') > 0) {
        for (String word : part.strip().split(" +", -1)) {
          addIsbn(word);
        }
      }
    }
    return this;
  }

  private boolean addIsbn(String text) {
    Optional<Identifier> number = text.isBlank() ? Optional.empty() : Numbers.asin(text);
    number.ifPresent(found::add);
    return number.isPresent();
  }

  FoundNumbers addDoi(String field) {
    return field == null ? this : add(Numbers.doi(field));
  }

  /**
   * ISBNs in a file name or a text: those of 13 digits, and those that the word stands before. Bare
   * numbers of ten digits are not taken: one in eleven has a right check digit.
   */
  FoundNumbers addHidden(String text) {
    if (text != null && hasNineDigits(text)) {
      Matcher hidden = IN_TEXT.matcher(text);
      while (hidden.find()) {
        add(Numbers.isbn(hidden.group(1) == null ? hidden.group(2) : hidden.group(1)));
      }
    }
    return this;
  }

  /** The ISBN of a text that holds no other one. */
  FoundNumbers addOnlyHidden(String text) {
    List<Identifier> hidden = new FoundNumbers().addHidden(text).list();
    if (hidden.size() == 1) {
      found.addAll(hidden);
    }
    return this;
  }

  private static boolean hasNineDigits(String text) {
    int digits = 0;
    for (int i = 0; i < text.length() && digits < 9; i++) {
      digits += text.charAt(i) >= '0' && text.charAt(i) <= '9' ? 1 : 0;
    }
    return digits == 9;
  }

  /** Whether one of them is more than the name of a record. */
  boolean hasNumber() {
    return found.stream().anyMatch(n -> n.kind() != Identifier.Kind.RECORD);
  }

  List<Identifier> list() {
    return List.copyOf(found);
  }
}
