package dev.bookplate.extract;

import dev.bookplate.extract.ExtractionException.Reason;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The compression of larger Mobipocket books: a Huffman code whose symbols are phrases of a
 * dictionary, and phrases may be packed in the same code.
 */
final class HuffCdic {
  private static final int DEEPEST = 32;
  private static final int SHORT_CODES = 256;
  private static final int LONGEST_CODE = 32;
  private static final int TERMINAL = 0x80;
  private static final int PLAIN = 0x8000;

  /** By the first byte of a code: its length, whether that is certain, and its largest value. */
  private final int[] byFirstByte = new int[SHORT_CODES];

  private final long[] smallest = new long[LONGEST_CODE + 1];
  private final long[] largest = new long[LONGEST_CODE + 1];
  private final List<byte[]> phrases = new ArrayList<>();
  private final List<Boolean> plain = new ArrayList<>();
  private final int most;

  /**
   * Reads the code and the dictionary.
   *
   * @param first number of the record with the code; those of the dictionary follow
   * @param count of all these records
   * @param most bytes that a record may unpack to
   */
  HuffCdic(PalmDatabase file, int first, int count, int most) throws ExtractionException {
    this.most = most;
    byte[] code = file.record(first);
    require(PalmDatabase.number(code, 0, 4) == 0x48554646, "its record " + first + " is no HUFF");
    int table = PalmDatabase.number(code, 8, 4);
    int limits = PalmDatabase.number(code, 12, 4);
    require(
        table > 0 && limits > 0 && Math.max(table + 1024, limits + 256) <= code.length,
        "its Huffman code is cut off");
    for (int i = 0; i < SHORT_CODES; i++) {
      byFirstByte[i] = PalmDatabase.number(code, table + i * 4, 4);
    }
    for (int length = 1; length <= LONGEST_CODE; length++) {
      int at = limits + (length - 1) * 8;
      smallest[length] = unsigned(PalmDatabase.number(code, at, 4)) << LONGEST_CODE - length;
      largest[length] =
          (unsigned(PalmDatabase.number(code, at + 4, 4)) + 1 << LONGEST_CODE - length) - 1;
    }
    for (int i = 1; i < count; i++) {
      dictionary(file.record(first + i), first + i);
    }
  }

  private static long unsigned(int number) {
    return number & 0xFFFFFFFFL;
  }

  private static void require(boolean holds, String what) throws ExtractionException {
    if (!holds) {
      throw new ExtractionException(
          Reason.CORRUPT, "a Mobipocket book that is damaged (" + what + "); get the file anew");
    }
  }

  private void dictionary(byte[] record, int number) throws ExtractionException {
    require(PalmDatabase.number(record, 0, 4) == 0x43444943, "its record " + number + " no CDIC");
    int all = PalmDatabase.number(record, 8, 4);
    int bits = PalmDatabase.number(record, 12, 4);
    require(bits >= 0 && bits <= 16 && all >= 0, "its dictionary tells no size");
    int here = Math.min(1 << bits, all - phrases.size());
    for (int i = 0; i < here; i++) {
      int at = 16 + PalmDatabase.number(record, 16 + i * 2, 2);
      int length = PalmDatabase.number(record, at, 2);
      int end = at + 2 + (length & PLAIN - 1);
      require(end <= record.length, "a phrase of its dictionary is cut off");
      phrases.add(Arrays.copyOfRange(record, at + 2, end));
      plain.add((length & PLAIN) != 0);
    }
  }

  /**
   * Unpacks a record.
   *
   * @throws ExtractionException if it is not of this code, or grows too large
   */
  byte[] unpack(byte[] packed) throws ExtractionException {
    return unpack(packed, 0);
  }

  private byte[] unpack(byte[] packed, int depth) throws ExtractionException {
    require(depth < DEEPEST, "phrases of its dictionary hold each other");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long bits = packed.length * 8L;
    long at = 0;
    while (at < bits) {
      long code = next32(packed, at);
      int entry = byFirstByte[(int) (code >>> 24)];
      int length = entry & 0x1F;
      require(length > 0, "its Huffman code has a gap");
      long top = (unsigned(entry) >>> Byte.SIZE) + 1 << LONGEST_CODE - length;
      long last = top - 1;
      if ((entry & TERMINAL) == 0) {
        while (length < LONGEST_CODE && code < smallest[length]) {
          length++;
        }
        last = largest[length];
      }
      at += length;
      if (at > bits) {
        break; // the last byte is filled up
      }
      long index = last - code >>> LONGEST_CODE - length;
      require(index >= 0 && index < phrases.size(), "it names a phrase that is not there");
      out.writeBytes(phrase((int) index, depth));
      require(out.size() <= most, "a record unpacks to more than " + most + " bytes");
    }
    return out.toByteArray();
  }

  /** Each phrase is unpacked once. */
  private byte[] phrase(int index, int depth) throws ExtractionException {
    if (!plain.get(index)) {
      phrases.set(index, unpack(phrases.get(index), depth + 1));
      plain.set(index, true);
    }
    return phrases.get(index);
  }

  private static long next32(byte[] packed, long bit) {
    int at = (int) (bit >>> 3);
    long five = 0;
    for (int i = 0; i < 5; i++) {
      five = five << Byte.SIZE | (at + i < packed.length ? packed[at + i] & 0xFF : 0);
    }
    return five >>> Byte.SIZE - (bit & 7) & 0xFFFFFFFFL;
  }
}
