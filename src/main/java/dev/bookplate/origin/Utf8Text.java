package dev.bookplate.origin;

import java.nio.charset.StandardCharsets;

/**
 * Valid UTF-8 in a stretch of a byte array, usually a reader's own buffer. Who keeps it longer than
 * the reader promises must take a {@link #copy()}.
 *
 * @param bytes the array, not copied
 * @param offset first byte of the text
 * @param length bytes of the text
 */
@SuppressWarnings("ArrayRecordComponent") // a view on a buffer: never compared, never a key
public record Utf8Text(byte[] bytes, int offset, int length) {

  /** The UTF-8 of a string. A lone surrogate becomes U+FFFD. */
  public static Utf8Text of(String text) {
    byte[] bytes = replaceLoneSurrogates(text).getBytes(StandardCharsets.UTF_8);
    return new Utf8Text(bytes, 0, bytes.length);
  }

  /** The same text in an array of its own. */
  public Utf8Text copy() {
    byte[] own = new byte[length];
    System.arraycopy(bytes, offset, own, 0, length);
    return new Utf8Text(own, 0, length);
  }

  /** First byte after the text. */
  public int end() {
    return offset + length;
  }

  /** Unicode code points in the whole text. */
  public int codePoints() {
    return codePoints(offset, end());
  }

  /** Unicode code points that start in {@code bytes[from, to)}. */
  public int codePoints(int from, int to) {
    int continuations = 0;
    for (int i = from; i < to; i++) {
      // 10xxxxxx, the only bytes below -64, do not start a code point
      continuations += bytes[i] < -64 ? 1 : 0;
    }
    return to - from - continuations;
  }

  /** The text as a string. */
  @Override
  public String toString() {
    return new String(bytes, offset, length, StandardCharsets.UTF_8);
  }

  private static String replaceLoneSurrogates(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (Character.isHighSurrogate(c)
            && i + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(i + 1))) {
          i++;
        } else {
          return withoutLoneSurrogates(text);
        }
      }
    }
    return text;
  }

  private static String withoutLoneSurrogates(String text) {
    // codePoints() yields a lone surrogate as itself, and a pair as one
    return text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
