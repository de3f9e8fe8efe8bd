package dev.bookplate.tokens;

import dev.bookplate.origin.Utf8Text;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The text of one document, as its ids come in; to be used again for the next. Belongs to one
 * thread. Bytes that are not UTF-8 become U+FFFD, and are counted.
 */
public final class DecodedText {
  private final TokenDecoder decoder;
  private final int maxBytes;
  private final Plausibility plausibility;
  private byte[] bytes = new byte[1 << 12];
  private int length;
  private int left = -1;
  private boolean tooLong;
  private long tokens;
  private long unknownAt = -1;
  private long unknownId;

  /**
   * An empty text.
   *
   * @param maxBytes that it may have; more is left out, and said
   */
  public DecodedText(TokenDecoder decoder, int maxBytes) {
    this.decoder = decoder;
    this.maxBytes = maxBytes;
    plausibility = new Plausibility(decoder);
  }

  /** Adds what an id stands for. */
  public void add(long id) {
    boolean known = decoder.knows(id);
    plausibility.token(known);
    if (!known) {
      if (unknownAt < 0) {
        unknownAt = tokens;
        unknownId = id;
      }
      left = -1;
    } else if (!decoder.isSpecial((int) id)) {
      piece((int) id);
    } else {
      left = -1;
    }
    tokens++;
  }

  private void piece(int id) {
    if (left >= 0) {
      plausibility.joint(left, id);
    }
    left = id;
    int from = decoder.start(id);
    int count = decoder.length(id);
    if (length == 0 && count > 0 && decoder.addsFirstBlank() && decoder.bytes()[from] == ' ') {
      from++;
      count--;
    }
    put(decoder.bytes(), from, count);
  }

  /** Parts what came from what comes by an empty line: another text begins. */
  public void part() {
    if (length > 0) {
      put(new byte[] {'\n', '\n'}, 0, 2);
    }
    left = -1;
  }

  private void put(byte[] from, int at, int count) {
    if (tooLong || count > maxBytes - length) {
      tooLong = true;
      return;
    }
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(2L * (length + count), Integer.MAX_VALUE - 16));
    }
    System.arraycopy(from, at, bytes, length, count);
    length += count;
  }

  /** The text; what is not UTF-8 is replaced. Valid until the next text is begun. */
  public Utf8Text text() {
    Utf8Text text = new Utf8Text(bytes, 0, length);
    if (isAscii()) {
      return text;
    }
    Utf8Text valid = Utf8Text.of(new String(bytes, 0, length, StandardCharsets.UTF_8));
    plausibility.replaced(replacements(valid) - replacements(text));
    return valid;
  }

  private boolean isAscii() {
    for (int i = 0; i < length; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  private static long replacements(Utf8Text text) {
    byte[] mark = Pieces.REPLACEMENT;
    long count = 0;
    for (int i = text.offset(); i + mark.length <= text.end(); i++) {
      count += Arrays.equals(text.bytes(), i, i + mark.length, mark, 0, mark.length) ? 1 : 0;
    }
    return count;
  }

  /** Begins the next text. */
  public void clear() {
    length = 0;
    left = -1;
    tooLong = false;
    tokens = 0;
    unknownAt = -1;
  }

  /** Whether more came than is kept. */
  public boolean isTooLong() {
    return tooLong;
  }

  /** Tokens so far. */
  public long tokens() {
    return tokens;
  }

  /** Why an id has no text, or null if all had: the first one and its place. */
  public String unknown() {
    return unknownAt < 0
        ? null
        : "token " + unknownAt + " has the id " + unknownId + ", and the tokenizer has none such";
  }

  /** What may be thought of all texts so far. */
  public Plausibility plausibility() {
    return plausibility;
  }
}
