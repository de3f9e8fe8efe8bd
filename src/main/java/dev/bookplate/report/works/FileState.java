package dev.bookplate.report.works;

/** What state a file is in, as a book; the first that applies. */
enum FileState {
  /** There is nothing in it, or no word. */
  EMPTY("empty"),
  /** It could not be read, or not all of it. */
  CORRUPT("corrupt"),
  /** It was not read for another reason, such as a password. */
  UNREAD("unread"),
  /** It is a server's page, or the like, under the name of a book. */
  WRONG_CONTENT("wrong content"),
  /** It ends before the work does. */
  TRUNCATED("truncated"),
  /** It has less words than a book. */
  SHORT("short"),
  /** Nothing of these was seen. */
  OK("ok");

  private final String label;

  FileState(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /** Whether a copy in this state counts as one. */
  boolean isBook() {
    return this != EMPTY && this != WRONG_CONTENT;
  }

  /** Of a condition's name, or null. */
  static FileState ofCondition(String condition) {
    return switch (condition) {
      case "wrong-content" -> WRONG_CONTENT;
      case "truncated" -> TRUNCATED;
      case "short" -> SHORT;
      default -> null;
    };
  }

  /** Of a reason for which something was not read. */
  static FileState ofReason(String reason) {
    return switch (reason) {
      case "empty" -> EMPTY;
      case "failed" -> CORRUPT;
      default -> UNREAD;
    };
  }

  /** The one that comes first. */
  FileState or(FileState other) {
    return other == null || compareTo(other) <= 0 ? this : other;
  }
}
