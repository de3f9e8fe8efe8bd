package dev.bookplate.corpus;

import dev.bookplate.extract.Extractor;
import dev.bookplate.extract.Source;
import dev.bookplate.origin.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Opens shards for reading. Belongs to one thread; so do the readers that it opens. */
public final class ShardReaders {
  /** Packed bytes; for less a thread costs more than it saves. */
  private static final long WORTH_A_THREAD = 1 << 20;

  private final ReadOptions options;
  private final Extractor extractor;
  private final Decoders decoders;
  private final OutputRecords outputs;
  private final MemberBytes seenBytes;
  private final Wrappings wrappings;

  /** Opens shards that are read in one way. */
  public ShardReaders(ReadOptions options) {
    this(options, MemberBytes.UNSEEN, Wrappings.UNTOLD);
  }

  /**
   * Opens shards that are read in one way.
   *
   * @param seenBytes is shown the bytes of members of archives, and of what packed documents unpack
   *     to
   */
  public ShardReaders(ReadOptions options, MemberBytes seenBytes) {
    this(options, seenBytes, Wrappings.UNTOLD);
  }

  /**
   * Opens shards that are read in one way.
   *
   * @param wrappings is told what files and members are taken for
   */
  public ShardReaders(ReadOptions options, Wrappings wrappings) {
    this(options, MemberBytes.UNSEEN, wrappings);
  }

  private ShardReaders(ReadOptions options, MemberBytes seenBytes, Wrappings wrappings) {
    this.options = options;
    this.wrappings = wrappings;
    this.seenBytes = seenBytes;
    decoders = new Decoders(options.tokens());
    outputs = options.outputs() == null ? null : new OutputRecords(options);
    extractor =
        new Extractor(
            options.charset(),
            options.maxDocumentBytes(),
            options.mainContent(),
            options.limits().ofParsers());
  }

  /** A reader for one shard. Never throws for a bad file: that is the reader's first outcome. */
  public ShardReader open(Shard shard) {
    Origin whole = Origin.ofFile(shard.corpus(), shard.path(), shard.fileSize());
    try {
      Path file = Locations.of(shard.file());
      if (shard.table() != null) {
        return table(Entry.of(whole, new Source.OfFile(file), Around.NOTHING), shard);
      }
      return open(Entry.of(whole, new Source.OfFile(file), Around.NOTHING), shard.range(), file);
    } catch (MemberSource.OverLimitException e) {
      String large =
          "unpacks to more than "
              + options.limits().maxMemberBytes()
              + " bytes, which may be held in memory; raise --max-member, or unpack it";
      return new OneOutcomeReader(
          () -> new ReadOutcome.Skipped(whole, SkipReason.OVER_LIMIT, large));
    } catch (IOException e) {
      return failed(whole, unreadable(e));
    }
  }

  /**
   * A reader for JSON lines that are in memory, or come from anywhere else.
   *
   * @param where they stand, as far as their documents are told
   * @param lines closed with the reader
   */
  public ShardReader open(Origin where, InputStream lines) {
    return json(
        where,
        Shard.Range.WHOLE,
        new ByteWindow(lines, 0),
        new Lines(true, new JsonShardReader.Ways(null, decoders)));
  }

  /**
   * What a file is taken for, as people are told it: {@code JSON lines, packed with gzip}.
   *
   * @throws IOException if the file cannot be read
   */
  public static String format(Path file) throws IOException {
    Entry entry =
        Entry.of(Origin.ofFile("", file.toString(), -1), new Source.OfFile(file), Around.NOTHING);
    FileFormat format = entry.format();
    boolean unnamedLines =
        format.content() == FileFormat.Content.DOCUMENT && JsonSniffer.looksLikeRecords(entry);
    if (unnamedLines) {
      return new FileFormat(FileFormat.Content.JSON_LINES, format.compression(), format.name())
          .people();
    }
    boolean mayBeBook =
        format.content() == FileFormat.Content.DOCUMENT
            || format.content() == FileFormat.Content.ZIP;
    String book =
        mayBeBook && format.compression() == Compression.NONE
            ? Extractor.kind(entry.source(), format.name())
            : null;
    return book == null ? format.people() : "one document (" + book + ")";
  }

  private ShardReader table(Entry entry, Shard shard) throws IOException {
    tell(entry, entry.format().label());
    return ParquetShardReader.open(entry, shard.range(), shard.table(), parquet());
  }

  private ParquetShardReader.Ways parquet() {
    return new ParquetShardReader.Ways(options, outputs);
  }

  /** Ranges are of files only. */
  private ShardReader open(Entry entry, Shard.Range range, Path file) throws IOException {
    tell(entry, entry.format().label());
    return switch (range.unit()) {
      case FILE -> open(entry, new Expansion(entry.source().size()));
      case BATCHES -> ArrowShardReader.open(entry, range, options);
      case ROW_GROUPS -> ParquetShardReader.open(entry, range, null, parquet());
      case BYTES -> range.from() == 0 ? json(entry, range) : middleOfLines(entry, range, file);
      case PACKED -> packed(entry, range, file);
    };
  }

  /**
   * A reader of all of a file, or of a member of an archive.
   *
   * @param expansion of the file
   */
  private ShardReader open(Entry entry, Expansion expansion) throws IOException {
    tell(entry, entry.format().label());
    return switch (entry.format().content()) {
      case JSON_LINES, JSON -> json(entry, Shard.Range.WHOLE);
      case PARQUET ->
          ParquetShardReader.open(seekable(entry, expansion), Shard.Range.WHOLE, null, parquet());
      case ARROW -> ArrowShardReader.open(seekable(entry, expansion), Shard.Range.WHOLE, options);
      case TAR ->
          archive(
              entry,
              () ->
                  new SampleArchive(
                      new TarArchive(entry.unpacked()), new FactsReader(new RecordFields(options))),
              expansion);
      case SEVEN_ZIP -> {
        Entry whole = seekable(entry, expansion);
        yield archive(whole, () -> SevenZipArchive.open(whole.source()), expansion);
      }
      case ZIP -> zip(seekable(entry, expansion), expansion);
      case TABLE -> {
        ShardReader rows = CsvShardReader.open(entry, options);
        yield rows == null ? document(entry) : rows;
      }
      case WARC, ARC -> new WebArchiveReader(entry, webRecords(entry), extractor, options);
      case SQLITE -> new SqliteShardReader(seekable(entry, expansion), options);
      case TOKENS -> tokens(entry);
      case DOCUMENT -> document(entry);
    };
  }

  private ShardReader tokens(Entry entry) throws IOException {
    ShardReader ids = new TokenFiles(options, decoders).open(entry);
    if (ids != null) {
      return ids;
    }
    DocumentReader reader = new DocumentReader(extractor, options, seenBytes, wrappings);
    return new OutcomesReader(
        () -> {
          List<ReadOutcome> outcomes = reader.read(entry);
          return outcomes.getFirst() instanceof ReadOutcome.Skipped(var where, var reason, var why)
                  && reason == SkipReason.NOT_TEXT
              ? List.of(new ReadOutcome.Skipped(where, reason, TokenFiles.raw(why)))
              : outcomes;
        });
  }

  /** The unpacked records, unpacked on another thread where that is worth one. */
  private WebRecords webRecords(Entry entry) throws IOException {
    FileFormat format = entry.format();
    boolean isWarc = format.content() == FileFormat.Content.WARC;
    GzipMembers members =
        format.compression() == Compression.GZIP
            ? new GzipMembers(entry.source(), isWarc ? WarcRecords::isStart : ArcRecords::isStart)
            : null;
    InputStream in = members == null ? entry.unpacked() : members.open();
    boolean beside =
        format.compression() != Compression.NONE && entry.source().size() >= WORTH_A_THREAD;
    ByteWindow window = new ByteWindow(beside ? new AheadStream(in) : in, 0);
    int most = options.maxDocumentBytes();
    WebRecords records = isWarc ? new WarcRecords(window, most) : new ArcRecords(window, most);
    if (members != null) {
      records.goOnWith(members);
    }
    return records;
  }

  private ShardReader zip(Entry entry, Expansion expansion) throws IOException {
    boolean isArchive =
        switch (Extractor.zipForm(entry.source())) {
          case DOCUMENT -> false;
          case ARCHIVE -> true;
          case DAMAGED -> entry.format().name().endsWith(".zip");
        };
    return isArchive
        ? archive(entry, () -> ZipArchive.open(entry.source()), expansion)
        : document(entry);
  }

  private ShardReader archive(Entry entry, ArchiveReader.Opener opener, Expansion expansion) {
    int most = options.limits().maxDepth();
    if (entry.around().archives() >= most) {
      String deep = "archives in archives are opened up to " + most + " deep; raise --max-depth";
      return new OneOutcomeReader(
          () -> new ReadOutcome.Skipped(entry.whole(), SkipReason.OVER_LIMIT, deep));
    }
    return new ArchiveReader(
        entry, opener, inside -> open(inside, expansion), options.limits(), expansion, seenBytes);
  }

  /** The same with unpacked bytes that can be read in any order: on disk, or in memory. */
  private Entry seekable(Entry entry, Expansion expansion) throws IOException {
    FileFormat format = entry.format();
    if (format.compression() == Compression.NONE) {
      return entry.source() instanceof MemberSource member
          ? new Entry(entry.whole(), member.held(), format, entry.around())
          : entry;
    }
    long most = options.limits().maxMemberBytes();
    try (InputStream in = expansion.counted(entry.unpacked())) {
      MemberSource member = new MemberSource(new byte[0], in, -1, most);
      FileFormat unpacked = new FileFormat(format.content(), Compression.NONE, format.name());
      Around packed = entry.around().packed(format.compression());
      return new Entry(entry.whole(), member.held(), unpacked, packed);
    }
  }

  private ShardReader document(Entry entry) throws IOException {
    if (JsonSniffer.looksLikeRecords(entry)) {
      tell(entry, "JSON lines");
      return json(entry, Shard.Range.WHOLE);
    }
    DocumentReader reader = new DocumentReader(extractor, options, seenBytes, wrappings);
    return new OutcomesReader(() -> reader.read(entry));
  }

  /** What nobody looks at costs nothing: a reader that knows more tells it again. */
  private void tell(Entry entry, String innermost) throws IOException {
    if (!wrappings.equals(Wrappings.UNTOLD)) {
      wrappings.wrapped(entry.whole(), entry.levels(innermost), entry.source().size());
    }
  }

  private ShardReader json(Entry entry, Shard.Range range) throws IOException {
    FileFormat format = entry.format();
    boolean beside =
        format.compression() != Compression.NONE && entry.source().size() >= WORTH_A_THREAD;
    InputStream in = entry.unpacked();
    ByteWindow window = new ByteWindow(beside ? new AheadStream(in) : in, 0);
    try {
      boolean isLines = format.content() == FileFormat.Content.JSON_LINES;
      return json(entry.whole(), range, window, new Lines(isLines, ways()));
    } catch (RuntimeException e) {
      window.close();
      throw e;
    }
  }

  private ShardReader packed(Entry entry, Shard.Range range, Path file) throws IOException {
    Compression compression = entry.format().compression();
    try (InputStream start = entry.unpacked()) {
      if (JsonSniffer.isWide(start.readNBytes(4))) {
        return failed(entry.whole(), JsonSniffer.WIDE);
      }
    } catch (IOException e) {
      // the first range says what is wrong there
    }
    PackedRange unpacked =
        new PackedRange(compression, file, range.from(), range.to(), entry.source().size());
    ByteWindow window =
        new ByteWindow(range.bytes() >= WORTH_A_THREAD ? new AheadStream(unpacked) : unpacked, 0);
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
        entry.whole(),
        range,
        own,
        options,
        () -> unpacked.end() < 0 ? window.offset(window.limit()) : unpacked.end(),
        ways());
  }

  /** Whether records stand on lines of their own, and what is done with them. */
  private record Lines(boolean sure, JsonShardReader.Ways ways) {}

  private JsonShardReader.Ways ways() {
    return new JsonShardReader.Ways(outputs, decoders);
  }

  private ShardReader json(Origin whole, Shard.Range range, ByteWindow window, Lines lines) {
    JsonSniffer sniffed = JsonSniffer.of(window);
    if (sniffed.isWide()) {
      window.close();
      return failed(whole, JsonSniffer.WIDE);
    }
    int max = options.maxDocumentBytes();
    Frames frames =
        lines.sure || sniffed.isLines()
            ? new LineFrames(window, stop(range), max).afterMark(sniffed.mark())
            : new ElementFrames(window, sniffed.isList(), max).afterMark(sniffed.mark());
    return new JsonShardReader(whole, range, frames, options, () -> 0, lines.ways);
  }

  private static long stop(Shard.Range range) {
    return range.unit() == Shard.Unit.BYTES ? range.to() : Long.MAX_VALUE;
  }

  private ShardReader middleOfLines(Entry entry, Shard.Range range, Path file) throws IOException {
    if (JsonSniffer.isWide(entry.source().head(4))) {
      return failed(entry.whole(), JsonSniffer.WIDE);
    }
    // from the byte before: where that is a line feed, the first line starts with the range
    long from = range.from() - 1;
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    channel.position(from);
    ByteWindow window = new ByteWindow(Channels.newInputStream(channel), from);
    LineFrames lines = new LineFrames(window, stop(range), options.maxDocumentBytes());
    return new JsonShardReader(
        entry.whole(), range, lines.afterFirstNewline(), options, () -> 0, ways());
  }

  private static ShardReader failed(Origin whole, String message) {
    return new OneOutcomeReader(() -> new ReadOutcome.Failed(whole, message));
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
