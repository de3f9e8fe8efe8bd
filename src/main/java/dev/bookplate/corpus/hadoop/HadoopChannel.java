package dev.bookplate.corpus.hadoop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.apache.hadoop.fs.FSDataInputStream;

/** Reads a file of Hadoop's from any place. */
final class HadoopChannel extends FileChannel {
  private static final int STEP = 1 << 18;

  private final FSDataInputStream in;
  private final long size;
  private long position;

  /**
   * Of an open file.
   *
   * @param size in bytes
   */
  HadoopChannel(FSDataInputStream in, long size) {
    this.in = in;
    this.size = size;
  }

  @Override
  public synchronized int read(ByteBuffer to) throws IOException {
    // in sequence: connectors read ahead where they are not made to jump
    int want = (int) Math.min(Math.min(to.remaining(), STEP), size - position);
    if (want <= 0) {
      return to.hasRemaining() ? -1 : 0;
    }
    if (in.getPos() != position) {
      in.seek(position);
    }
    byte[] bytes = new byte[want];
    int n = in.read(bytes, 0, want);
    if (n > 0) {
      to.put(bytes, 0, n);
      position += n;
    }
    return n;
  }

  @Override
  public long read(ByteBuffer[] to, int offset, int length) throws IOException {
    long all = 0;
    for (int i = offset; i < offset + length; i++) {
      int n = read(to[i]);
      if (n < 0) {
        return all == 0 ? -1 : all;
      }
      all += n;
      if (to[i].hasRemaining()) {
        break;
      }
    }
    return all;
  }

  @Override
  public int read(ByteBuffer to, long from) throws IOException {
    int want = (int) Math.min(Math.min(to.remaining(), STEP), size - from);
    if (want <= 0) {
      return to.hasRemaining() ? -1 : 0;
    }
    byte[] bytes = new byte[want];
    int n = in.read(from, bytes, 0, want);
    if (n > 0) {
      to.put(bytes, 0, n);
    }
    return n;
  }

  @Override
  public synchronized long position() {
    return position;
  }

  @Override
  public synchronized FileChannel position(long newPosition) {
    position = newPosition;
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public long transferTo(long from, long count, WritableByteChannel target) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(count, STEP));
    int n = read(buffer, from);
    buffer.flip();
    while (buffer.hasRemaining()) {
      target.write(buffer);
    }
    return Math.max(n, 0);
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public long write(ByteBuffer[] from, int offset, int length) {
    throw new NonWritableChannelException();
  }

  @Override
  public int write(ByteBuffer from, long to) {
    throw new NonWritableChannelException();
  }

  @Override
  public long transferFrom(ReadableByteChannel from, long to, long count) {
    throw new NonWritableChannelException();
  }

  @Override
  public FileChannel truncate(long newSize) {
    throw new NonWritableChannelException();
  }

  @Override
  public void force(boolean metaData) {
    // nothing is ever written
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long from, long count) {
    throw new UnsupportedOperationException("a file elsewhere cannot be mapped");
  }

  @Override
  public FileLock lock(long from, long count, boolean shared) {
    throw new UnsupportedOperationException("a file elsewhere cannot be locked");
  }

  @Override
  public FileLock tryLock(long from, long count, boolean shared) {
    throw new UnsupportedOperationException("a file elsewhere cannot be locked");
  }

  @Override
  protected void implCloseChannel() throws IOException {
    in.close();
  }
}
