package dev.bookplate.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/** The rows of a table, in the order of their row ids: the leaves of its tree of pages. */
final class SqliteRows {
  private static final int LEAF = 13;
  private static final int INNER = 5;

  /** Trees of the largest databases are less deep. */
  private static final int DEEPEST = 40;

  /** A page, and which of its cells is next. */
  private static final class Node {
    private final ByteBuffer page;
    private final int header;
    private int cell;

    Node(ByteBuffer page, int header) {
      this.page = page;
      this.header = header;
    }

    boolean isLeaf() {
      return page.get(header) == LEAF;
    }

    int cells() {
      return page.getShort(header + 3) & 0xFFFF;
    }

    private int pointers() {
      return header + (isLeaf() ? 8 : 12);
    }

    boolean isPossible() {
      return pointers() + 2 * cells() <= page.limit();
    }

    int start(int number) throws IOException {
      int start = page.getShort(pointers() + 2 * number) & 0xFFFF;
      if (start + (isLeaf() ? 1 : 4) > page.limit()) {
        throw new IOException("a row is said to stand outside of its page");
      }
      return start;
    }
  }

  private final SqliteFile file;
  private final long longest;
  private final Deque<Node> path = new ArrayDeque<>();
  private final long root;
  private long visited;
  private long rowId;
  private long length;
  private byte[] payload;

  /**
   * From the first.
   *
   * @param longest row that is held in memory
   */
  SqliteRows(SqliteFile file, long root, long longest) {
    this.file = file;
    this.root = root;
    this.longest = longest;
  }

  /** Goes to the next row; false after the last. */
  boolean next() throws IOException {
    if (visited == 0) {
      enter(root);
    }
    while (!path.isEmpty()) {
      Node node = path.peek();
      if (node.isLeaf() && node.cell < node.cells()) {
        row(node.page, node.start(node.cell++));
        return true;
      }
      if (!node.isLeaf() && node.cell <= node.cells()) {
        int from = node.cell < node.cells() ? node.start(node.cell) : node.header + 8;
        node.cell++;
        enter(node.page.getInt(from) & 0xFFFFFFFFL);
      } else {
        path.pop();
      }
    }
    return false;
  }

  private void enter(long number) throws IOException {
    if (++visited > file.pages() || path.size() >= DEEPEST) {
      throw new IOException("its pages lead in a circle");
    }
    Node node = new Node(file.page(number), number == 1 ? 100 : 0);
    int kind = node.page.get(node.header);
    if (kind != LEAF && kind != INNER) {
      throw new IOException("page " + number + " is of no table");
    }
    if (!node.isPossible()) {
      throw new IOException("page " + number + " is said to have " + node.cells() + " rows");
    }
    path.push(node);
  }

  /** What does not fit into the page goes on in a chain of others. */
  private void row(ByteBuffer page, int start) throws IOException {
    SqliteVarint at = new SqliteVarint(page, start);
    length = at.next();
    rowId = at.next();
    if (length < 0 || length > file.pages() * file.usable()) {
      throw new IOException("a row is said to be longer than the database");
    }
    payload = null;
    if (length > longest) {
      return;
    }
    int most = file.usable() - 35;
    int least = (file.usable() - 12) * 32 / 255 - 23;
    long fitting = least + (length - least) % (file.usable() - 4);
    int here = (int) (length <= most ? length : fitting <= most ? fitting : least);
    if (at.position() + here > page.limit()) {
      throw new IOException("a row goes over the end of its page");
    }
    payload = new byte[(int) length];
    page.get(at.position(), payload, 0, here);
    if (here < length) {
      overflow(here, page.getInt(at.position() + here) & 0xFFFFFFFFL);
    }
  }

  private void overflow(int from, long first) throws IOException {
    int filled = from;
    long next = first;
    while (filled < payload.length) {
      ByteBuffer page = file.page(next);
      int here = Math.min(file.usable() - 4, payload.length - filled);
      page.get(4, payload, filled, here);
      filled += here;
      next = page.getInt(0) & 0xFFFFFFFFL;
    }
  }

  /** Of the row. */
  long rowId() {
    return rowId;
  }

  /** Whether it is longer than is held in memory; then it has no record. */
  boolean isTooLong() {
    return payload == null;
  }

  SqliteRecord record() throws IOException {
    return new SqliteRecord(payload, file.charset());
  }
}
