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

  /**
   * A column.
   *
   * @param path its name, or two with a dot between
   * @param isText text, or else whole numbers
   * @param repetition 1 for optional, 2 for repeated
   */
  record Column(String path, boolean isText, int repetition) {
    static Column text(String path) {
      return new Column(path, true, 1);
    }

    static Column number(String path) {
      return new Column(path, false, 1);
    }

    private int levels() {
      return path.contains(".") ? 2 : 1;
    }
  }

  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  private final Codec codec;
  private final List<Column> columns;
  private final Thrift file = new Thrift();
  private final List<Thrift> groups = new ArrayList<>();
  private long rows;

  ParquetFiles(Codec codec, Column... columns) {
    this.codec = codec;
    this.columns = List.of(columns);
    file.raw(MAGIC);
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
    byte[] page = page(column, values);
    byte[] packed = codec.pack(page);
    long offset = file.size();
    file.struct(
        new Thrift()
            .i32(1, 0)
            .i32(2, page.length)
            .i32(3, packed.length)
            .field(5, 12)
            .struct(new Thrift().i32(1, values.size()).i32(2, 0).i32(3, 3).i32(4, 3).stop())
            .stop());
    file.raw(packed);
    long size = file.size() - offset;
    Thrift path = new Thrift();
    String[] parts = column.path().split("\\.", -1);
    for (String part : parts) {
      path.text(part);
    }
    Thrift data =
        new Thrift()
            .i32(1, column.isText() ? 6 : 2)
            .list(2, 5, 1, new Thrift().zigzag(0))
            .list(3, 8, parts.length, path)
            .i32(4, codec.number)
            .i64(5, values.size())
            .i64(6, size)
            .i64(7, size)
            .i64(9, offset)
            .stop();
    chunks.struct(new Thrift().i64(2, offset).field(3, 12).struct(data).stop());
    return size;
  }

  private static byte[] page(Column column, List<?> values) {
    Thrift levels = new Thrift();
    Thrift data = new Thrift();
    for (Object value : values) {
      levels.raw(new byte[] {2, (byte) (value == null ? 0 : column.levels())});
      if (value instanceof Long number) {
        data.raw(little(8).putLong(number).array());
      } else if (value instanceof byte[] bytes) {
        data.raw(little(4).putInt(bytes.length).array()).raw(bytes);
      } else if (value instanceof String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        data.raw(little(4).putInt(bytes.length).array()).raw(bytes);
      }
    }
    return new Thrift()
        .raw(little(4).putInt(levels.size()).array())
        .raw(levels.bytes())
        .raw(data.bytes())
        .bytes();
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
      String path = column.path();
      int dot = path.indexOf('.');
      if (dot >= 0) {
        schema.struct(new Thrift().i32(3, 1).name(4, path.substring(0, dot)).i32(5, 1).stop());
        elements++;
      }
      Thrift leaf = new Thrift().i32(1, column.isText() ? 6 : 2).i32(3, column.repetition());
      leaf.name(4, path.substring(dot + 1));
      schema.struct((column.isText() ? leaf.i32(6, 0) : leaf).stop());
      elements++;
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
