package dev.bookplate.corpus;

import dev.bookplate.extract.Extractor;
import dev.bookplate.origin.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Opens shards for reading. Belongs to one thread; so do the readers that it opens. */
public final class ShardReaders {
  /** Packed bytes; for less a thread costs more than it saves. */
  private static final long WORTH_A_THREAD = 1 << 20;

  private final ReadOptions options;
  private final Extractor extractor;

  /** Opens shards that are read in one way. */
  public ShardReaders(ReadOptions options) {
    this.options = options;
    extractor = new Extractor(options.charset(), options.maxDocumentBytes());
  }

  /** A reader for one shard. Never throws for a bad file: that is the reader's first outcome. */
  public ShardReader open(Shard shard) {
    try {
      return open(shard, Locations.of(shard.file()));
    } catch (IOException e) {
      return failed(shard, unreadable(e));
    }
  }

  /**
   * A reader for JSON lines that are in memory, or come from anywhere else.
   *
   * @param shard that stands for them in what is read; its file is not touched
   * @param lines closed with the reader
   */
  public ShardReader open(Shard shard, InputStream lines) {
    FileFormat format = new FileFormat(FileFormat.Content.JSON_LINES, Compression.NONE, "");
    return json(shard, new ByteWindow(lines, 0), format);
  }

  /**
   * What a file is taken for, as people are told it: {@code JSON lines, packed with gzip}.
   *
   * @throws IOException if the file cannot be read
   */
  public static String format(Path file) throws IOException {
    FileFormat format = FileFormat.of(file);
    boolean unnamedLines =
        format.content() == FileFormat.Content.DOCUMENT
            && JsonSniffer.looksLikeRecords(file, format);
    return unnamedLines
        ? new FileFormat(FileFormat.Content.JSON_LINES, format.compression(), format.name())
            .people()
        : format.people();
  }

  private ShardReader open(Shard shard, Path file) throws IOException {
    FileFormat format = FileFormat.of(file);
    return switch (format.content()) {
      case JSON_LINES, JSON -> json(shard, file, format);
      case PARQUET -> ParquetShardReader.open(shard, options);
      case DOCUMENT -> document(shard, file, format);
    };
  }

  private ShardReader document(Shard shard, Path file, FileFormat format) throws IOException {
    if (JsonSniffer.looksLikeRecords(file, format)) {
      return json(shard, file, format);
    }
    DocumentReader reader = new DocumentReader(extractor, options);
    return new OneOutcomeReader(() -> reader.read(shard, file, format));
  }

  private ShardReader json(Shard shard, Path file, FileFormat format) throws IOException {
    if (shard.range().unit() == Shard.Unit.PACKED) {
      return packed(shard, file, format.compression());
    }
    if (shard.range().unit() == Shard.Unit.BYTES && shard.range().from() > 0) {
      return middleOfLines(shard, file);
    }
    InputStream in = format.compression().open(file);
    boolean beside = format.compression() != Compression.NONE && shard.weight() >= WORTH_A_THREAD;
    ByteWindow window = new ByteWindow(beside ? new AheadStream(in) : in, 0);
    try {
      return json(shard, window, format);
    } catch (RuntimeException e) {
      window.close();
      throw e;
    }
  }

  private ShardReader packed(Shard shard, Path file, Compression compression) throws IOException {
    Shard.Range range = shard.range();
    try (InputStream start = compression.open(file)) {
      if (JsonSniffer.isWide(start.readNBytes(4))) {
        return failed(shard, JsonSniffer.WIDE);
      }
    } catch (IOException e) {
      // the first range says what is wrong there
    }
    PackedRange unpacked =
        new PackedRange(compression, file, range.from(), range.to(), shard.fileSize());
    ByteWindow window =
        new ByteWindow(shard.weight() >= WORTH_A_THREAD ? new AheadStream(unpacked) : unpacked, 0);
    LineFrames lines =
        new LineFrames(
            window,
            // a line that begins right behind the range has its line feed before it in there
            () -> unpacked.end() < 0 ? Long.MAX_VALUE : unpacked.end() + 1,
            options.maxDocumentBytes());
    LineFrames own =
        range.from() == 0
            ? lines.afterMark(JsonSniffer.of(window).mark())
            : lines.afterFirstNewline();
    return new JsonShardReader(
        shard,
        own,
        options,
        () -> unpacked.end() < 0 ? window.offset(window.limit()) : unpacked.end());
  }

  private ShardReader json(Shard shard, ByteWindow window, FileFormat format) {
    JsonSniffer sniffed = JsonSniffer.of(window);
    if (sniffed.isWide()) {
      window.close();
      return failed(shard, JsonSniffer.WIDE);
    }
    boolean lines = format.content() == FileFormat.Content.JSON_LINES || sniffed.isLines();
    int max = options.maxDocumentBytes();
    Frames frames =
        lines
            ? new LineFrames(window, stop(shard), max).afterMark(sniffed.mark())
            : new ElementFrames(window, sniffed.isList(), max).afterMark(sniffed.mark());
    return new JsonShardReader(shard, frames, options);
  }

  private static long stop(Shard shard) {
    return shard.range().unit() == Shard.Unit.BYTES ? shard.range().to() : Long.MAX_VALUE;
  }

  private ShardReader middleOfLines(Shard shard, Path file) throws IOException {
    try (InputStream start = Compression.NONE.open(file)) {
      if (JsonSniffer.isWide(start.readNBytes(4))) {
        return failed(shard, JsonSniffer.WIDE);
      }
    }
    // from the byte before: where that is a line feed, the first line starts with the range
    long from = shard.range().from() - 1;
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    channel.position(from);
    ByteWindow window = new ByteWindow(Channels.newInputStream(channel), from);
    LineFrames lines = new LineFrames(window, stop(shard), options.maxDocumentBytes());
    return new JsonShardReader(shard, lines.afterFirstNewline(), options);
  }

  private static ShardReader failed(Shard shard, String message) {
    Origin where = Origin.ofFile(shard.corpus(), shard.path(), shard.fileSize());
    return new OneOutcomeReader(() -> new ReadOutcome.Failed(where, message));
  }

  static String unreadable(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "the file is no longer there; scan again when the corpus is at rest";
    }
    if (e instanceof AccessDeniedException) {
      return "the file may not be read; change its permissions, and those of its folders";
    }
    return "the file cannot be read (" + Problems.of(e) + "); check the disk and its permissions";
  }
}
