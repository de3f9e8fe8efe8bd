package dev.bookplate.catalogue.rows;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes databases of SQLite whose tables have up to two pages each; long texts overflow. */
final class SmallDatabase {
  static final int PAGE = 1024;
  private static final int USABLE_LOCAL = PAGE - 35;

  private final List<byte[]> pages = new ArrayList<>();
  private final List<byte[]> schema = new ArrayList<>();

  SmallDatabase() {
    pages.add(new byte[PAGE]);
  }

  /** A table whose rows have their place from 1 as id, and a null in the place of it. */
  SmallDatabase table(String name, String columns, Object[]... rows) {
    List<byte[]> first = new ArrayList<>();
    List<byte[]> second = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      (i < (rows.length + 1) / 2 ? first : second).add(cell(i + 1, rows[i]));
    }
    int left = add(leaf(first, 0));
    int right = add(leaf(second, 0));
    ByteBuffer root = ByteBuffer.allocate(PAGE);
    root.put(0, (byte) 5).putShort(3, (short) 1).putInt(8, right).putShort(12, (short) (PAGE - 8));
    root.putInt(PAGE - 8, left);
    root.put(PAGE - 4, (byte) first.size());
    int at = add(root.array());
    schema.add(
        cell(
            schema.size() + 1,
            "table",
            name,
            name,
            (long) at,
            "CREATE TABLE " + name + " (" + columns + ")"));
    return this;
  }

  byte[] bytes() {
    byte[] first = leaf(schema, 100);
    ByteBuffer header = ByteBuffer.wrap(first);
    header.put("SQLite format 3\0".getBytes(StandardCharsets.US_ASCII));
    header.putShort(16, (short) PAGE).put(18, (byte) 1).put(19, (byte) 1);
    header.putInt(28, pages.size()).putInt(56, 1);
    pages.set(0, first);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    pages.forEach(all::writeBytes);
    return all.toByteArray();
  }

  private int add(byte[] page) {
    pages.add(page);
    return pages.size();
  }

  private static byte[] leaf(List<byte[]> cells, int base) {
    ByteBuffer page = ByteBuffer.allocate(PAGE);
    int end = PAGE;
    for (int i = 0; i < cells.size(); i++) {
      end -= cells.get(i).length;
      page.put(end, cells.get(i));
      page.putShort(base + 8 + 2 * i, (short) end);
    }
    page.put(base, (byte) 13).putShort(base + 3, (short) cells.size());
    return page.array();
  }

  private byte[] cell(long id, Object... values) {
    ByteArrayOutputStream types = new ByteArrayOutputStream();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Object value : values) {
      if (value == null) {
        types.write(0);
      } else if (value instanceof Long number) {
        types.write(4);
        body.writeBytes(ByteBuffer.allocate(4).putInt(number.intValue()).array());
      } else if (value instanceof Double number) {
        types.write(7);
        body.writeBytes(ByteBuffer.allocate(8).putDouble(number).array());
      } else {
        byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
        types.writeBytes(varint(13 + 2L * text.length));
        body.writeBytes(text);
      }
    }
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    payload.writeBytes(varint(types.size() + 1L));
    payload.writeBytes(types.toByteArray());
    payload.writeBytes(body.toByteArray());
    ByteArrayOutputStream cell = new ByteArrayOutputStream();
    cell.writeBytes(varint(payload.size()));
    cell.writeBytes(varint(id));
    cell.writeBytes(spilled(payload.toByteArray()));
    return cell.toByteArray();
  }

  /** What stays on the page, with the number of the page on which the rest begins. */
  private byte[] spilled(byte[] payload) {
    if (payload.length <= USABLE_LOCAL) {
      return payload;
    }
    int least = (PAGE - 12) * 32 / 255 - 23;
    int kept = least + (payload.length - least) % (PAGE - 4);
    int local = kept <= USABLE_LOCAL ? kept : least;
    int next = 0;
    int rest = payload.length - local;
    int last = rest % (PAGE - 4) == 0 ? PAGE - 4 : rest % (PAGE - 4);
    for (int end = payload.length; end > local; end -= last, last = PAGE - 4) {
      ByteBuffer page = ByteBuffer.allocate(PAGE).putInt(next);
      page.put(payload, end - last, last);
      next = add(page.array());
    }
    return ByteBuffer.allocate(local + 4).put(payload, 0, local).putInt(next).array();
  }

  private static byte[] varint(long value) {
    if (value < 128) {
      return new byte[] {(byte) value};
    }
    return new byte[] {(byte) (0x80 | value >> 7), (byte) (value & 0x7F)};
  }
}
