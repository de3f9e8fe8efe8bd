package dev.bookplate.extract;

import dev.bookplate.extract.ExtractionException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A Palm database: a header, a table of where its records start, and the records. */
final class PalmDatabase {
  private static final int COUNT = 76;
  private static final int TABLE = 78;
  private static final int ENTRY = 8;

  private final byte[] bytes;
  private final int records;

  private PalmDatabase(byte[] bytes, int records) {
    this.bytes = bytes;
    this.records = records;
  }

  /**
   * Checks the table of records.
   *
   * @throws ExtractionException if a record would start outside of the file, or before another
   */
  static PalmDatabase of(byte[] bytes) throws ExtractionException {
    int records = bytes.length < TABLE ? 0 : number(bytes, COUNT, 2);
    if (records == 0 || bytes.length < TABLE + records * ENTRY) {
      throw damaged("it ends within its table of records", bytes.length);
    }
    long last = 0;
    for (int i = 0; i < records; i++) {
      long start = number(bytes, TABLE + i * ENTRY, 4) & 0xFFFFFFFFL;
      if (start < last || start > bytes.length) {
        throw damaged("its record " + i + " starts at byte " + start, bytes.length);
      }
      last = start;
    }
    return new PalmDatabase(bytes, records);
  }

  private static ExtractionException damaged(String what, long size) {
    return new ExtractionException(
        Reason.CORRUPT,
        "a Palm database that is damaged or cut off ("
            + what
            + ", and has "
            + size
            + " bytes); get the file anew");
  }

  int records() {
    return records;
  }

  /** The name that it bears, in letters of ASCII; others are lost. */
  String name() {
    int end = 0;
    while (end < 31 && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, 0, end, StandardCharsets.US_ASCII).replace('_', ' ').strip();
  }

  /**
   * A record's bytes.
   *
   * @throws ExtractionException if there is none of that number
   */
  byte[] record(int i) throws ExtractionException {
    if (i < 0 || i >= records) {
      throw damaged("it names a record " + i + " of " + records, bytes.length);
    }
    return Arrays.copyOfRange(bytes, start(i), i + 1 < records ? start(i + 1) : bytes.length);
  }

  private int start(int i) {
    return number(bytes, TABLE + i * ENTRY, 4);
  }

  /** A number with its highest byte first; 0 behind the end. */
  static int number(byte[] from, int at, int length) {
    int n = 0;
    for (int i = at; i < at + length; i++) {
      n = n << Byte.SIZE | (i >= 0 && i < from.length ? from[i] & 0xFF : 0);
    }
    return n;
  }
}
