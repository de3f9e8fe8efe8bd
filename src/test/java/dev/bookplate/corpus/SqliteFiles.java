package dev.bookplate.corpus;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Makes SQLite databases of one table, with small pages, so that trees and chains come about. */
final class SqliteFiles {
  private static final int PAGE = 512;

  private final List<ByteBuffer> pages = new ArrayList<>();

  private SqliteFiles() {}

  /**
   * A database.
   *
   * @param sql that makes its table
   * @param rows of texts, whole numbers, bytes and nulls; row ids count from 1
   */
  @SuppressWarnings("ByteBufferBackingArray") // pages wrap theirs
  static byte[] of(String name, String sql, List<Object[]> rows) {
    SqliteFiles file = new SqliteFiles();
    file.page();
    file.page();
    file.table(rows);
    file.schema(name, sql);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    file.pages.forEach(page -> out.writeBytes(page.array()));
    return out.toByteArray();
  }

  private ByteBuffer page() {
    pages.add(ByteBuffer.wrap(new byte[PAGE]));
    return pages.getLast();
  }

  private void schema(String name, String sql) {
    ByteBuffer first = pages.get(0);
    byte[] row = record(new Object[] {"table", name, name, 2L, sql});
    leaf(first, 100, List.of(cell(1, row)));
    first.put(0, "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII));
    first.putShort(16, (short) PAGE);
    first.put(18, (byte) 1).put(19, (byte) 1).put(21, (byte) 64).put(22, (byte) 32);
    first.put(23, (byte) 32).putInt(24, 7).putInt(28, pages.size()).putInt(44, 4).putInt(56, 1);
    first.putInt(92, 7);
  }

  /** A leaf for each row below the root on page 2; so there may be 60. */
  private void table(List<Object[]> rows) {
    List<Integer> leaves = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      byte[] cell = cell(i + 1, record(rows.get(i)));
      ByteBuffer leaf = page();
      leaves.add(pages.size());
      leaf(leaf, 0, List.of(cell));
    }
    if (leaves.isEmpty()) {
      leaf(pages.get(1), 0, List.of());
      return;
    }
    ByteBuffer root = pages.get(1);
    root.put(0, (byte) 5).putShort(3, (short) (leaves.size() - 1)).putInt(8, leaves.getLast());
    int at = PAGE;
    for (int i = 0; i < leaves.size() - 1; i++) {
      at -= 5;
      root.putInt(at, leaves.get(i)).put(at + 4, (byte) (i + 1));
      root.putShort(12 + 2 * i, (short) at);
    }
  }

  private static void leaf(ByteBuffer page, int header, List<byte[]> cells) {
    page.put(header, (byte) 13).putShort(header + 3, (short) cells.size());
    int at = PAGE;
    for (int i = 0; i < cells.size(); i++) {
      at -= cells.get(i).length;
      page.put(at, cells.get(i));
      page.putShort(header + 8 + 2 * i, (short) at);
    }
    page.putShort(header + 5, (short) at);
  }

  /** With what does not fit in a chain of other pages. */
  private byte[] cell(int rowId, byte[] payload) {
    int most = PAGE - 35;
    int least = (PAGE - 12) * 32 / 255 - 23;
    int fitting = least + (payload.length - least) % (PAGE - 4);
    int here = payload.length <= most ? payload.length : fitting <= most ? fitting : least;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(varint(payload.length));
    out.writeBytes(varint(rowId));
    out.write(payload, 0, here);
    if (here < payload.length) {
      out.writeBytes(ByteBuffer.wrap(new byte[4]).putInt(pages.size() + 1).array());
      for (int at = here; at < payload.length; at += PAGE - 4) {
        int length = Math.min(PAGE - 4, payload.length - at);
        ByteBuffer page = page();
        page.putInt(0, at + length < payload.length ? pages.size() + 1 : 0);
        page.put(4, payload, at, length);
      }
    }
    return out.toByteArray();
  }

  private static byte[] record(Object[] values) {
    ByteArrayOutputStream types = new ByteArrayOutputStream();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Object value : values) {
      switch (value) {
        case null -> types.write(0);
        case Long number -> {
          types.write(6);
          body.writeBytes(ByteBuffer.wrap(new byte[8]).putLong(number).array());
        }
        case byte[] bytes -> {
          types.writeBytes(varint(12 + 2 * bytes.length));
          body.writeBytes(bytes);
        }
        default -> {
          byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
          types.writeBytes(varint(13 + 2 * text.length));
          body.writeBytes(text);
        }
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(types.size() + 1); // short headers only
    out.writeBytes(types.toByteArray());
    out.writeBytes(body.toByteArray());
    return out.toByteArray();
  }

  private static byte[] varint(int value) {
    if (value < 128) {
      return new byte[] {(byte) value};
    }
    return value < 1 << 14
        ? new byte[] {(byte) (value >> 7 | 0x80), (byte) (value & 0x7F)}
        : new byte[] {
          (byte) (value >> 14 | 0x80), (byte) (value >> 7 & 0x7F | 0x80), (byte) (value & 0x7F)
        };
  }
}
