package dev.bookplate.report.load;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** How a load file's characters become bytes. */
public enum LoadEncoding {
  /** UTF-8 with its mark, by which importers tell it. */
  UTF_8(StandardCharsets.UTF_8, "\u00EF\u00BB\u00BF"),
  /** UTF-16, little end first, with its mark. */
  UTF_16LE(StandardCharsets.UTF_16LE, "\u00FF\u00FE"),
  /** One byte a character, without a mark; what it lacks is an error, never a question mark. */
  WINDOWS_1252(Charset.forName("windows-1252"), "");

  private final Charset charset;

  /** A character for each byte. */
  private final String mark;

  LoadEncoding(Charset charset, String mark) {
    this.charset = charset;
    this.mark = mark;
  }

  /** As the user names it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  byte[] mark() {
    return mark.getBytes(StandardCharsets.ISO_8859_1);
  }

  /**
   * The bytes of a text.
   *
   * @throws CharacterCodingException if it has a character that the encoding lacks
   */
  byte[] bytes(String text) throws CharacterCodingException {
    ByteBuffer bytes =
        charset
            .newEncoder()
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .onMalformedInput(CodingErrorAction.REPORT)
            .encode(CharBuffer.wrap(text));
    byte[] all = new byte[bytes.remaining()];
    bytes.get(all);
    return all;
  }

  /** The first character that the encoding lacks, or -1. */
  int firstMissing(String text) {
    var encoder = charset.newEncoder();
    return text.codePoints()
        .filter(c -> !encoder.canEncode(Character.toString(c)))
        .findFirst()
        .orElse(-1);
  }

  /** Whether bytes begin with the mark; never for the one that has none. */
  boolean isMarked(byte[] bytes) {
    return !mark.isEmpty()
        && bytes.length >= mark.length()
        && Arrays.equals(mark(), Arrays.copyOf(bytes, mark.length()));
  }

  /**
   * The text of bytes, without the mark.
   *
   * @throws CharacterCodingException if they are not of this encoding
   */
  String text(byte[] bytes) throws CharacterCodingException {
    int from = isMarked(bytes) ? mark.length() : 0;
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
        .toString();
  }
}
