package dev.bookplate.corpus;

import dev.bookplate.extract.Source;
import dev.bookplate.origin.Origin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads in tests, into strings that can be compared. */
final class Readings {
  static final ReadOptions SMALL = options(1000, 1 << 20);

  private Readings() {}

  static ReadOptions options(int maxDocumentBytes, long shardBytes) {
    ReadOptions d = ReadOptions.DEFAULT;
    return new ReadOptions(
        d.fields(),
        null,
        maxDocumentBytes,
        shardBytes,
        Limits.DEFAULT,
        false,
        Selection.ALL,
        Tokens.NONE);
  }

  /** A file as a shard. */
  static Shard shard(Path file) throws IOException {
    String name = file.getFileName().toString();
    long size = Files.exists(file) ? Files.size(file) : 0;
    return new Shard(0, "c", name, file.toString(), size, Shard.Range.WHOLE);
  }

  /** A file as a reader is given it. */
  static Entry entry(Path file) throws IOException {
    Shard shard = shard(file);
    Origin whole = Origin.ofFile(shard.corpus(), shard.path(), shard.fileSize());
    return Entry.of(whole, new Source.OfFile(file), Around.NOTHING);
  }

  static List<String> read(Path file, ReadOptions options) throws IOException {
    return read(new ShardReaders(options).open(shard(file)), 0);
  }

  /** Lines from memory, without a file. */
  static List<String> lines(byte[] bytes, ReadOptions options) {
    return lines(new ByteArrayInputStream(bytes), options);
  }

  static List<String> lines(InputStream in, ReadOptions options) {
    Origin memory = Origin.ofFile("c", "m", 0);
    ByteWindow window = new ByteWindow(in, 0);
    Frames frames = new LineFrames(window, Long.MAX_VALUE, options.maxDocumentBytes());
    return read(new JsonShardReader(memory, Shard.Range.WHOLE, frames, options), 0);
  }

  /** All outcomes, with records counted from {@code before}. */
  static List<String> read(ShardReader reader, long before) {
    return read(reader, before, 0);
  }

  /** The same with offsets counted from {@code bytesBefore}. */
  static List<String> read(ShardReader reader, long before, long bytesBefore) {
    List<String> all = new ArrayList<>();
    try (reader) {
      for (ReadOutcome o = reader.next(); o != null; o = reader.next()) {
        all.add(describe(o, before, bytesBefore));
        if (reader.records() != all.size()) {
          throw new AssertionError(reader.records() + " records counted, not " + all.size());
        }
      }
      if (reader.next() != null) {
        throw new AssertionError("an outcome after the last");
      }
    }
    return all;
  }

  private static String describe(ReadOutcome outcome, long before, long bytes) {
    return switch (outcome) {
      case ReadOutcome.Read(CorpusDocument d) ->
          "read " + where(d.origin().rebased(before), bytes) + " " + d.field() + "=" + d.text();
      case ReadOutcome.Skipped s ->
          s.reason().label() + " " + where(s.where().rebased(before), bytes) + " " + s.detail();
      case ReadOutcome.Failed f ->
          "failed " + where(f.where().rebased(before), bytes) + " " + f.message();
    };
  }

  private static String where(Origin o, long bytes) {
    return o.record() + "@" + (o.byteStart() + bytes) + "-" + (o.byteEnd() + bytes);
  }
}
