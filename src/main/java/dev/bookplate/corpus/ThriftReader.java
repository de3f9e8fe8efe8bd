package dev.bookplate.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Walks structs in Thrift's compact protocol, as Parquet's footers and page headers are written. A
 * number or a length that leads out of the bytes is a {@link CutOff}.
 */
final class ThriftReader {
  /** The bytes end inside of a value. */
  static final class CutOff extends IOException {
    private static final long serialVersionUID = 1L;

    CutOff() {
      super("it is cut off");
    }
  }

  /** The type of a field that is true; one that is false has another. */
  static final int TRUE = 1;

  private static final int FALSE = 2;
  private static final int BYTE = 3;
  private static final int I16 = 4;
  private static final int I32 = 5;
  private static final int I64 = 6;
  private static final int DOUBLE = 7;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int SET = 10;
  private static final int MAP = 11;
  private static final int STRUCT = 12;
  private static final int MAX_DEPTH = 32;

  private final ByteBuffer bytes;
  private int field;
  private int type;
  private int depth;

  /** Of the bytes from the buffer's position on, which moves. */
  ThriftReader(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /** What is done with the field that {@link #field} and {@link #type} tell of. */
  @FunctionalInterface
  interface Visitor {
    /** Reads the field's value, or returns false to have it skipped. */
    boolean visit(int field) throws IOException;
  }

  /** Visits every field of a struct. */
  void struct(Visitor visitor) throws IOException {
    if (++depth > MAX_DEPTH) {
      throw new IOException("its structs are more than " + MAX_DEPTH + " levels deep");
    }
    int outer = field;
    field = 0;
    while (next()) {
      int at = field;
      int kind = type;
      if (!visitor.visit(at)) {
        skip(kind);
      }
      field = at;
    }
    field = outer;
    depth--;
  }

  private boolean next() throws IOException {
    int head = unsigned();
    if (head == 0) {
      return false;
    }
    type = head & 0xF;
    int before = field;
    field = head >> 4 == 0 ? (int) zigzag() : field + (head >> 4);
    if (field <= before) {
      throw new IOException("its fields are not in order");
    }
    return true;
  }

  /** The type of the field that is visited. */
  int type() {
    return type;
  }

  /** Number of elements of a field that has to be a list of structs, which follow. */
  int structs() throws IOException {
    expect(LIST);
    int head = unsigned();
    if ((head & 0xF) != STRUCT) {
      throw new IOException("a list holds no structs");
    }
    return count(head);
  }

  private int count(int head) throws IOException {
    long count = head >> 4 == 0xF ? varint() : head >> 4;
    if (count < 0 || count > bytes.remaining()) {
      throw new CutOff(); // an element takes a byte at least
    }
    return (int) count;
  }

  /** The value of a field that has to be a number of 32 bits. */
  int i32() throws IOException {
    expect(I32);
    return (int) zigzag();
  }

  /** The value of a field that has to be a number of 64 bits. */
  long i64() throws IOException {
    expect(I64);
    return zigzag();
  }

  /** Visits every field of a struct that is a field's value. */
  void inner(Visitor visitor) throws IOException {
    expect(STRUCT);
    struct(visitor);
  }

  private void expect(int wanted) throws IOException {
    if (type != wanted) {
      throw new IOException("the field " + field + " is of another type");
    }
  }

  private long zigzag() throws IOException {
    long n = varint();
    return n >>> 1 ^ -(n & 1);
  }

  /** Where the next byte is. */
  int position() {
    return bytes.position();
  }

  private long varint() throws IOException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int b = unsigned();
      value |= (long) (b & 0x7F) << shift;
      if (b < 0x80) {
        return value;
      }
    }
    throw new IOException("a number has more than ten bytes");
  }

  private int unsigned() throws IOException {
    if (!bytes.hasRemaining()) {
      throw new CutOff();
    }
    return bytes.get() & 0xFF;
  }

  private void skip(int kind) throws IOException {
    switch (kind) {
      case TRUE, FALSE -> {} // the type is the value
      case BYTE -> skipBytes(1);
      case I16, I32, I64 -> varint();
      case DOUBLE -> skipBytes(Double.BYTES);
      case BINARY -> skipBytes(varint());
      case LIST, SET -> {
        int head = unsigned();
        elements(count(head), head & 0xF);
      }
      case MAP -> map();
      case STRUCT -> struct(f -> false);
      default -> throw new IOException("a field is of a type that there is not");
    }
  }

  private void elements(int count, int kind) throws IOException {
    for (int i = 0; i < count; i++) {
      skip(kind == TRUE || kind == FALSE ? BYTE : kind);
    }
  }

  private void map() throws IOException {
    long count = varint();
    if (count == 0) {
      return;
    }
    int kinds = unsigned();
    for (long i = 0; i < count; i++) {
      elements(1, kinds >> 4);
      elements(1, kinds & 0xF);
    }
  }

  private void skipBytes(long count) throws IOException {
    if (count < 0 || count > bytes.remaining()) {
      throw new CutOff();
    }
    bytes.position(bytes.position() + (int) count);
  }
}
