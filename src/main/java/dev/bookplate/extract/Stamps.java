package dev.bookplate.extract;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * What programs and people leave in a file beside what a reader is told of the book: contributors,
 * generators, producers, and how the parts of an archive are named. Nothing of it is checked; what
 * is too long, or too much, is left out.
 *
 * @param statements in the file's order
 * @param parts names of the parts of a file that is an archive, in its order
 */
public record Stamps(List<Statement> statements, List<String> parts) implements Serializable {
  /** No stamp at all. */
  public static final Stamps NONE = new Stamps(List.of(), List.of());

  private static final int MOST_STATEMENTS = 200;
  private static final int MOST_PARTS = 10_000;
  private static final int LONGEST = 1_000;

  /** Keeps copies of the first ones that are neither blank nor too long. */
  public Stamps {
    statements = statements.stream().filter(s -> isFit(s.value())).limit(MOST_STATEMENTS).toList();
    parts = parts.stream().filter(Stamps::isFit).limit(MOST_PARTS).toList();
  }

  /**
   * One statement.
   *
   * @param name lower case: {@code contributor}, {@code generator}, {@code producer}
   * @param value as given
   */
  public record Statement(String name, String value) implements Serializable {}

  /** Statements of one name. */
  static Stream<Statement> all(String name, List<String> values) {
    return values.stream().map(value -> new Statement(name, value));
  }

  private static boolean isFit(String value) {
    return value != null && !value.isBlank() && value.length() <= LONGEST;
  }
}
