package dev.bookplate.catalogue.rows;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a file of ISO 2709 records into records. What counts is the terminator of a record; the
 * length that it claims is believed where a terminator stands there, and told of where it is wrong.
 */
final class MarcFrames implements Closeable {
  static final byte RECORD_END = 0x1D;
  static final byte FIELD_END = 0x1E;
  private static final int LEADER = 24;

  /** Records that are longer than their five digits can say do occur. */
  private static final int LONGEST = 1 << 24;

  private final InputStream in;
  private byte[] buffer = new byte[1 << 17];
  private int at;
  private int end;
  private long base;
  private long offset;
  private boolean isWhole;
  private List<String> defects = new ArrayList<>();

  MarcFrames(InputStream in) {
    this.in = in;
  }

  /**
   * The next record with its terminator, or what is left at the end of the file, or null.
   *
   * <p>{@link #isWhole} says which it is.
   */
  byte[] next() throws IOException {
    defects = new ArrayList<>();
    passBlanks();
    offset = base + at;
    if (!has(1)) {
      return null;
    }
    int claimed = claimed();
    int length = claimed > LEADER && has(claimed) && endsAt(claimed) ? claimed : terminator();
    isWhole = length > 0;
    if (!isWhole) {
      return rest();
    }
    if (claimed < 0) {
      defects.add("its length is no number");
    } else if (claimed != length) {
      defects.add("it says that it is " + claimed + " bytes long, and is " + length);
    }
    byte[] record = Arrays.copyOfRange(buffer, at, at + length);
    at += length;
    return record;
  }

  /** Line ends, blanks and zeros between records are no part of them; nor is a byte order mark. */
  private void passBlanks() throws IOException {
    if (base + at == 0 && has(3) && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB) {
      at = 3;
    }
    while (has(1) && (buffer[at] <= ' ' && buffer[at] >= 0) && buffer[at] != FIELD_END) {
      at++;
    }
  }

  /** What the record says of its length, or -1. */
  private int claimed() throws IOException {
    int length = 0;
    for (int i = 0; i < 5; i++) {
      int digit = has(i + 1) ? buffer[at + i] - '0' : -1;
      if (digit < 0 || digit > 9) {
        return -1;
      }
      length = length * 10 + digit;
    }
    return length;
  }

  /** Whether a record ends there, and no other one ends before it and begins after that. */
  private boolean endsAt(int length) {
    if (buffer[at + length - 1] != RECORD_END) {
      return false;
    }
    for (int i = at; i < at + length - LEADER; i++) {
      if (buffer[i] == RECORD_END && buffer[i - 1] == FIELD_END && isLeader(i + 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean isLeader(int from) {
    for (int i = from; i < from + 5; i++) {
      if (buffer[i] < '0' || buffer[i] > '9') {
        return false;
      }
    }
    return true;
  }

  /** Length up to the next terminator, or -1. */
  private int terminator() throws IOException {
    for (int i = 0; i < LONGEST && has(i + 1); i++) {
      if (buffer[at + i] == RECORD_END) {
        return i + 1;
      }
    }
    return -1;
  }

  private byte[] rest() throws IOException {
    int length = end - at;
    boolean isTooLong = length >= LONGEST;
    defects.add(
        isTooLong
            ? "no record ends in the 16 MiB from there on"
            : "it is cut off after " + length + " bytes");
    byte[] rest = Arrays.copyOfRange(buffer, at, Math.min(end, at + LEADER));
    // nothing behind an endless record can be trusted to be one
    at = end;
    return rest;
  }

  /** Whether so many bytes are there behind the place, after reading more. */
  private boolean has(int count) throws IOException {
    while (end - at < count) {
      if (at > 0) {
        System.arraycopy(buffer, at, buffer, 0, end - at);
        base += at;
        end -= at;
        at = 0;
      }
      if (end == buffer.length) {
        buffer = Arrays.copyOf(buffer, Math.min(2 * buffer.length, LONGEST + (1 << 16)));
      }
      int n = in.read(buffer, end, buffer.length - end);
      if (n <= 0) {
        return false;
      }
      end += n;
    }
    return true;
  }

  /** Bytes in front of the record. */
  long offset() {
    return offset;
  }

  /** Whether it has its terminator. */
  boolean isWhole() {
    return isWhole;
  }

  /** What is wrong with its frame. */
  List<String> defects() {
    return defects;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
