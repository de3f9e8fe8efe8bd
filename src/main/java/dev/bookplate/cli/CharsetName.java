package dev.bookplate.cli;

import java.nio.charset.Charset;

/** A character set by its name. */
final class CharsetName {
  private CharsetName() {}

  /**
   * The name that Java has for it, or null for null.
   *
   * @throws UsageException if Java knows none of that name
   */
  static String known(String charset) {
    try {
      return charset == null ? null : Charset.forName(charset).name();
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "\""
              + charset
              + "\" is no character set that this Java knows; give one such as UTF-8,"
              + " windows-1252 or Big5.");
    }
  }
}
