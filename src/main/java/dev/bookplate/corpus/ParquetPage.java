package dev.bookplate.corpus;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.CompressionCodec;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A page of a column chunk, as its header tells of it.
 *
 * @param offset first byte of its header
 * @param header bytes of its header
 * @param type number of its kind in the format
 * @param packed bytes behind the header
 * @param unpacked bytes that these become
 * @param values in it; 0 for a dictionary
 * @param levels bytes in front of what is packed, or -1 where nothing is packed
 */
record ParquetPage(
    long offset, int header, int type, long packed, long unpacked, long values, long levels) {
  private static final int DATA = 0;
  private static final int DICTIONARY = 2;
  private static final int DATA_2 = 3;
  private static final int FIRST_LOOK = 256;

  /** A header may hold the least and the greatest value of its page. */
  private static final int LONGEST_HEADER = 32 << 20;

  /** A length at the start of what Snappy packed takes so much at most. */
  private static final int LENGTH = 5;

  /**
   * The page whose header stands at an offset.
   *
   * @throws IOException if there is none; says why
   */
  static ParquetPage at(InputFile file, long offset) throws IOException {
    long rest = Math.min(LONGEST_HEADER, file.length() - offset);
    int size = (int) Math.min(FIRST_LOOK, rest);
    while (true) {
      try {
        return new Header().read(file.readRange(offset, size), offset);
      } catch (ThriftReader.CutOff e) {
        if (size == rest) {
          throw e;
        }
        size = (int) Math.min(8L * size, rest);
      }
    }
  }

  boolean isDictionary() {
    return type == DICTIONARY;
  }

  /** First byte after it. */
  long end() {
    return offset + header + packed;
  }

  /**
   * Whether what is packed says itself that it has another length than its header says. Snappy's
   * library writes beyond the end of its memory where that is so.
   */
  boolean isMislabelled(InputFile file, CompressionCodec codec) throws IOException {
    if (codec != CompressionCodec.SNAPPY || levels < 0 || packed <= levels) {
      return false;
    }
    ByteBuffer start =
        file.readRange(offset + header + levels, (int) Math.min(LENGTH, packed - levels));
    long length = 0;
    for (int shift = 0; start.hasRemaining(); shift += 7) {
      byte b = start.get();
      length |= (long) (b & 0x7F) << shift;
      if (b >= 0) {
        return length != unpacked - levels;
      }
    }
    return true;
  }

  /** What is found in a header. */
  private static final class Header {
    private int type = -1;
    private int kind = -1;
    private int unpacked = -1;
    private int packed = -1;
    private int values;
    private int levels;

    ParquetPage read(ByteBuffer bytes, long offset) throws IOException {
      int start = bytes.position();
      ThriftReader reader = new ThriftReader(bytes);
      reader.struct(field -> isRead(reader, field));
      boolean isWhole =
          packed >= 0 && unpacked >= 0 && values >= 0 && levels <= packed && levels <= unpacked;
      if (!isWhole || kind != type) {
        throw new IOException("what it tells is not all there, or cannot be");
      }
      int size = reader.position() - start;
      return new ParquetPage(offset, size, type, packed, unpacked, values, levels);
    }

    private boolean isRead(ThriftReader reader, int field) throws IOException {
      switch (field) {
        case 1 -> type = reader.i32();
        case 2 -> unpacked = reader.i32();
        case 3 -> packed = reader.i32();
        case 5 -> {
          kind = DATA;
          reader.inner(inner -> inner == 1 && isCount(reader));
        }
        case 7 -> {
          kind = DICTIONARY;
          return false;
        }
        case 8 -> {
          kind = DATA_2;
          reader.inner(inner -> isOfSecond(reader, inner));
        }
        default -> {
          return false;
        }
      }
      return true;
    }

    private boolean isCount(ThriftReader reader) throws IOException {
      values = reader.i32();
      return true;
    }

    /** Reads a field of the header of a data page of the second version. */
    private boolean isOfSecond(ThriftReader reader, int field) throws IOException {
      switch (field) {
        case 1 -> values = reader.i32();
        case 5, 6 -> {
          int length = reader.i32();
          if (length < 0) {
            throw new IOException("a length in it is below zero");
          }
          levels = levels < 0 ? levels : Math.addExact(levels, length);
        }
        case 7 -> {
          levels = reader.type() == ThriftReader.TRUE ? levels : -1;
          return false;
        }
        default -> {
          return false;
        }
      }
      return true;
    }
  }
}
