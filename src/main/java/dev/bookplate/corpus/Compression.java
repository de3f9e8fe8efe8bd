package dev.bookplate.corpus;

import dev.bookplate.extract.Source;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** How the bytes of a file are packed, known by its first bytes. */
enum Compression {
  NONE("", "none"),
  GZIP(".gz", "1f8b"),
  ZSTD(".zst", "28b52ffd"),
  BZIP2(".bz2", "425a68"),
  XZ(".xz", "fd377a585a00");

  /** Enough for the largest preset, and a bound on what a hostile file may ask for. */
  private static final int XZ_MEMORY_KIB = 1 << 20;

  /** Archives of forums are packed with windows of 2 GiB. */
  private static final int ZSTD_LONGEST_WINDOW = 31;

  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_MAGIC = 6;

  private final String extension;
  private final String magic;

  Compression(String extension, String magic) {
    this.extension = extension;
    this.magic = magic;
  }

  /** Its name among the levels of what is packed: {@code gzip}. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** By the first bytes of a file. */
  static Compression of(byte[] head) {
    String hex = HexFormat.of().formatHex(head, 0, Math.min(head.length, LONGEST_MAGIC));
    for (Compression c : values()) {
      if (hex.startsWith(c.magic)) {
        return c;
      }
    }
    return NONE;
  }

  /** By the name of a file, for one that is too damaged to be known otherwise. */
  static Compression ofName(String lowerCaseName) {
    for (Compression c : values()) {
      if (c != NONE && lowerCaseName.endsWith(c.extension)) {
        return c;
      }
    }
    return NONE;
  }

  /** A file's name without the extension that says how it is packed. */
  String inner(String lowerCaseName) {
    return lowerCaseName.endsWith(extension)
        ? lowerCaseName.substring(0, lowerCaseName.length() - extension.length())
        : lowerCaseName;
  }

  /**
   * The unpacked bytes: of all members, frames or streams that stand one after the other. Data that
   * is cut off anywhere but between them is an {@link IOException}.
   */
  InputStream open(Source source) throws IOException {
    return this == NONE ? source.open() : new Unpacked(() -> unpack(source.open()));
  }

  /** The same of a file. */
  InputStream open(Path file) throws IOException {
    return open(new Source.OfFile(file));
  }

  /** The same of the bytes {@code [from, to)} of a file, which are whole members or frames. */
  InputStream open(Path file, long from, long to) {
    return new Unpacked(() -> unpack(new FileSlice(file, from, to)));
  }

  private InputStream unpack(InputStream raw) throws IOException {
    try {
      InputStream in = new BufferedInputStream(raw, BUFFER);
      return switch (this) {
        case NONE -> in;
        case GZIP -> new GzipStream(raw);
        case ZSTD -> new ZstdStream(raw, ZSTD_LONGEST_WINDOW);
        case BZIP2 -> new BZip2CompressorInputStream(in, true);
        case XZ -> new XZInputStream(in, XZ_MEMORY_KIB);
      };
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }
}
