package dev.bookplate.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Finds the places where a packed file can be cut, without unpacking it. */
final class PackedCuts {
  private PackedCuts() {}

  /**
   * Where ranges of about so many bytes begin, from 0: at frames of Zstandard files, at blocks of
   * BGZF files; 0 alone where a file has none. Damage ends the search, and is in the last range.
   */
  static List<Long> of(Path path, Compression compression, long shardBytes) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      PackedFile file = new PackedFile(channel, channel.size());
      return switch (compression) {
        case ZSTD -> spaced(new ZstdFrames(file).starts(), shardBytes);
        case GZIP -> blocks(new BgzfBlocks(file), file.size(), shardBytes);
        case NONE, BZIP2, XZ -> List.of(0L);
      };
    }
  }

  private static List<Long> spaced(List<Long> starts, long shardBytes) {
    List<Long> cuts = new ArrayList<>(List.of(0L));
    for (long start : starts) {
      if (start - cuts.getLast() >= shardBytes) {
        cuts.add(start);
      }
    }
    return cuts;
  }

  private static List<Long> blocks(BgzfBlocks blocks, long size, long shardBytes)
      throws IOException {
    List<Long> cuts = new ArrayList<>(List.of(0L));
    if (blocks.sizeAt(0) < 0) {
      return cuts;
    }
    long cut = blocks.from(shardBytes);
    while (cut > 0 && cut < size) {
      cuts.add(cut);
      cut = blocks.from(cut + shardBytes);
    }
    return cuts;
  }

  /**
   * Small reads at any place of a file.
   *
   * @param size in bytes
   */
  record PackedFile(FileChannel channel, long size) {
    /** As many bytes as there are, little-endian, from a place. */
    ByteBuffer read(long at, int length) throws IOException {
      ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, at + buffer.position()) < 0) {
          break;
        }
      }
      return buffer.flip();
    }
  }
}
