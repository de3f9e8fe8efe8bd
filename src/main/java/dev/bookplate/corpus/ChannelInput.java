package dev.bookplate.corpus;

import dev.bookplate.extract.Source;
import dev.hardwood.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A Parquet file that cannot be mapped into memory: its ranges are read as they are wanted. */
final class ChannelInput implements InputFile {
  private final Path file;
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

  @Override
  public ByteBuffer readRange(long from, int length) throws IOException {
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
