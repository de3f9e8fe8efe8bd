package dev.bookplate.corpus;

/** How an id is written. */
public enum IdType {
  /** One byte. */
  UINT8(1, false),
  /** One byte, with a sign. */
  INT8(1, true),
  /** Two bytes. */
  UINT16(2, false),
  /** Two bytes, with a sign. */
  INT16(2, true),
  /** Four bytes. */
  UINT32(4, false),
  /** Four bytes, with a sign. */
  INT32(4, true),
  /** Eight bytes, with a sign or without: no vocabulary needs the last bit. */
  INT64(8, true);

  private final int bytes;
  private final boolean signed;

  IdType(int bytes, boolean signed) {
    this.bytes = bytes;
    this.signed = signed;
  }

  /** Bytes of an id. */
  int bytes() {
    return bytes;
  }

  /** The id whose bytes are the lowest of a number. */
  long id(long lowest) {
    int unused = Long.SIZE - 8 * bytes;
    return signed ? lowest << unused >> unused : lowest << unused >>> unused;
  }
}
