package dev.bookplate.corpus;

import dev.bookplate.extract.Source;
import dev.hardwood.InputFile;
import dev.hardwood.metadata.ColumnChunk;
import dev.hardwood.metadata.RowGroup;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** A Parquet file that cannot be mapped into memory: its ranges are read as they are wanted. */
final class ChannelInput implements InputFile {
  /** Bytes of a shard's columns that may be held. */
  private static final long MOST_HELD = 128 << 20;

  private final Path file;
  private final NavigableMap<Long, ByteBuffer> held = new TreeMap<>();
  private FileChannel channel;

  private ChannelInput(Path file) {
    this.file = file;
  }

  /** What hardwood reads from: a file, wherever it is, or what is in memory. */
  static InputFile of(Source source) throws IOException {
    if (source instanceof Source.OfFile(Path file)) {
      return Locations.isRemote(file) ? new ChannelInput(file) : InputFile.of(file);
    }
    try (InputStream in = source.open()) {
      return InputFile.of(ByteBuffer.wrap(in.readAllBytes()));
    }
  }

  @Override
  public synchronized void open() throws IOException {
    if (channel == null) {
      channel = FileChannel.open(file, StandardOpenOption.READ);
    }
  }

  /**
   * Reads column chunks at once, where they are not too large: their pages will be looked at one by
   * one, and each look would be a request to another machine.
   */
  synchronized void hold(List<RowGroup> groups, Set<String> columns) throws IOException {
    List<ColumnChunk> chunks =
        groups.stream()
            .flatMap(group -> group.columns().stream())
            .filter(chunk -> columns.contains(chunk.metaData().pathInSchema().toString()))
            .filter(this::isInside)
            .toList();
    if (chunks.stream().mapToLong(ChannelInput::size).sum() <= MOST_HELD) {
      for (ColumnChunk chunk : chunks) {
        long from = chunk.chunkStartOffset();
        held.put(from, read(from, (int) size(chunk)));
      }
    }
  }

  private boolean isInside(ColumnChunk chunk) {
    long from = chunk.chunkStartOffset();
    try {
      return from >= 0 && size(chunk) >= 0 && size(chunk) <= length() - from;
    } catch (IOException e) {
      return false; // whoever reads it is told
    }
  }

  private static long size(ColumnChunk chunk) {
    return chunk.metaData().totalCompressedSize();
  }

  @Override
  public synchronized ByteBuffer readRange(long from, int length) throws IOException {
    var chunk = held.floorEntry(from);
    return chunk != null && from + length <= chunk.getKey() + chunk.getValue().limit()
        ? chunk.getValue().slice((int) (from - chunk.getKey()), length)
        : read(from, length);
  }

  private ByteBuffer read(long from, int length) throws IOException {
    ByteBuffer range = ByteBuffer.allocate(length);
    while (range.hasRemaining()) {
      if (channel.read(range, from + range.position()) < 0) {
        throw new IOException(
            file + " ends at byte " + (from + range.position()) + ", before a range that it names");
      }
    }
    return range.flip();
  }

  @Override
  public long length() throws IOException {
    return channel.size();
  }

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public synchronized void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
