package dev.bookplate.corpus;

import java.io.EOFException;

/** What an exception says, as a part of a sentence. */
final class Problems {
  private Problems() {}

  /** The exception's message on one line, or its kind where it has none. */
  static String of(Throwable e) {
    String message = e.getMessage();
    if (message == null || message.isBlank()) {
      return e instanceof EOFException ? "it ends too early" : e.getClass().getSimpleName();
    }
    return message.strip().replaceAll("\\s+", " ").replaceAll("\\.$", "");
  }

  /** The same with what lies at the bottom of it, where a library wraps that. */
  static String withCause(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String said = of(e);
    return said.contains(of(root)) ? said : said + ": " + of(root);
  }
}
