package dev.bookplate.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Cuts files into ranges that can be read on their own. */
final class Sharder {
  private final long shardBytes;

  Sharder(ReadOptions options) {
    shardBytes = Math.max(1, options.shardBytes());
  }

  /** Ranges that make up the file, in order; the whole file where it cannot be cut. */
  List<Shard.Range> ranges(Path file, long size) {
    if (size <= shardBytes) {
      return List.of(Shard.Range.WHOLE);
    }
    try {
      FileFormat format = FileFormat.of(file);
      if (format.isPlainLines()) {
        return bytes(size);
      }
      if (format.content() == FileFormat.Content.JSON_LINES) {
        return packed(PackedCuts.of(file, format.compression(), shardBytes), size);
      }
      if (format.content() == FileFormat.Content.ARROW && !isPacked(format)) {
        return ArrowShardReader.ranges(file, shardBytes);
      }
      return format.content() == FileFormat.Content.PARQUET
          ? ParquetShardReader.ranges(file, shardBytes)
          : List.of(Shard.Range.WHOLE);
    } catch (IOException e) {
      return List.of(Shard.Range.WHOLE); // whoever reads it will say what is wrong
    }
  }

  private static boolean isPacked(FileFormat format) {
    return format.compression() != Compression.NONE;
  }

  private static List<Shard.Range> packed(List<Long> cuts, long size) {
    if (cuts.size() < 2) {
      return List.of(Shard.Range.WHOLE);
    }
    List<Shard.Range> ranges = new ArrayList<>();
    for (int i = 0; i < cuts.size(); i++) {
      long to = i + 1 < cuts.size() ? cuts.get(i + 1) : size;
      ranges.add(new Shard.Range(Shard.Unit.PACKED, cuts.get(i), to));
    }
    return ranges;
  }

  private List<Shard.Range> bytes(long size) {
    List<Shard.Range> ranges = new ArrayList<>();
    for (long from = 0; from < size; from += shardBytes) {
      long to = size - from <= shardBytes ? size : from + shardBytes;
      ranges.add(new Shard.Range(Shard.Unit.BYTES, from, to));
    }
    return ranges;
  }
}
