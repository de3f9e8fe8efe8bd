package dev.bookplate.corpus;

import dev.bookplate.extract.Source;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The pages of an SQLite database, as its file format has them (sqlite.org/fileformat.html), read
 * only. The usual driver holds a library for every kind of machine, 13 MB of them, writes the one
 * that it needs to a disk, and reads files only, not members of archives. Belongs to one thread.
 */
final class SqliteFile implements Closeable {
  static final String MAGIC = "SQLite format 3\0";
  private static final int HEADER = 100;

  private final SeekableByteChannel channel;
  private final int pageSize;
  private final int usable;
  private final long pages;
  private final Charset charset;

  private SqliteFile(SeekableByteChannel channel, ByteBuffer header) throws IOException {
    this.channel = channel;
    int size = header.getShort(16) & 0xFFFF;
    pageSize = size == 1 ? 1 << 16 : size;
    usable = pageSize - (header.get(20) & 0xFF);
    if (Integer.bitCount(pageSize) != 1 || pageSize < 512 || usable < 480) {
      throw new IOException("its header tells no page size");
    }
    long told = header.getInt(28) & 0xFFFFFFFFL;
    boolean valid = header.getInt(24) == header.getInt(92); // older programs do not keep it
    pages = valid && told > 0 ? told : channel.size() / pageSize;
    if (pages * pageSize > channel.size()) {
      throw new IOException(
          "it has " + channel.size() + " bytes and says that it has " + pages * pageSize);
    }
    charset =
        switch (header.getInt(56)) {
          case 2 -> StandardCharsets.UTF_16LE;
          case 3 -> StandardCharsets.UTF_16BE;
          default -> StandardCharsets.UTF_8;
        };
  }

  /** Opens one; it is closed by whoever opens it. */
  static SqliteFile open(Source source) throws IOException {
    SeekableByteChannel channel = source.channel();
    try {
      ByteBuffer header = read(channel, 0, HEADER);
      byte[] magic = new byte[MAGIC.length()];
      header.get(0, magic);
      if (!new String(magic, StandardCharsets.ISO_8859_1).equals(MAGIC)) {
        throw new IOException("it does not begin as a database does");
      }
      return new SqliteFile(channel, header);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static ByteBuffer read(SeekableByteChannel channel, long from, int length)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    channel.position(from);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw new IOException("it ends too early");
      }
    }
    return bytes.flip();
  }

  /** A page by its number, from 1. */
  ByteBuffer page(long number) throws IOException {
    if (number < 1 || number > pages) {
      throw new IOException("it names page " + number + ", and has " + pages);
    }
    return read(channel, (number - 1) * pageSize, pageSize);
  }

  /** Bytes of a page that hold data. */
  int usable() {
    return usable;
  }

  long pages() {
    return pages;
  }

  /** Of all texts in it. */
  Charset charset() {
    return charset;
  }

  /** Its tables, in the order of their making; what SQLite keeps for itself is left out. */
  List<SqliteTable> tables() throws IOException {
    List<SqliteTable> tables = new ArrayList<>();
    SqliteRows rows = new SqliteRows(this, 1, Integer.MAX_VALUE - 16);
    while (rows.next()) {
      SqliteRecord row = rows.record();
      String name = row.text(1);
      if ("table".equals(row.text(0)) && name != null && !name.startsWith("sqlite_")) {
        tables.add(SqliteTable.of(name, row.number(3), row.text(4)));
      }
    }
    return tables;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
