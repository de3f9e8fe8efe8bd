package dev.bookplate.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Letters and digits of ASCII, eight bytes at a time in one long, the first in its lowest byte. */
final class Ascii {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long CASE = 0x20 * ONES;

  private Ascii() {}

  /** Eight bytes from {@code p} on. */
  static long eight(byte[] bytes, int p) {
    return (long) LONGS.get(bytes, p);
  }

  /** How many of them are letters or digits before the first that is not. */
  static int letters(long eight) {
    long low = eight & ~HIGHS;
    long marks = between(low | CASE, 'a', 'z') | between(low, '0', '9');
    return Long.numberOfTrailingZeros(~(marks & ~eight) & HIGHS) >>> 3;
  }

  /** Marks the high bit of bytes from first to last; none of them has its high bit set. */
  private static long between(long bytes, int first, int last) {
    return bytes + (0x80 - first) * ONES & ~(bytes + (0x7F - last) * ONES);
  }

  /** The first letters in lower case, the last of them in the highest byte, and 0 before them. */
  static long folded(long eight, int letters) {
    // by 64 bits nothing would be shifted: of no letter there is nothing
    return letters == 0 ? 0 : (eight | CASE) << Long.SIZE - letters * Byte.SIZE;
  }
}
