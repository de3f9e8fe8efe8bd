package dev.bookplate.corpus;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jpountz.lz4.LZ4Factory;
import org.xerial.snappy.Snappy;

/**
 * Writes small Parquet files: optional columns, plain encoding, one page a column chunk. The footer
 * is Thrift's compact protocol, by the format's specification.
 */
final class ParquetFiles {
  enum Codec {
    UNCOMPRESSED(0),
    SNAPPY(1),
    GZIP(2),
    BROTLI(4),
    /** As Hadoop frames it: both lengths, big-endian, then the block. */
    LZ4(5),
    ZSTD(6),
    LZ4_RAW(7);

    private final int number;

    Codec(int number) {
      this.number = number;
    }

    byte[] pack(byte[] bytes) throws IOException {
      return switch (this) {
        case UNCOMPRESSED -> bytes;
        case SNAPPY -> Snappy.compress(bytes);
        case ZSTD -> Zstd.compress(bytes);
        case LZ4_RAW -> lz4(bytes);
        case LZ4 -> {
          byte[] block = lz4(bytes);
          yield ByteBuffer.allocate(block.length + 8)
              .putInt(bytes.length)
              .putInt(block.length)
              .put(block)
              .array();
        }
        case BROTLI -> {
          Brotli4jLoader.ensureAvailability();
          yield Encoder.compress(bytes);
        }
        case GZIP -> {
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
          }
          yield out.toByteArray();
        }
      };
    }

    private static byte[] lz4(byte[] bytes) {
      return LZ4Factory.safeInstance().fastCompressor().compress(bytes);
    }
  }

  /** How many values a row has. */
  enum Shape {
    ONE,
    /** A repeated field without the mark of a list. */
    REPEATED,
    /** A list in three levels, as is written today. */
    LIST
  }

  /**
   * A column.
   *
   * @param path its name, or two with a dot between
   * @param isText text, or else whole numbers
   * @param shape of lists the first name is the list, and the second a field of its elements
   * @param id of the field, or -1
   */
  record Column(String path, boolean isText, Shape shape, int id) {
    Column(String path, boolean isText, Shape shape) {
      this(path, isText, shape, -1);
    }

    Column withId(int number) {
      return new Column(path, isText, shape, number);
    }

    static Column text(String path) {
      return new Column(path, true, Shape.ONE);
    }

    static Column number(String path) {
      return new Column(path, false, Shape.ONE);
    }

    static Column texts(String path, Shape shape) {
      return new Column(path, true, shape);
    }

    /** Definition level of a value that is there. */
    private int levels() {
      int structs = path.contains(".") ? 1 : 0;
      return structs + 1 + (shape == Shape.LIST ? 2 : 0);
    }

    /** From the top down. */
    private List<String> names() {
      List<String> names = new ArrayList<>(List.of(path.split("\\.", -1)));
      if (shape == Shape.LIST) {
        names.addAll(1, List.of("list", "element"));
      }
      return names;
    }
  }

  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  private final Codec codec;
  private final List<Column> columns;
  private final Thrift file = new Thrift();
  private final List<Thrift> groups = new ArrayList<>();
  private long rows;
  private boolean isOld;

  ParquetFiles(Codec codec, Column... columns) {
    this.codec = codec;
    this.columns = List.of(columns);
    file.raw(MAGIC);
  }

  /**
   * From here on texts stand in dictionaries, the header of whose page is left out of the size of
   * the column chunk, as parquet-mr before 1.2.9 did (PARQUET-816).
   */
  ParquetFiles asOldWriters() {
    isOld = true;
    return this;
  }

  /** Adds a row group: for each column its values, byte arrays or longs or nulls. */
  ParquetFiles group(List<?>... values) throws IOException {
    Thrift chunks = new Thrift();
    long total = 0;
    for (int i = 0; i < columns.size(); i++) {
      total += chunk(chunks, columns.get(i), values[i]);
    }
    long groupRows = values[0].size();
    rows += groupRows;
    groups.add(
        new Thrift().structs(1, columns.size(), chunks).i64(2, total).i64(3, groupRows).stop());
    return this;
  }

  private long chunk(Thrift chunks, Column column, List<?> values) throws IOException {
    boolean hasDictionary = isOld && column.isText();
    byte[] page = page(column, values, hasDictionary);
    byte[] packed = codec.pack(page);
    long offset = file.size();
    int leftOut = hasDictionary ? dictionary(values) : 0;
    int encoding = hasDictionary ? 2 : 0;
    file.struct(
        new Thrift()
            .i32(1, 0)
            .i32(2, page.length)
            .i32(3, packed.length)
            .field(5, 12)
            .struct(new Thrift().i32(1, count(values)).i32(2, encoding).i32(3, 3).i32(4, 3).stop())
            .stop());
    file.raw(packed);
    long size = file.size() - offset - leftOut;
    Thrift path = new Thrift();
    column.names().forEach(path::text);
    Thrift data =
        new Thrift()
            .i32(1, column.isText() ? 6 : 2)
            .list(2, 5, 1, new Thrift().zigzag(0))
            .list(3, 8, column.names().size(), path)
            .i32(4, codec.number)
            .i64(5, count(values))
            .i64(6, size)
            .i64(7, size)
            .i64(9, offset)
            .stop();
    chunks.struct(new Thrift().i64(2, offset).field(3, 12).struct(data).stop());
    return size;
  }

  /** Writes the page of a dictionary: each value has its own place; its header's bytes. */
  private int dictionary(List<?> values) throws IOException {
    Thrift data = new Thrift();
    values.forEach(value -> value(value, data));
    byte[] packed = codec.pack(data.bytes());
    Thrift header =
        new Thrift()
            .i32(1, 2)
            .i32(2, data.size())
            .i32(3, packed.length)
            .field(7, 12)
            .struct(new Thrift().i32(1, values.size()).i32(2, 2).stop())
            .stop();
    file.struct(header).raw(packed);
    return header.size();
  }

  private static byte[] page(Column column, List<?> values, boolean hasDictionary) {
    Thrift repeats = new Thrift();
    Thrift levels = new Thrift();
    Thrift data = new Thrift().raw(hasDictionary ? new byte[] {8} : new byte[0]); // bits of a place
    int place = 0;
    for (Object row : values) {
      List<?> all = row instanceof List<?> list ? list : Arrays.asList(row);
      int first = 0;
      for (Object value : all) {
        int missing = row == null ? 0 : column.levels() - 1;
        repeats.raw(new byte[] {2, (byte) first});
        levels.raw(new byte[] {2, (byte) (value == null ? missing : column.levels())});
        if (hasDictionary) {
          data.raw(new byte[] {2, (byte) place++});
        } else {
          value(value, data);
        }
        first = 1;
      }
      if (all.isEmpty()) {
        repeats.raw(new byte[] {2, 0});
        levels.raw(new byte[] {2, (byte) (column.shape() == Shape.LIST ? 1 : 0)});
      }
    }
    Thrift page = new Thrift();
    if (column.shape() != Shape.ONE) {
      page.raw(little(4).putInt(repeats.size()).array()).raw(repeats.bytes());
    }
    return page.raw(little(4).putInt(levels.size()).array())
        .raw(levels.bytes())
        .raw(data.bytes())
        .bytes();
  }

  private static int count(List<?> rows) {
    return rows.stream().mapToInt(r -> r instanceof List<?> l ? Math.max(1, l.size()) : 1).sum();
  }

  private static void value(Object value, Thrift data) {
    if (value instanceof Long number) {
      data.raw(little(8).putLong(number).array());
    } else if (value instanceof byte[] bytes) {
      data.raw(little(4).putInt(bytes.length).array()).raw(bytes);
    } else if (value instanceof String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      data.raw(little(4).putInt(bytes.length).array()).raw(bytes);
    }
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The file. */
  byte[] bytes() {
    Thrift schema = new Thrift();
    schema.struct(new Thrift().name(4, "root").i32(5, columns.size()).stop());
    int elements = 1;
    for (Column column : columns) {
      List<String> names = column.names();
      for (int i = 0; i < names.size() - 1; i++) {
        int repetition = names.get(i).equals("list") ? 2 : 1;
        Thrift group = new Thrift().i32(3, repetition).name(4, names.get(i)).i32(5, 1);
        boolean isList = i == 0 && column.shape() == Shape.LIST;
        schema.struct((isList ? group.i32(6, 3) : group).stop());
      }
      int repetition = column.shape() == Shape.REPEATED ? 2 : 1;
      Thrift leaf = new Thrift().i32(1, column.isText() ? 6 : 2).i32(3, repetition);
      leaf.name(4, names.getLast());
      Thrift typed = column.isText() ? leaf.i32(6, 0) : leaf;
      schema.struct((column.id() < 0 ? typed : typed.i32(9, column.id())).stop());
      elements += names.size();
    }
    Thrift all = new Thrift();
    groups.forEach(all::struct);
    Thrift footer =
        new Thrift()
            .i32(1, 1)
            .structs(2, elements, schema)
            .i64(3, rows)
            .structs(4, groups.size(), all)
            .stop();
    return new Thrift()
        .raw(file.bytes())
        .raw(footer.bytes())
        .raw(little(4).putInt(footer.size()).array())
        .raw(MAGIC)
        .bytes();
  }

  /** Fields of one struct in the compact protocol, in ascending order. */
  private static final class Thrift {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int last;

    Thrift field(int id, int type) {
      out.write((id - last) << 4 | type);
      last = id;
      return this;
    }

    Thrift i32(int id, int value) {
      return field(id, 5).zigzag(value);
    }

    Thrift i64(int id, long value) {
      return field(id, 6).zigzag(value);
    }

    Thrift name(int id, String value) {
      return field(id, 8).text(value);
    }

    Thrift structs(int id, int count, Thrift all) {
      return list(id, 12, count, all);
    }

    Thrift list(int id, int type, int count, Thrift all) {
      field(id, 9);
      out.write(count << 4 | type); // fewer than 15
      return raw(all.bytes());
    }

    Thrift struct(Thrift inner) {
      return raw(inner.bytes());
    }

    Thrift text(String value) {
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      return varint(bytes.length).raw(bytes);
    }

    Thrift zigzag(long value) {
      return varint(value << 1 ^ value >> 63);
    }

    private Thrift varint(long value) {
      long rest = value;
      for (; (rest & ~0x7FL) != 0; rest >>>= 7) {
        out.write((int) ((rest & 0x7F) | 0x80));
      }
      out.write((int) rest);
      return this;
    }

    Thrift stop() {
      out.write(0);
      return this;
    }

    Thrift raw(byte[] bytes) {
      out.writeBytes(bytes);
      return this;
    }

    int size() {
      return out.size();
    }

    byte[] bytes() {
      return out.toByteArray();
    }
  }
}
