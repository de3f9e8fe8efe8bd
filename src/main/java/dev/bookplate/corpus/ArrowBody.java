package dev.bookplate.corpus;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.Locale;
import net.jpountz.lz4.LZ4FrameInputStream;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.CompressionType;
import org.apache.arrow.flatbuf.RecordBatch;

/** The buffers of one batch, read and unpacked when they are asked for, and kept. */
final class ArrowBody {
  private final SeekableByteChannel channel;
  private final ArrowMessages.Block block;
  private final RecordBatch batch;
  private final long most;
  private final ByteBuffer[] buffers;

  /**
   * Of a batch.
   *
   * @param most bytes of a buffer that is held
   */
  ArrowBody(SeekableByteChannel channel, ArrowMessages.Block block, RecordBatch batch, long most) {
    this.channel = channel;
    this.block = block;
    this.batch = batch;
    this.most = Math.min(most, Integer.MAX_VALUE - 16);
    buffers = new ByteBuffer[batch.buffersLength()];
  }

  /** A buffer by its number in the batch; its array holds it from the first byte on. */
  ByteBuffer buffer(int number) throws IOException {
    if (buffers[number] == null) {
      buffers[number] = read(batch.buffers(number)).order(ByteOrder.LITTLE_ENDIAN);
    }
    return buffers[number];
  }

  private ByteBuffer read(Buffer buffer) throws IOException {
    long length = buffer.length();
    if (buffer.offset() < 0 || length < 0 || length > block.bodyBytes() - buffer.offset()) {
      throw new IOException("a buffer leads out of its batch");
    }
    ByteBuffer packed =
        ArrowMessages.bytes(channel, block.bodyAt() + buffer.offset(), bounded(length));
    return batch.compression() == null || length == 0 ? packed : unpacked(packed);
  }

  private int bounded(long length) throws IOException {
    if (length > most) {
      throw new IOException(
          String.format(
              Locale.ROOT, "a buffer of %d bytes; raise --max-member to have it read", length));
    }
    return (int) length;
  }

  private ByteBuffer unpacked(ByteBuffer packed) throws IOException {
    long length = packed.getLong();
    if (length == -1) { // it would not have got smaller
      return packed.slice();
    }
    if (length < 0) {
      throw new IOException("a buffer of " + length + " bytes");
    }
    byte[] bytes = new byte[bounded(length)];
    int from = packed.arrayOffset() + packed.position();
    int n = packed.remaining();
    if (batch.compression().codec() == CompressionType.ZSTD) {
      long got = Zstd.decompressByteArray(bytes, 0, bytes.length, packed.array(), from, n);
      check(Zstd.isError(got) ? -1 : got, length);
    } else {
      try (InputStream in =
          new LZ4FrameInputStream(new ByteArrayInputStream(packed.array(), from, n))) {
        check(in.readNBytes(bytes, 0, bytes.length), length);
      }
    }
    return ByteBuffer.wrap(bytes);
  }

  private static void check(long got, long length) throws IOException {
    if (got != length) {
      throw new IOException("a packed buffer is damaged");
    }
  }
}
