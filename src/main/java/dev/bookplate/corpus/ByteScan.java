package dev.bookplate.corpus;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Searches of byte arrays, eight bytes at a time in one long. Each search marks the high bit of the
 * bytes that it looks for; below the first such byte no mark is ever false, and only the first is
 * used.
 */
final class ByteScan {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long QUOTES = '"' * ONES;
  private static final long BACKSLASHES = '\\' * ONES;
  private static final long NEWLINES = '\n' * ONES;
  private static final long SPACES = ' ' * ONES;
  private static final long PAIR_MASK = 0xC0E0C0E0C0E0C0E0L;
  private static final long PAIR_MARKS = 0x80C080C080C080C0L;
  private static final long PAIR_LEAD_BITS = 0x001E001E001E001EL;
  private static final long PAIR_CARRY = 0x8000800080008000L;

  private ByteScan() {}

  /** First newline in {@code bytes[from, to)}, or -1. */
  static int newline(byte[] bytes, int from, int to) {
    int i = from;
    for (; i + 8 <= to; i += 8) {
      long found = zeros((long) LONGS.get(bytes, i) ^ NEWLINES);
      if (found != 0) {
        return i + first(found);
      }
    }
    for (; i < to; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /**
   * First byte in {@code bytes[from, to)} that a JSON string does not hold as plain ASCII: a quote,
   * a backslash, a control character, or a part of a character outside ASCII; {@code to} if none.
   */
  static int special(byte[] bytes, int from, int to) {
    int i = from;
    for (; i + 8 <= to; i += 8) {
      long eight = (long) LONGS.get(bytes, i);
      long found =
          (zeros(eight ^ QUOTES) | zeros(eight ^ BACKSLASHES) | ((eight - SPACES) & ~eight) | eight)
              & HIGHS;
      if (found != 0) {
        return i + first(found);
      }
    }
    for (; i < to; i++) {
      byte b = bytes[i];
      if (b < ' ' || b == '"' || b == '\\') {
        return i;
      }
    }
    return to;
  }

  /**
   * Copies {@code bytes[from, to)} up to the first backslash, and returns its index or {@code to}.
   *
   * @param out has room for {@code to - from} bytes and eight more from {@code at}
   */
  static int copyToBackslash(byte[] bytes, int from, int to, byte[] out, int at) {
    int i = from;
    int o = at;
    for (; i + 8 <= to; i += 8, o += 8) {
      long eight = (long) LONGS.get(bytes, i);
      LONGS.set(out, o, eight);
      long found = zeros(eight ^ BACKSLASHES);
      if (found != 0) {
        return i + first(found);
      }
    }
    for (; i < to && bytes[i] != '\\'; i++, o++) {
      out[o] = bytes[i];
    }
    return i;
  }

  /**
   * Whether {@code bytes[from, from + 8)} are four characters of two bytes each: most of what is
   * written in Cyrillic, Greek, Hebrew or Arabic.
   */
  static boolean isFourPairs(byte[] bytes, int from) {
    long eight = (long) LONGS.get(bytes, from);
    // a lead below C2 has none of the bits 1E: adding 7FFF brings a bit 8000 for every other
    long leads = (eight & PAIR_LEAD_BITS) + 0x7FFF7FFF7FFF7FFFL;
    return (eight & PAIR_MASK) == PAIR_MARKS && (leads & PAIR_CARRY) == PAIR_CARRY;
  }

  private static long zeros(long eight) {
    return (eight - ONES) & ~eight & HIGHS;
  }

  private static int first(long marks) {
    return Long.numberOfTrailingZeros(marks) >>> 3;
  }
}
