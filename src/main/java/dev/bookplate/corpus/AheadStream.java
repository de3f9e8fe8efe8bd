package dev.bookplate.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Unpacks a few buffers ahead on a thread of its own, beside whoever reads. The thread alone
 * touches what it reads from, and ends with it: at its end, at its first failure, or when this is
 * closed.
 */
final class AheadStream extends InputStream {
  private static final int BUFFERS = 4;
  private static final int SIZE = 1 << 18;

  /** Bytes, or at the end why there are no more: a failure, or null. */
  private static final class Block {
    private final byte[] bytes = new byte[SIZE];
    private int length;
    private boolean last;
    private Throwable failure;
  }

  private final InputStream in;
  private final BlockingQueue<Block> free = new ArrayBlockingQueue<>(BUFFERS);
  private final BlockingQueue<Block> full = new ArrayBlockingQueue<>(BUFFERS);
  private final Thread thread;
  private volatile boolean closed;
  private Block block;
  private int at;

  /** Starts to read. */
  AheadStream(InputStream in) {
    this.in = in;
    for (int i = 0; i < BUFFERS; i++) {
      free.add(new Block());
    }
    thread = Thread.ofPlatform().daemon().name("bookplate-unpacking").start(this::pump);
  }

  private void pump() {
    try (in) {
      boolean more = true;
      while (more && !closed) {
        Block next = free.take();
        fill(next);
        more = !next.last;
        full.put(next);
      }
    } catch (InterruptedException | IOException e) {
      // closed: whoever read wants no more, and what was open is let go
    }
  }

  private void fill(Block into) {
    into.length = 0;
    try {
      while (into.length < SIZE && !closed) {
        int n = in.read(into.bytes, into.length, SIZE - into.length);
        if (n < 0) {
          into.last = true;
          return;
        }
        into.length += n;
      }
    } catch (IOException | RuntimeException | Error e) {
      into.last = true;
      into.failure = e;
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (block == null) {
      block = take();
    }
    while (at == block.length) {
      if (block.last) {
        return atEnd();
      }
      Block used = block;
      block = null;
      at = 0;
      free.add(used);
      block = take();
    }
    int n = Math.min(length, block.length - at);
    System.arraycopy(block.bytes, at, bytes, offset, n);
    at += n;
    return n;
  }

  private int atEnd() throws IOException {
    return switch (block.failure) {
      case null -> -1;
      case IOException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IOException(Problems.of(e), e);
    };
  }

  private Block take() throws IOException {
    try {
      return full.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the scan is being stopped, and looks at this
      InterruptedIOException stopped = new InterruptedIOException("reading was interrupted");
      stopped.initCause(e);
      throw stopped;
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  /** Ends the thread; it has let go of everything when this returns. */
  @Override
  public void close() {
    closed = true;
    full.clear();
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true; // one buffer takes no time
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
