package dev.bookplate.traces;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks for rare bytes, eight at a time: a word of which one byte is zero is found without a loop
 * (Mycroft's test, in Warren, Hacker's Delight, section 6-1).
 */
final class ByteSearch {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = ONES << 7;

  private ByteSearch() {}

  /** The first digit in {@code bytes[from, to)}, or {@code to}. */
  static int digit(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      // 0 to 9 and six signs have the upper half 3
      while (at + 8 <= to && !hasZero((long) LONG.get(bytes, at) & (ONES * 0xF0) ^ (ONES * 0x30))) {
        at += 8;
      }
      for (int end = Math.min(to, at + 8); at < end; at++) {
        if (bytes[at] >= '0' && bytes[at] <= '9') {
          return at;
        }
      }
    }
    return to;
  }

  /** The first place of a byte in {@code bytes[from, to)}, or {@code to}. */
  static int of(byte wanted, byte[] bytes, int from, int to) {
    int at = from;
    long pattern = ONES * (wanted & 0xFF);
    while (at < to) {
      while (at + 8 <= to && !hasZero((long) LONG.get(bytes, at) ^ pattern)) {
        at += 8;
      }
      for (int end = Math.min(to, at + 8); at < end; at++) {
        if (bytes[at] == wanted) {
          return at;
        }
      }
    }
    return to;
  }

  private static boolean hasZero(long word) {
    return (word - ONES & ~word & HIGH) != 0;
  }
}
