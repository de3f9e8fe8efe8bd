package dev.bookplate.catalogue.rows;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A database file of SQLite, read as it stands on the disk and never written: its pages and the
 * tables that its schema names (format: sqlite.org/fileformat2.html).
 */
final class SqliteFile implements Closeable {
  private static final String MAGIC = "SQLite format 3\0";
  private static final int HEADER = 100;
  private static final int SCHEMA_ROOT = 1;
  private static final List<String> SCHEMA = List.of("type", "name", "tbl_name", "rootpage", "sql");

  private final SeekableByteChannel channel;
  private final int pageSize;
  private final int usable;
  private final Charset charset;
  private final boolean hasLog;
  private final Map<String, SqliteTable> tables = new HashMap<>();

  /** The file is no database, or damaged; the message says how, without a full stop. */
  static final class DamagedException extends IOException {
    private static final long serialVersionUID = 1;

    DamagedException(String message) {
      super(message);
    }
  }

  /** Reads the header and the schema of a database; closes the channel if it is none. */
  static SqliteFile of(SeekableByteChannel channel) throws IOException {
    try {
      SqliteFile file = new SqliteFile(channel);
      file.readSchema();
      return file;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private SqliteFile(SeekableByteChannel channel) throws IOException {
    this.channel = channel;
    ByteBuffer header = at(0, HEADER);
    byte[] magic = new byte[16];
    header.get(magic);
    if (!new String(magic, StandardCharsets.ISO_8859_1).equals(MAGIC)) {
      throw new DamagedException("it is no SQLite database");
    }
    int size = header.getShort(16) & 0xFFFF;
    pageSize = size == 1 ? 1 << 16 : size;
    usable = pageSize - (header.get(20) & 0xFF);
    hasLog = header.get(18) == 2;
    if (pageSize < 512 || Integer.bitCount(pageSize) != 1 || usable < 480) {
      throw new DamagedException("its header gives pages of " + pageSize + " bytes");
    }
    charset =
        switch (header.getInt(56)) {
          case 2 -> StandardCharsets.UTF_16LE;
          case 3 -> StandardCharsets.UTF_16BE;
          default -> StandardCharsets.UTF_8;
        };
  }

  private void readSchema() throws IOException {
    SqliteCursor rows = new SqliteCursor(this, new SqliteTable(SCHEMA_ROOT, SCHEMA));
    while (rows.next()) {
      String sql = rows.text("sql");
      if ("table".equals(rows.text("type")) && sql != null && rows.text("name") != null) {
        List<String> columns = SqlColumns.in(sql.substring(sql.indexOf('(') + 1));
        tables.put(
            rows.text("name").toLowerCase(Locale.ROOT),
            new SqliteTable((int) rows.number("rootpage"), new ArrayList<>(columns)));
      }
    }
  }

  /** A table, or null. */
  SqliteTable table(String name) {
    return tables.get(name);
  }

  /** Whether the newest changes may stand in a log beside the file. */
  boolean hasLog() {
    return hasLog;
  }

  int usable() {
    return usable;
  }

  Charset charset() {
    return charset;
  }

  long pages() throws IOException {
    return channel.size() / pageSize;
  }

  /** A page, by its number from 1. */
  ByteBuffer page(long number) throws IOException {
    if (number < 1 || number > pages()) {
      throw new DamagedException("it names page " + number + " and has " + pages());
    }
    return at((number - 1) * pageSize, pageSize);
  }

  private ByteBuffer at(long offset, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    channel.position(offset);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw new DamagedException("it is cut off at byte " + (offset + bytes.position()));
      }
    }
    return bytes.flip();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
