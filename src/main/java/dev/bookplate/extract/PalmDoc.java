package dev.bookplate.extract;

import java.io.ByteArrayOutputStream;

/** The compression of PalmDOC: letters as they are, and references to the last 2,047 bytes. */
final class PalmDoc {
  private static final int MOST_LITERALS = 8;
  private static final int FIRST_REFERENCE = 0x80;
  private static final int FIRST_SPACE = 0xC0;

  private PalmDoc() {}

  /** Unpacks a record; a reference to before its start ends it, as its end does. */
  static byte[] unpack(byte[] packed) {
    Output out = new Output();
    int at = 0;
    while (at < packed.length) {
      int b = packed[at++] & 0xFF;
      if (b >= FIRST_SPACE) {
        out.write(' ');
        out.write(b ^ 0x80);
      } else if (b >= FIRST_REFERENCE) {
        int pair = b << Byte.SIZE | (at < packed.length ? packed[at] & 0xFF : 0);
        at++;
        if (!out.repeat(pair >> 3 & 0x7FF, (pair & 7) + 3)) {
          break;
        }
      } else if (b >= 1 && b <= MOST_LITERALS) {
        int count = Math.min(b, packed.length - at);
        out.write(packed, at, count);
        at += count;
      } else {
        out.write(b);
      }
    }
    return out.toByteArray();
  }

  /** Can look back at what was written. */
  private static final class Output extends ByteArrayOutputStream {
    boolean repeat(int distance, int length) {
      if (distance == 0 || distance > count) {
        return false;
      }
      for (int i = 0; i < length; i++) {
        write(buf[count - distance]);
      }
      return true;
    }
  }
}
