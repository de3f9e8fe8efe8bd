package dev.bookplate.index;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * Says of a fingerprint that it is certainly not in the index, or that it may be. A Bloom filter
 * whose bits for one key stand in one 64-bit word (Putze, Sanders and Singler, "Cache-, hash- and
 * space-efficient Bloom filters", 2007), so that a probe is one read. Memory-mapped; may be used by
 * many threads.
 */
final class PassageFilter {
  /** Bits a key; about one in a hundred keys that are not there passes. */
  static final int BITS_A_KEY = 11;

  private static final long MAGIC = 0x626B706C46494C32L; // "bkplFIL2"
  private static final int HEADER = 32; // magic, blocks, keys, checksum
  private static final int SLICE_SHIFT = 27; // 2^27 longs are 1 GiB
  private static final int SLICE_MASK = (1 << SLICE_SHIFT) - 1;

  /** Fingerprints that are probed together. */
  static final int BATCH = 256;

  private final MappedByteBuffer[] slices;
  private final long blocks;
  private final long keys;

  private PassageFilter(MappedByteBuffer[] slices, long blocks, long keys) {
    this.slices = slices;
    this.blocks = blocks;
    this.keys = keys;
  }

  /** Keys that were put in. */
  long keys() {
    return keys;
  }

  /** Bytes in memory when all of it is used. */
  long bytes() {
    return blocks * Long.BYTES;
  }

  /** Maps a filter's file, and looks at its size but not at its content. */
  static PassageFilter open(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer header = ByteBuffer.allocate(HEADER);
      while (header.hasRemaining()) {
        if (channel.read(header) < 0) {
          throw new EOFException(file + " is cut short");
        }
      }
      header.flip();
      if (header.getLong() != MAGIC) {
        throw new IOException(file + " is not a filter of this version");
      }
      long blocks = header.getLong();
      long keys = header.getLong();
      if (blocks < 1 || channel.size() != HEADER + blocks * Long.BYTES) {
        throw new IOException(file + " has another size than its header says");
      }
      return new PassageFilter(map(channel, blocks), blocks, keys);
    }
  }

  /**
   * Reads a filter's file to its end.
   *
   * @throws IOException if a byte is not as it was written
   */
  static void verify(Path file) throws IOException {
    PassageFilter filter = open(file);
    CRC32C sum = sum(filter.blocks, filter.keys);
    for (MappedByteBuffer slice : filter.slices) {
      sum.update(slice.duplicate());
    }
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      in.skipNBytes(HEADER - Long.BYTES);
      if (in.readLong() != sum.getValue()) {
        throw new IOException(file + " has another checksum than its header says");
      }
    }
  }

  /** A checksum that has taken in the header. */
  private static CRC32C sum(long blocks, long keys) {
    CRC32C sum = new CRC32C();
    sum.update(ByteBuffer.allocate(2 * Long.BYTES).putLong(blocks).putLong(keys).flip());
    return sum;
  }

  private static MappedByteBuffer[] map(FileChannel channel, long blocks) throws IOException {
    int count = Math.toIntExact((blocks + SLICE_MASK) >>> SLICE_SHIFT);
    MappedByteBuffer[] slices = new MappedByteBuffer[count];
    for (int i = 0; i < count; i++) {
      long from = (long) i << SLICE_SHIFT;
      long longs = Math.min(1L << SLICE_SHIFT, blocks - from);
      long start = HEADER + from * Long.BYTES;
      slices[i] = channel.map(FileChannel.MapMode.READ_ONLY, start, longs * Long.BYTES);
      slices[i].order(ByteOrder.LITTLE_ENDIAN);
    }
    return slices;
  }

  /**
   * Probes for many fingerprints.
   *
   * @param hits gets the indexes of those that may be in, ascending; as long as {@code count}
   * @param read is overwritten; as long as {@link #BATCH}
   * @return how many there are
   */
  int probe(long[] hashes, int count, int[] hits, long[] read) {
    int found = 0;
    for (int from = 0; from < count; from += BATCH) {
      int batch = Math.min(BATCH, count - from);
      read(hashes, from, batch, read);
      for (int i = 0; i < batch; i++) {
        long bits = bits(IndexFormat.term(hashes[from + i]));
        hits[found] = from + i;
        // without a branch: a miss is overwritten by the next
        found += (read[i] & bits) == bits ? 1 : 0;
      }
    }
    return found;
  }

  /**
   * Reads the blocks of some fingerprints, and does nothing else: in a large filter each of them is
   * out of memory, and so many are on their way at once.
   */
  private void read(long[] hashes, int from, int count, long[] into) {
    if (slices.length == 1) {
      MappedByteBuffer all = slices[0];
      for (int i = 0; i < count; i++) {
        into[i] = all.getLong((int) block(IndexFormat.term(hashes[from + i]), blocks) << 3);
      }
      return;
    }
    for (int i = 0; i < count; i++) {
      into[i] = read(block(IndexFormat.term(hashes[from + i]), blocks));
    }
  }

  private long read(long block) {
    int at = (int) (block & SLICE_MASK) << 3;
    return slices[(int) (block >>> SLICE_SHIFT)].getLong(at);
  }

  /** Whether the fingerprints of a term may be in. */
  boolean mayContain(long term) {
    long bits = bits(term);
    return (read(block(term, blocks)) & bits) == bits;
  }

  /** Terms are spread evenly: the blocks of ascending ones ascend, and are written in order. */
  private static long block(long term, long blocks) {
    return Math.unsignedMultiplyHigh(term << Long.SIZE - IndexFormat.TERM_BITS, blocks);
  }

  /** Five bits by all bits of the term, mixed, of which a block has used up the first. */
  private static long bits(long term) {
    long hash = term * 0xD6E8FEB86659FD93L >>> 32;
    return 1L << hash
        | 1L << (hash >>> 6)
        | 1L << (hash >>> 12)
        | 1L << (hash >>> 18)
        | 1L << (hash >>> 24);
  }

  /** Collects keys and writes the file. */
  static final class Builder {
    private final long[][] slices;
    private final long blocks;
    private long keys;

    /** For that many keys. */
    Builder(long expected) {
      blocks = Math.max(1, (expected * BITS_A_KEY + 63) / 64);
      slices = new long[Math.toIntExact((blocks + SLICE_MASK) >>> SLICE_SHIFT)][];
      for (int i = 0; i < slices.length; i++) {
        long longs = Math.min(1L << SLICE_SHIFT, blocks - ((long) i << SLICE_SHIFT));
        slices[i] = new long[(int) longs];
      }
    }

    void add(long term) {
      long block = block(term, blocks);
      slices[(int) (block >>> SLICE_SHIFT)][(int) (block & SLICE_MASK)] |= bits(term);
      keys++;
    }

    /** Writes the file, and returns when it is on the disk. */
    void write(Path file) throws IOException {
      ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
      try (FileChannel channel =
          FileChannel.open(
              file,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        buffer.putLong(MAGIC).putLong(blocks).putLong(keys).putLong(0);
        CRC32C sum = sum(blocks, keys);
        drain(buffer, channel);
        buffer.order(ByteOrder.LITTLE_ENDIAN);
        for (long[] slice : slices) {
          for (int from = 0; from < slice.length; from += buffer.capacity() / Long.BYTES) {
            int count = Math.min(buffer.capacity() / Long.BYTES, slice.length - from);
            buffer.asLongBuffer().put(slice, from, count);
            buffer.position(count * Long.BYTES);
            sum.update(buffer.duplicate().flip());
            drain(buffer, channel);
          }
        }
        buffer.order(ByteOrder.BIG_ENDIAN).putLong(sum.getValue()).flip();
        channel.write(buffer, HEADER - Long.BYTES);
        channel.force(true);
      }
    }

    private static void drain(ByteBuffer buffer, FileChannel channel) throws IOException {
      buffer.flip();
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      buffer.clear();
    }
  }
}
