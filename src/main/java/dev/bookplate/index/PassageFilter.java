package dev.bookplate.index;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Says of a fingerprint that it is certainly not in the index, or that it may be. A Bloom filter
 * whose bits for one key stand in one 64-bit word (Putze, Sanders and Singler, "Cache-, hash- and
 * space-efficient Bloom filters", 2007), so that a probe is one read. Memory-mapped; may be used by
 * many threads.
 */
final class PassageFilter {
  /** Bits a key; about one in a hundred keys that are not there passes. */
  static final int BITS_A_KEY = 11;

  private static final long MAGIC = 0x626B706C46494C31L; // "bkplFIL1"
  private static final int HEADER = 24;
  private static final int SLICE_SHIFT = 27; // 2^27 longs are 1 GiB
  private static final int SLICE_MASK = (1 << SLICE_SHIFT) - 1;

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

  /** Maps a filter's file. */
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
   * Probes many keys.
   *
   * @param hits gets the indexes of the keys that may be in, ascending; as long as {@code count}
   * @return how many there are
   */
  int probe(long[] hashes, int count, int[] hits) {
    int found = 0;
    if (slices.length == 1) {
      MappedByteBuffer all = slices[0];
      for (int i = 0; i < count; i++) {
        long hash = hashes[i];
        int block = (int) block(hash, blocks);
        long bits = bits(hash);
        hits[found] = i;
        // without a branch: a miss is overwritten by the next
        found += (all.getLong(block << 3) & bits) == bits ? 1 : 0;
      }
      return found;
    }
    for (int i = 0; i < count; i++) {
      hits[found] = i;
      found += mayContain(hashes[i]) ? 1 : 0;
    }
    return found;
  }

  private boolean mayContain(long hash) {
    long block = block(hash, blocks);
    long bits = bits(hash);
    int at = (int) (block & SLICE_MASK) << 3;
    return (slices[(int) (block >>> SLICE_SHIFT)].getLong(at) & bits) == bits;
  }

  private static long block(long hash, long blocks) {
    return Math.unsignedMultiplyHigh(hash, blocks);
  }

  private static long bits(long hash) {
    long h = hash * 0x9E3779B97F4A7C15L;
    return 1L << (h >>> 58)
        | 1L << (h >>> 52)
        | 1L << (h >>> 46)
        | 1L << (h >>> 40)
        | 1L << (h >>> 34);
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

    void add(long hash) {
      long block = block(hash, blocks);
      slices[(int) (block >>> SLICE_SHIFT)][(int) (block & SLICE_MASK)] |= bits(hash);
      keys++;
    }

    void write(Path file) throws IOException {
      try (DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
        out.writeLong(MAGIC);
        out.writeLong(blocks);
        out.writeLong(keys);
        for (long[] slice : slices) {
          for (long bits : slice) {
            out.writeLong(Long.reverseBytes(bits));
          }
        }
      }
    }
  }
}
