package dev.bookplate.catalogue.rows;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Characters of a table of unknown origin: UTF-16 where a byte order mark says so, else UTF-8, and
 * each byte that is none of UTF-8 as windows-1252, as Excel writes.
 */
final class MixedText extends Reader {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private final InputStream in;
  private final CharsetDecoder utf8 =
      StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
  private boolean isEnd;

  private MixedText(InputStream in) {
    this.in = in;
  }

  /** A reader behind the byte order mark. */
  static Reader of(InputStream in) throws IOException {
    PushbackInputStream pushed = new PushbackInputStream(in, 3);
    byte[] mark = pushed.readNBytes(3);
    int b0 = mark.length > 0 ? mark[0] & 0xFF : -1;
    int b1 = mark.length > 1 ? mark[1] & 0xFF : -1;
    if (b0 == 0xEF && b1 == 0xBB && mark.length == 3 && (mark[2] & 0xFF) == 0xBF) {
      return new MixedText(pushed);
    }
    pushed.unread(mark);
    if ((b0 == 0xFF && b1 == 0xFE) || (b0 == 0xFE && b1 == 0xFF)) {
      return new InputStreamReader(pushed, StandardCharsets.UTF_16);
    }
    return new MixedText(pushed);
  }

  @Override
  public int read(char[] chars, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    CharBuffer out = CharBuffer.wrap(chars, from, length);
    int start = out.position();
    while (out.position() == start) {
      if (bytes.remaining() < 4 && !isEnd) {
        fill();
      }
      if (!bytes.hasRemaining()) {
        return -1;
      }
      CoderResult result = utf8.decode(bytes, out, isEnd);
      if (result.isError()) {
        windows(out);
      } else if (result.isOverflow() && out.position() == start) {
        // one char of room, and a pair to come
        windows(out);
      } else if (result.isUnderflow() && bytes.hasRemaining() && isEnd) {
        windows(out);
      }
    }
    return out.position() - start;
  }

  private void windows(CharBuffer out) {
    if (out.hasRemaining()) {
      out.put(WINDOWS.decode(ByteBuffer.wrap(new byte[] {bytes.get()})));
    }
    utf8.reset();
  }

  private void fill() throws IOException {
    bytes.compact();
    int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
    isEnd = n < 0;
    bytes.position(bytes.position() + Math.max(0, n));
    bytes.flip();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
