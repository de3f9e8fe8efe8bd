package dev.bookplate.tokens;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The alphabet in which byte-level vocabularies are written: a printable character for each byte.
 * Bytes that are printable in Latin-1 stand for themselves, the others, in their order, for the
 * characters from U+0100.
 */
final class ByteLevel {
  private static final short[] BYTES = bytes();
  private static final char[] CHARACTERS = characters();

  private ByteLevel() {}

  private static short[] bytes() {
    short[] bytes = new short[0x200];
    Arrays.fill(bytes, (short) -1);
    int next = 0x100;
    for (int b = 0; b < 0x100; b++) {
      boolean printable = (b > ' ' && b <= '~') || (b > 0xA0 && b != 0xAD);
      bytes[printable ? b : next++] = (short) b;
    }
    return bytes;
  }

  private static char[] characters() {
    char[] characters = new char[0x100];
    for (char c = 0; c < BYTES.length; c++) {
      if (BYTES[c] >= 0) {
        characters[BYTES[c]] = c;
      }
    }
    return characters;
  }

  /** The character that stands for a byte. */
  static char encode(byte b) {
    return CHARACTERS[b & 0xFF];
  }

  /** The bytes of a piece; that of a token which was added as it is read, in UTF-8. */
  static byte[] decode(String piece) {
    byte[] bytes = new byte[piece.length()];
    for (int i = 0; i < bytes.length; i++) {
      char c = piece.charAt(i);
      if (c >= BYTES.length || BYTES[c] < 0) {
        return piece.getBytes(StandardCharsets.UTF_8);
      }
      bytes[i] = (byte) BYTES[c];
    }
    return bytes;
  }
}
