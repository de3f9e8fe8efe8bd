package dev.bookplate.catalogue.rows;

import dev.bookplate.catalogue.rows.SqliteFile.DamagedException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/** Walks through the rows of a table in the order of their ids; damage never makes it go round. */
final class SqliteCursor {
  private static final int LEAF = 13;
  private static final int INTERIOR = 5;
  private static final int DEEPEST = 64;

  /** Longer than any text of a book's record. */
  private static final int MOST_PAYLOAD = 1 << 24;

  private final SqliteFile file;
  private final SqliteTable table;
  private final Deque<Node> path = new ArrayDeque<>();
  private long pagesLeft;
  private long id;
  private Object[] values = {};

  /** A page of the tree, and the number of the cell that comes next. */
  private static final class Node {
    final ByteBuffer page;
    final int base;
    final boolean isLeaf;
    final int cells;
    int next;

    Node(ByteBuffer page, int base) throws DamagedException {
      this.page = page;
      this.base = base;
      int type = page.get(base);
      if (type != LEAF && type != INTERIOR) {
        throw new DamagedException("a page of a table is of type " + type);
      }
      isLeaf = type == LEAF;
      cells = page.getShort(base + 3) & 0xFFFF;
    }

    int cell(int index) throws DamagedException {
      int pointer = base + (isLeaf ? 8 : 12) + 2 * index;
      int at = pointer + 2 <= page.limit() ? page.getShort(pointer) & 0xFFFF : page.limit();
      if (at + 4 > page.limit()) {
        throw new DamagedException("a page names a cell outside of it");
      }
      return at;
    }
  }

  SqliteCursor(SqliteFile file, SqliteTable table) throws IOException {
    this.file = file;
    this.table = table;
    pagesLeft = file.pages();
    push(table.root());
  }

  private void push(long number) throws IOException {
    if (--pagesLeft < 0 || path.size() >= DEEPEST) {
      throw new DamagedException("the pages of a table form no tree");
    }
    // the file's header stands in front of its first page
    path.push(new Node(file.page(number), number == 1 ? 100 : 0));
  }

  /** On to the next row; false behind the last one. */
  boolean next() throws IOException {
    try {
      while (!path.isEmpty()) {
        Node node = path.peek();
        if (node.isLeaf && node.next < node.cells) {
          read(node.page, node.cell(node.next++));
          return true;
        }
        if (!node.isLeaf && node.next < node.cells) {
          push(node.page.getInt(node.cell(node.next++)) & 0xFFFFFFFFL);
        } else if (!node.isLeaf && node.next == node.cells) {
          node.next++;
          push(node.page.getInt(node.base + 8) & 0xFFFFFFFFL);
        } else {
          path.pop();
        }
      }
      return false;
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new DamagedException("a row of a table goes beyond its page");
    }
  }

  private void read(ByteBuffer page, int cell) throws IOException {
    page.position(cell);
    long length = varint(page);
    id = varint(page);
    if (length < 0 || length > MOST_PAYLOAD) {
      throw new DamagedException("a row is " + length + " bytes long");
    }
    ByteBuffer payload = payload(page, (int) length);
    int headerEnd = (int) Math.min(varint(payload), length);
    values = new Object[table.columns().size()];
    int at = headerEnd;
    for (int i = 0; i < values.length && payload.position() < headerEnd; i++) {
      long type = varint(payload);
      int size = size(type);
      values[i] = value(payload, at, type, size);
      at += size;
    }
  }

  /** What of a row stands on its page, and behind it what overflows. */
  private ByteBuffer payload(ByteBuffer page, int length) throws IOException {
    int usable = file.usable();
    int most = usable - 35;
    int least = (usable - 12) * 32 / 255 - 23;
    int kept = least + (length - least) % (usable - 4);
    int local = length <= most ? length : kept <= most ? kept : least;
    ByteBuffer payload = ByteBuffer.allocate(length);
    payload.put(page.slice(page.position(), local));
    long next = local < length ? page.getInt(page.position() + local) & 0xFFFFFFFFL : 0;
    while (payload.hasRemaining()) {
      ByteBuffer more = file.page(next);
      int taken = Math.min(payload.remaining(), usable - 4);
      payload.put(more.slice(4, taken));
      next = more.getInt(0) & 0xFFFFFFFFL;
    }
    return payload.flip();
  }

  private static int size(long type) throws DamagedException {
    if (type >= 12) {
      long size = (type - 12) / 2;
      if (size > MOST_PAYLOAD) {
        throw new DamagedException("a value is " + size + " bytes long");
      }
      return (int) size;
    }
    return switch ((int) type) {
      case 0, 8, 9 -> 0;
      case 5 -> 6;
      case 6, 7 -> 8;
      case 1, 2, 3, 4 -> (int) type;
      default -> throw new DamagedException("a value is of type " + type);
    };
  }

  private Object value(ByteBuffer payload, int at, long type, int size) {
    if (type >= 12) {
      byte[] bytes = new byte[size];
      payload.get(at, bytes);
      return (type & 1) == 1 ? new String(bytes, file.charset()) : null;
    }
    if (type == 7) {
      return payload.getDouble(at);
    }
    if (type >= 8) {
      return type - 8;
    }
    if (type == 0) {
      return null;
    }
    long number = payload.get(at);
    for (int i = 1; i < size; i++) {
      number = number << 8 | (payload.get(at + i) & 0xFF);
    }
    return number;
  }

  private static long varint(ByteBuffer bytes) {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      byte b = bytes.get();
      value = value << 7 | (b & 0x7F);
      if (b >= 0) {
        return value;
      }
    }
    return value << 8 | (bytes.get() & 0xFF);
  }

  /** The row's id, which is also the value of its integer key. */
  long id() {
    return id;
  }

  /** A value as text without blanks around it, or null. */
  String text(String column) {
    Object value = value(column);
    return value == null ? null : Written.text(value.toString());
  }

  /** A whole number; of a column without a value the row's id if it is the key, else -1. */
  long number(String column) {
    Object value = value(column);
    return value instanceof Long number ? number : column.equals("id") ? id : -1;
  }

  private Object value(String column) {
    int place = table.columns().indexOf(column);
    return place < 0 || place >= values.length ? null : values[place];
  }
}
