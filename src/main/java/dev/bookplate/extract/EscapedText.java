package dev.bookplate.extract;

import java.nio.charset.Charset;

/**
 * Text of seven bits in which escape sequences switch character sets (ISO-2022-JP), as Japanese
 * mail has it. Every byte of it is ASCII, so that it would pass for that: Japanese would come out
 * as Latin letters.
 */
final class EscapedText {
  private static final byte ESCAPE = 0x1B;

  private EscapedText() {}

  /** The character set that the first switch to another alphabet belongs to, or null. */
  static Charset charset(byte[] bytes) {
    for (int i = 0; i + 2 < bytes.length; i++) {
      if (bytes[i] == ESCAPE && bytes[i + 1] == '$') {
        String name = name(bytes, i + 2);
        if (name != null && Charset.isSupported(name)) {
          return Charset.forName(name);
        }
      }
    }
    return null;
  }

  /** By what follows {@code ESC $}. */
  private static String name(byte[] bytes, int at) {
    byte next = bytes[at];
    if (next == 'B' || next == '@') {
      return "x-windows-50221"; // ISO-2022-JP with what Windows adds: half-width kana, signs
    }
    boolean supplement = next == '(' && at + 1 < bytes.length && bytes[at + 1] == 'D';
    return supplement ? "x-windows-50221" : null;
  }
}
