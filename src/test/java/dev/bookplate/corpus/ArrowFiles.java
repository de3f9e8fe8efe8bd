package dev.bookplate.corpus;

import com.github.luben.zstd.Zstd;
import com.google.flatbuffers.FlatBufferBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import net.jpountz.lz4.LZ4FrameOutputStream;
import org.apache.arrow.flatbuf.Block;
import org.apache.arrow.flatbuf.BodyCompression;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.CompressionType;
import org.apache.arrow.flatbuf.DictionaryBatch;
import org.apache.arrow.flatbuf.DictionaryEncoding;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.Type;
import org.apache.arrow.flatbuf.Utf8;

/**
 * Writes small Arrow streams and files of three columns: {@code id} (numbers), {@code text} (Utf8),
 * {@code colour} (Utf8 by a dictionary of its own).
 */
final class ArrowFiles {
  /** Form and packing of buffers. */
  enum Packing {
    NONE,
    LZ4,
    ZSTD
  }

  private final Packing packing;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<long[]> batches = new ArrayList<>();
  private final boolean isFile;

  ArrowFiles(boolean isFile, Packing packing) {
    this(isFile, packing, ArrowFiles::schema);
  }

  private ArrowFiles(boolean isFile, Packing packing, ToIntFunction<FlatBufferBuilder> schema) {
    this.isFile = isFile;
    this.packing = packing;
    if (isFile) {
      out.writeBytes("ARROW1\0\0".getBytes(StandardCharsets.US_ASCII));
    }
    FlatBufferBuilder b = new FlatBufferBuilder();
    message(b, MessageHeader.Schema, schema.applyAsInt(b), new byte[0]);
  }

  /** A stream whose rows are lists of token ids in the column {@code input_ids}. */
  static byte[] ids(int[]... rows) throws IOException {
    ArrowFiles stream = new ArrowFiles(false, Packing.ZSTD, ArrowFiles::idSchema);
    Body body = stream.new Body();
    body.lists(rows);
    FlatBufferBuilder b = new FlatBufferBuilder();
    int header = body.batch(b, rows.length);
    stream.message(b, MessageHeader.RecordBatch, header, body.bytes());
    return stream.bytes();
  }

  private static int idSchema(FlatBufferBuilder b) {
    int item = field(b, "item", Type.Int, Int.createInt(b, 16, false), 0);
    org.apache.arrow.flatbuf.List.startList(b);
    int list = org.apache.arrow.flatbuf.List.endList(b);
    int ids = field(b, "input_ids", Type.List, list, 0, item);
    int fields = Schema.createFieldsVector(b, new int[] {ids});
    Schema.startSchema(b);
    Schema.addFields(b, fields);
    return Schema.endSchema(b);
  }

  private static int schema(FlatBufferBuilder b) {
    int number = Int.createInt(b, 64, true);
    int id = field(b, "id", Type.Int, number, 0);
    int text = field(b, "text", Type.Utf8, utf8(b), 0);
    int index = Int.createInt(b, 8, true);
    DictionaryEncoding.startDictionaryEncoding(b);
    DictionaryEncoding.addId(b, 7);
    DictionaryEncoding.addIndexType(b, index);
    int encoding = DictionaryEncoding.endDictionaryEncoding(b);
    int colour = field(b, "colour", Type.Utf8, utf8(b), encoding);
    int fields = Schema.createFieldsVector(b, new int[] {id, text, colour});
    Schema.startSchema(b);
    Schema.addFields(b, fields);
    return Schema.endSchema(b);
  }

  private static int utf8(FlatBufferBuilder b) {
    Utf8.startUtf8(b);
    return Utf8.endUtf8(b);
  }

  private static int field(
      FlatBufferBuilder b, String name, byte kind, int type, int encoding, int... inside) {
    int nameAt = b.createString(name);
    int children = Field.createChildrenVector(b, inside);
    Field.startField(b);
    Field.addName(b, nameAt);
    Field.addNullable(b, true);
    Field.addTypeType(b, kind);
    Field.addType(b, type);
    Field.addChildren(b, children);
    if (encoding != 0) {
      Field.addDictionary(b, encoding);
    }
    return Field.endField(b);
  }

  /** Adds values to the dictionary, or sets them. */
  ArrowFiles colours(boolean more, String... values) throws IOException {
    Body body = new Body();
    body.texts(List.of(values));
    FlatBufferBuilder b = new FlatBufferBuilder();
    int batch = body.batch(b, values.length);
    DictionaryBatch.startDictionaryBatch(b);
    DictionaryBatch.addId(b, 7);
    DictionaryBatch.addData(b, batch);
    DictionaryBatch.addIsDelta(b, more);
    int header = DictionaryBatch.endDictionaryBatch(b);
    message(b, MessageHeader.DictionaryBatch, header, body.bytes());
    return this;
  }

  /** Adds a batch: a row for each text, null for none, with ids from {@code firstId}. */
  ArrowFiles batch(int firstId, List<String> texts, int... colours) throws IOException {
    Body body = new Body();
    body.numbers(firstId, texts.size());
    body.texts(texts);
    body.places(colours);
    FlatBufferBuilder b = new FlatBufferBuilder();
    int header = body.batch(b, texts.size());
    batches.add(message(b, MessageHeader.RecordBatch, header, body.bytes()));
    return this;
  }

  /** Offset, bytes of the metadata, bytes of the body. */
  private long[] message(FlatBufferBuilder b, byte type, int header, byte[] body) {
    Message.startMessage(b);
    Message.addVersion(b, MetadataVersion.V5);
    Message.addHeaderType(b, type);
    Message.addHeader(b, header);
    Message.addBodyLength(b, body.length);
    b.finish(Message.endMessage(b));
    byte[] metadata = b.sizedByteArray();
    int padded = (metadata.length + 7) / 8 * 8;
    long at = out.size();
    out.writeBytes(little(8).putInt(-1).putInt(padded).array());
    out.writeBytes(Arrays.copyOf(metadata, padded));
    out.writeBytes(body);
    return new long[] {at, padded + 8L, body.length};
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Without the end mark, as a writer that was killed leaves it. */
  byte[] unfinished() {
    return out.toByteArray();
  }

  /** The stream or file. */
  byte[] bytes() {
    out.writeBytes(little(8).putInt(-1).putInt(0).array());
    if (isFile) {
      FlatBufferBuilder b = new FlatBufferBuilder();
      int schema = schema(b);
      Footer.startRecordBatchesVector(b, batches.size());
      for (long[] each : batches.reversed()) {
        Block.createBlock(b, each[0], (int) each[1], each[2]);
      }
      int blocks = b.endVector();
      Footer.startFooter(b);
      Footer.addVersion(b, MetadataVersion.V5);
      Footer.addSchema(b, schema);
      Footer.addRecordBatches(b, blocks);
      b.finish(Footer.endFooter(b));
      byte[] footer = b.sizedByteArray();
      out.writeBytes(footer);
      out.writeBytes(little(4).putInt(footer.length).array());
      out.writeBytes("ARROW1".getBytes(StandardCharsets.US_ASCII));
    }
    return out.toByteArray();
  }

  /** Nodes and buffers of one batch. */
  private final class Body {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<long[]> buffers = new ArrayList<>();
    private final List<long[]> nodes = new ArrayList<>();

    @SuppressWarnings("ByteBufferBackingArray") // of little, which is all of it
    void numbers(int first, int count) throws IOException {
      nodes.add(new long[] {count, 0});
      ByteBuffer data = little(8 * count);
      for (int i = 0; i < count; i++) {
        data.putLong(first + i);
      }
      buffer(new byte[0]);
      buffer(data.array());
    }

    @SuppressWarnings("ByteBufferBackingArray") // of little, which is all of it
    void texts(List<String> texts) throws IOException {
      byte[] valid = new byte[(texts.size() + 7) / 8];
      ByteBuffer ends = little(4 * texts.size() + 4).putInt(0);
      ByteArrayOutputStream data = new ByteArrayOutputStream();
      int nulls = 0;
      for (int i = 0; i < texts.size(); i++) {
        if (texts.get(i) == null) {
          nulls++;
        } else {
          valid[i / 8] |= (byte) (1 << i % 8);
          data.writeBytes(texts.get(i).getBytes(StandardCharsets.UTF_8));
        }
        ends.putInt(data.size());
      }
      nodes.add(new long[] {texts.size(), nulls});
      buffer(valid);
      buffer(ends.array());
      buffer(data.toByteArray());
    }

    @SuppressWarnings("ByteBufferBackingArray") // of little, which is all of it
    void lists(int[]... rows) throws IOException {
      byte[] valid = new byte[(rows.length + 7) / 8];
      ByteBuffer ends = little(4 * rows.length + 4).putInt(0);
      ByteBuffer data =
          little(2 * Arrays.stream(rows).mapToInt(r -> r == null ? 0 : r.length).sum());
      int nulls = 0;
      for (int i = 0; i < rows.length; i++) {
        if (rows[i] == null) {
          nulls++;
        } else {
          valid[i / 8] |= (byte) (1 << i % 8);
          Arrays.stream(rows[i]).forEach(id -> data.putShort((short) id));
        }
        ends.putInt(data.position() / 2);
      }
      nodes.add(new long[] {rows.length, nulls});
      nodes.add(new long[] {data.position() / 2, 0});
      buffer(valid);
      buffer(ends.array());
      buffer(new byte[0]);
      buffer(data.array());
    }

    void places(int... places) throws IOException {
      nodes.add(new long[] {places.length, 0});
      byte[] data = new byte[places.length];
      for (int i = 0; i < places.length; i++) {
        data[i] = (byte) places[i];
      }
      buffer(new byte[0]);
      buffer(data);
    }

    private void buffer(byte[] plain) throws IOException {
      byte[] data = packed(plain);
      buffers.add(new long[] {bytes.size(), data.length});
      bytes.writeBytes(data);
      bytes.writeBytes(new byte[(8 - bytes.size() % 8) % 8]);
    }

    private byte[] packed(byte[] plain) throws IOException {
      if (packing == Packing.NONE || plain.length == 0) {
        return plain;
      }
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      packed.writeBytes(little(8).putLong(plain.length).array());
      if (packing == Packing.ZSTD) {
        packed.writeBytes(Zstd.compress(plain));
      } else {
        try (LZ4FrameOutputStream lz4 = new LZ4FrameOutputStream(packed)) {
          lz4.write(plain);
        }
      }
      return packed.toByteArray();
    }

    int batch(FlatBufferBuilder b, int rows) {
      int compression = 0;
      if (packing != Packing.NONE) {
        byte codec = packing == Packing.ZSTD ? CompressionType.ZSTD : CompressionType.LZ4_FRAME;
        compression = BodyCompression.createBodyCompression(b, codec, (byte) 0);
      }
      RecordBatch.startNodesVector(b, nodes.size());
      for (long[] node : nodes.reversed()) {
        FieldNode.createFieldNode(b, node[0], node[1]);
      }
      int nodesAt = b.endVector();
      RecordBatch.startBuffersVector(b, buffers.size());
      for (long[] buffer : buffers.reversed()) {
        Buffer.createBuffer(b, buffer[0], buffer[1]);
      }
      int buffersAt = b.endVector();
      RecordBatch.startRecordBatch(b);
      RecordBatch.addLength(b, rows);
      RecordBatch.addNodes(b, nodesAt);
      RecordBatch.addBuffers(b, buffersAt);
      if (compression != 0) {
        RecordBatch.addCompression(b, compression);
      }
      return RecordBatch.endRecordBatch(b);
    }

    byte[] bytes() {
      return bytes.toByteArray();
    }
  }
}
