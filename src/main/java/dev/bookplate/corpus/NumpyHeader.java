package dev.bookplate.corpus;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of a numpy array of ids, of one dimension or of rows.
 *
 * @param type of the ids
 * @param bigEndian whether their first byte is the highest
 * @param count of ids, in all rows
 * @param bytes of the header: where the ids begin
 */
record NumpyHeader(IdType type, boolean bigEndian, long count, long bytes) {
  static final String MAGIC = "\u0093NUMPY";

  /** Longest that is believed; numpy's own are 118. */
  private static final int MOST = 1 << 16;

  private static final Pattern DTYPE =
      Pattern.compile("'descr'\\s*:\\s*'([<>|=]?)([a-zA-Z])(\\d+)'");
  private static final Pattern COLUMNS_FIRST = Pattern.compile("'fortran_order'\\s*:\\s*True");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([^)]*)\\)");

  /** Reads up to the first id. */
  static NumpyHeader read(InputStream in) throws IOException {
    byte[] start = exactly(in, 8);
    if (!new String(start, StandardCharsets.ISO_8859_1).startsWith(MAGIC)) {
      throw new IOException("it does not begin as a numpy array");
    }
    int major = start[6];
    if (major < 1 || major > 3) {
      throw new IOException("its header has version " + major + ", which is not known here");
    }
    byte[] size = exactly(in, major == 1 ? 2 : 4);
    long length = 0;
    for (int i = size.length - 1; i >= 0; i--) {
      length = length << 8 | (size[i] & 0xFF);
    }
    if (length > MOST) {
      throw new IOException("its header claims " + length + " bytes");
    }
    String header = new String(exactly(in, (int) length), StandardCharsets.UTF_8);
    return of(header, start.length + size.length + length);
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("it ends in its header");
    }
    return bytes;
  }

  private static NumpyHeader of(String header, long bytes) throws IOException {
    Matcher dtype = DTYPE.matcher(header);
    Matcher shape = SHAPE.matcher(header);
    if (!dtype.find() || !shape.find()) {
      throw new IOException("its header names no type of numbers, or no shape");
    }
    IdType type = type(dtype.group(2) + dtype.group(3));
    long count = count(shape.group(1));
    if (COLUMNS_FIRST.matcher(header).find() && shape.group(1).matches(".*\\d\\s*,\\s*\\d.*")) {
      throw new IOException("its numbers stand by columns; save it by rows (C order)");
    }
    return new NumpyHeader(type, dtype.group(1).equals(">"), count, bytes);
  }

  private static IdType type(String name) throws IOException {
    return switch (name) {
      case "u1" -> IdType.UINT8;
      case "i1" -> IdType.INT8;
      case "u2" -> IdType.UINT16;
      case "i2" -> IdType.INT16;
      case "u4" -> IdType.UINT32;
      case "i4" -> IdType.INT32;
      case "u8", "i8" -> IdType.INT64;
      default ->
          throw new IOException(
              "its numbers are "
                  + (name.startsWith("f") ? "floats (" + name + ")" : "of the type " + name)
                  + ", not token ids");
    };
  }

  private static long count(String shape) throws IOException {
    long count = 1;
    int dimensions = 0;
    for (String part : shape.split(",", -1)) {
      if (!part.isBlank()) {
        dimensions++;
        try {
          count = Math.multiplyExact(count, Long.parseLong(part.strip()));
        } catch (ArithmeticException | NumberFormatException e) {
          throw new IOException("its shape (" + shape + ") is no shape", e);
        }
      }
    }
    if (dimensions < 1 || dimensions > 2 || count < 0 || count > Long.MAX_VALUE / Long.BYTES) {
      throw new IOException("its shape (" + shape + ") is neither that of a list nor of rows");
    }
    return count;
  }
}
