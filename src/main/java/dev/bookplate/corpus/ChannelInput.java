package dev.bookplate.corpus;

import dev.hardwood.InputFile;
import java.io.IOException;
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

  /** A file for hardwood, wherever it is. */
  static InputFile of(Path file) {
    return Locations.isRemote(file) ? new ChannelInput(file) : InputFile.of(file);
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
