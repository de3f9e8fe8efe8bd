package dev.bookplate.books;

import dev.bookplate.catalogue.CataloguedEdition;
import dev.bookplate.catalogue.rows.BookRow;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What merging needs to know of one record, read for all records whenever some are added. */
final class RecordKeys {
  private ByteBuffer bytes;
  private int count;

  /** Puts a record's keys into bytes. */
  static byte[] of(BookRow row, CataloguedEdition text) {
    List<JoinKey> keys = JoinKey.of(row);
    Likeness likeness = Likeness.of(row.names());
    byte[] name = row.key().getBytes(StandardCharsets.UTF_8);
    byte[] shelf = text == null ? new byte[0] : text.work().id().getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(
            3 * Long.BYTES
                + Short.BYTES
                + keys.size() * Long.BYTES
                + 2 * Integer.BYTES
                + name.length
                + shelf.length);
    bytes.putLong(likeness.main()).putLong(likeness.full()).putLong(likeness.authors());
    bytes.putShort((short) keys.size());
    keys.forEach(key -> bytes.putLong(key.hash()));
    bytes.putInt(name.length).put(name);
    bytes.putInt(shelf.length).put(shelf);
    return bytes.array();
  }

  /** Reads what {@link #of} made; good until the bytes change. */
  RecordKeys read(byte[] array, int offset, int length) {
    bytes = ByteBuffer.wrap(array, offset, length).slice();
    count = bytes.getShort(3 * Long.BYTES);
    return this;
  }

  Likeness likeness() {
    return new Likeness(bytes.getLong(0), bytes.getLong(Long.BYTES), bytes.getLong(2 * Long.BYTES));
  }

  int count() {
    return count;
  }

  /** Hash of a key. */
  long key(int i) {
    return bytes.getLong(3 * Long.BYTES + Short.BYTES + i * Long.BYTES);
  }

  /** What its source calls the record. */
  String name() {
    return text(3 * Long.BYTES + Short.BYTES + count * Long.BYTES);
  }

  /** The work of the shelf that its text is of, or nothing. */
  String shelfWork() {
    int name = 3 * Long.BYTES + Short.BYTES + count * Long.BYTES;
    return text(name + Integer.BYTES + bytes.getInt(name));
  }

  boolean hasText() {
    int name = 3 * Long.BYTES + Short.BYTES + count * Long.BYTES;
    return bytes.getInt(name + Integer.BYTES + bytes.getInt(name)) > 0;
  }

  private String text(int at) {
    byte[] text = new byte[bytes.getInt(at)];
    bytes.get(at + Integer.BYTES, text);
    return new String(text, StandardCharsets.UTF_8);
  }
}
