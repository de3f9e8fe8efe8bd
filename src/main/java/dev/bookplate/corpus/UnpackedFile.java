package dev.bookplate.corpus;

import dev.bookplate.extract.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What is in a file that may be packed (.gz, .zst, .bz2, .xz): streamed, and as it is where it is
 * not packed.
 */
public final class UnpackedFile implements Source {
  private final Source file;
  private final Compression compression;
  private final String name;

  private UnpackedFile(Source file, Compression compression, String name) {
    this.file = file;
    this.compression = compression;
    this.name = name;
  }

  /** Looks at a file's first bytes; an unpacked file is given back as the file that it is. */
  public static Source of(Path file) throws IOException {
    Source source = new Source.OfFile(file);
    Compression compression = Compression.of(source.head(8));
    return compression == Compression.NONE
        ? source
        : new UnpackedFile(source, compression, nameOf(file));
  }

  /** A file's name in lower case, without the ending of a packing. */
  public static String nameOf(Path file) {
    String lower = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return Compression.ofName(lower).inner(lower);
  }

  /** Not known before the end: the packed size. */
  @Override
  public long size() throws IOException {
    return file.size();
  }

  @Override
  public InputStream open() throws IOException {
    return compression.open(file);
  }

  /** Packed bytes have no places of their own. */
  @Override
  public SeekableByteChannel channel() throws IOException {
    throw new IOException(
        name + " is packed, and its format has to be read from its end: unpack it");
  }
}
