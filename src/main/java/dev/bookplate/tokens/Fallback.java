package dev.bookplate.tokens;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Pieces like {@code <0x0A>}, for bytes of characters that the vocabulary lacks. */
final class Fallback {
  private Fallback() {}

  static boolean isOne(String piece) {
    return piece.length() == 6
        && piece.startsWith("<0x")
        && piece.endsWith(">")
        && Character.digit(piece.charAt(3), 16) >= 0
        && Character.digit(piece.charAt(4), 16) >= 0;
  }

  /** The piece of a byte. */
  static String name(byte b) {
    return String.format(Locale.ROOT, "<0x%02X>", b);
  }

  /** The byte, or the piece itself if it is none such. */
  static byte[] bytes(String piece) {
    return isOne(piece)
        ? new byte[] {
          (byte) (Character.digit(piece.charAt(3), 16) << 4 | Character.digit(piece.charAt(4), 16))
        }
        : piece.getBytes(StandardCharsets.UTF_8);
  }
}
