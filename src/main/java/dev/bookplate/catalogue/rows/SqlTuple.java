package dev.bookplate.catalogue.rows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The values of one row of an INSERT, unescaped, one behind the other in an array that is used
 * again for the next row.
 */
final class SqlTuple {
  /** More columns than any table can have. */
  static final int MOST_VALUES = 4096;

  /** What is longer is cut: no title is, and a text of that length is not looked at. */
  static final int LONGEST_VALUE = 1 << 20;

  /** How a value is written. */
  enum Kind {
    NULL,
    /** A number, or a word such as TRUE. */
    BARE,
    /** In quotes. */
    TEXT,
    /** Bytes that need not be text: {@code 0x…}, {@code x'…'}, {@code _binary '…'}. */
    BINARY
  }

  private byte[] bytes = new byte[1 << 14];
  private int used;
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private Kind[] kinds = new Kind[64];
  private int count;

  void clear() {
    used = 0;
    count = 0;
  }

  int count() {
    return count;
  }

  Kind kind(int value) {
    return kinds[value];
  }

  void begin() {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
      kinds = Arrays.copyOf(kinds, 2 * count);
    }
    starts[count] = used;
  }

  void add(byte[] from, int offset, int length) {
    int taken = Math.min(length, room());
    if (used + taken > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, used + taken));
    }
    System.arraycopy(from, offset, bytes, used, taken);
    used += taken;
  }

  void add(int b) {
    if (room() > 0) {
      if (used == bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * used);
      }
      bytes[used++] = (byte) b;
    }
  }

  private int room() {
    return starts[count] + LONGEST_VALUE - used;
  }

  void end(Kind kind) {
    ends[count] = used;
    kinds[count] = kind;
    count++;
  }

  /** Makes bytes of the hex digits in the value that is open; false if they are none. */
  boolean unhex() {
    int start = starts[count];
    String digits = new String(bytes, start, used - start, StandardCharsets.ISO_8859_1);
    if (!digits.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0)) {
      return false;
    }
    byte[] raw = HexFormat.of().parseHex(digits.length() % 2 == 0 ? digits : "0" + digits);
    used = start;
    add(raw, 0, raw.length);
    return true;
  }

  /** Makes bytes of {@code 0x41}; false, and nothing is changed, if the open value is no such. */
  boolean unhexNumber() {
    int start = starts[count];
    if (used - start < 4 || (bytes[start + 1] | 0x20) != 'x') {
      return false;
    }
    System.arraycopy(bytes, start + 2, bytes, start, used - start - 2);
    used -= 2;
    return unhex();
  }

  /** The value that is open, if it is this word in any case. */
  boolean isWord(String upper) {
    int start = starts[count];
    if (used - start != upper.length()) {
      return false;
    }
    for (int i = 0; i < upper.length(); i++) {
      int b = bytes[start + i];
      if ((b >= 'a' && b <= 'z' ? b - 32 : b) != upper.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The first byte of the value that is open, or -1. */
  int first() {
    return used == starts[count] ? -1 : bytes[starts[count]];
  }

  /** Forgets what the value that is open holds so far. */
  void drop() {
    used = starts[count];
  }

  int length(int value) {
    return ends[value] - starts[value];
  }

  /** A value as text: UTF-8, with U+FFFD for what is none. */
  String text(int value) {
    return new String(bytes, starts[value], length(value), StandardCharsets.UTF_8);
  }

  String hex(int value) {
    return HexFormat.of().formatHex(bytes, starts[value], ends[value]);
  }
}
