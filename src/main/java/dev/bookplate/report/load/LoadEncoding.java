package dev.bookplate.report.load;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** How a load file's characters become bytes. */
public enum LoadEncoding {
  /** UTF-8 with its mark, by which importers tell it. */
  UTF_8(StandardCharsets.UTF_8, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}),
  /** UTF-16, little end first, with its mark. */
  UTF_16LE(StandardCharsets.UTF_16LE, new byte[] {(byte) 0xFF, (byte) 0xFE}),
  /** One byte a character, without a mark; what it lacks is an error, never a question mark. */
  WINDOWS_1252(Charset.forName("windows-1252"), new byte[0]);

  private final Charset charset;
  private final byte[] mark;

  LoadEncoding(Charset charset, byte[] mark) {
    this.charset = charset;
    this.mark = mark;
  }

  /** As the user names it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  byte[] mark() {
    return mark.clone();
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
    return mark.length > 0
        && bytes.length >= mark.length
        && ByteBuffer.wrap(bytes, 0, mark.length).equals(ByteBuffer.wrap(mark));
  }

  /**
   * The text of bytes, without the mark.
   *
   * @throws CharacterCodingException if they are not of this encoding
   */
  String text(byte[] bytes) throws CharacterCodingException {
    int from = isMarked(bytes) ? mark.length : 0;
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
        .toString();
  }
}
