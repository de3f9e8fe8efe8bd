package dev.bookplate.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Bytes to be read as often as is wanted: a file, what is in memory, or what others make of it. */
public interface Source {
  /** In bytes. */
  long size() throws IOException;

  /** From the start. */
  InputStream open() throws IOException;

  /** For formats that are read from their end. */
  SeekableByteChannel channel() throws IOException;

  /** The first bytes, as many as there are. */
  default byte[] head(int most) throws IOException {
    try (InputStream in = open()) {
      return in.readNBytes(most);
    }
  }

  /** The last bytes, as many as there are. */
  default byte[] tail(int most) throws IOException {
    try (InputStream in = open()) {
      in.skipNBytes(Math.max(0, size() - most));
      return in.readNBytes(most);
    }
  }

  /** A file. */
  record OfFile(Path file) implements Source {
    @Override
    public long size() throws IOException {
      return Files.size(file);
    }

    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(file);
    }

    @Override
    public SeekableByteChannel channel() throws IOException {
      return FileChannel.open(file);
    }
  }

  /** Bytes in memory. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record OfBytes(byte[] bytes) implements Source {
    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public SeekableByteChannel channel() {
      return new SeekableInMemoryByteChannel(Arrays.copyOf(bytes, bytes.length));
    }
  }
}
