package dev.bookplate.corpus;

import dev.bookplate.extract.Source;
import dev.bookplate.origin.Origin;
import dev.bookplate.origin.Utf8Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.arrow.flatbuf.DictionaryBatch;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.RecordBatch;

/** Rows of an Arrow stream or file as documents. */
final class ArrowShardReader implements ShardReader {
  private static final String EXTRACTOR = "bookplate-0.1 arrow";

  private final Entry entry;
  private final Shard.Range range;
  private final ReadOptions options;
  private final RecordFields recordFields;
  private final SeekableByteChannel channel;
  private final ArrowMessages messages;
  private final Map<Long, ArrowDictionary> dictionaries = new HashMap<>();
  private final ArrowField row;
  private final Map<Long, ArrowField> dictionaryFields;
  private final List<ArrowPath> facts = new ArrayList<>();
  private final IdRows idRows;
  private String textPath;
  private ArrowPath text;
  private ArrowPath ids;

  private int nextBlock;
  private int batches;
  private ArrowColumn rows;
  private int nextRow;
  private long records;
  private boolean done;

  /** What is left of the row that was read last, where one may hold several documents. */
  private Iterator<ReadOutcome> more = Collections.emptyIterator();

  private ArrowShardReader(
      Entry entry, Shard.Range range, Way way, SeekableByteChannel channel, ArrowMessages messages)
      throws IOException {
    this.entry = entry;
    this.range = range;
    options = way.options;
    this.channel = channel;
    this.messages = messages;
    recordFields = new RecordFields(options);
    idRows = new IdRows(way.decoders, options);
    row = ArrowField.row(messages.schema());
    dictionaryFields = ArrowBatch.dictionaries(row);
    for (String path : recordFields.paths()) {
      ArrowPath found = ArrowPath.of(row, path);
      facts.add(found == null || found.hasLists() ? null : found);
    }
    for (String path : options.fields().text()) {
      if (text == null) {
        text = ArrowPath.of(row, path);
        textPath = text == null ? null : path;
      }
    }
    for (String name : IdRows.FIELDS) {
      if (text == null && ids == null) {
        ids = ArrowPath.ofIds(row, name);
        textPath = ids == null ? null : name;
      }
    }
    if (messages.isFile()) {
      for (ArrowMessages.Block block : messages.blocks()) {
        dictionary(block);
      }
    }
  }

  private record Way(ReadOptions options, Decoders decoders) {}

  /** A reader whose first outcome says what is wrong if the file is. */
  static ShardReader open(Entry entry, Shard.Range range, ReadOptions options, Decoders decoders) {
    SeekableByteChannel channel = null;
    try {
      channel = entry.source().channel();
      ArrowMessages messages = ArrowMessages.of(channel);
      String problem = unusable(messages);
      if (problem == null) {
        return new ArrowShardReader(entry, range, new Way(options, decoders), channel, messages);
      }
      close(channel);
      return failed(entry, problem);
    } catch (IOException | RuntimeException e) {
      close(channel);
      return failed(entry, Problems.of(e));
    }
  }

  private static String unusable(ArrowMessages messages) {
    if (messages.schema() == null) {
      return Objects.requireNonNullElse(messages.problem(), "it has no schema");
    }
    return messages.schema().endianness() == Endianness.Big
        ? "its numbers are big-endian, which nothing here reads; write it anew on another machine"
        : null;
  }

  private static ShardReader failed(Entry entry, String problem) {
    return new OneOutcomeReader(
        () -> new ReadOutcome.Failed(entry.record(0, -1, -1), sentence(problem)));
  }

  private static String sentence(String problem) {
    return "not an Arrow file that can be read to its end (" + problem + "); get it anew";
  }

  /** Ranges of batches, each of about so many bytes. */
  static List<Shard.Range> ranges(Path path, long shardBytes) throws IOException {
    try (SeekableByteChannel channel = new Source.OfFile(path).channel()) {
      return ArrowMessages.of(channel).ranges(shardBytes);
    }
  }

  @Override
  public ReadOutcome next() {
    if (done) {
      return null;
    }
    if (more.hasNext()) {
      ReadOutcome next = more.next();
      records++;
      return next;
    }
    ReadOutcome outcome;
    try {
      while (rows == null || nextRow == rows.length()) {
        if (!nextBatch()) {
          done = true;
          outcome = end();
          records += outcome == null ? 0 : 1;
          return outcome;
        }
      }
      outcome = row(nextRow++);
    } catch (IOException | RuntimeException | LinkageError e) {
      done = true;
      outcome = new ReadOutcome.Failed(origin(), sentence(Problems.of(e)));
    }
    records++;
    return outcome;
  }

  /** What is to be said behind the last row. */
  private ReadOutcome end() {
    boolean isLast = range.unit() == Shard.Unit.FILE || range.to() >= messages.batches();
    if (isLast && messages.problem() != null) {
      return new ReadOutcome.Failed(origin(), sentence(messages.problem()));
    }
    return records == 0 && range.unit() == Shard.Unit.FILE
        ? new ReadOutcome.Skipped(origin(), SkipReason.EMPTY, "an Arrow file without rows")
        : null;
  }

  private boolean nextBatch() throws IOException {
    boolean some = range.unit() == Shard.Unit.BATCHES;
    while (nextBlock < messages.blocks().size() && !(some && batches == range.to())) {
      ArrowMessages.Block block = messages.blocks().get(nextBlock++);
      if (!block.isBatch()) {
        if (!messages.isFile()) {
          dictionary(block);
        }
      } else if (batches++ >= range.from() || !some) {
        open(block);
        return true;
      }
    }
    return false;
  }

  private void open(ArrowMessages.Block block) throws IOException {
    RecordBatch batch = (RecordBatch) block.message(channel).header(new RecordBatch());
    rows = ArrowBatch.rows(row, batch, body(block, batch), dictionaries);
    nextRow = 0;
    // a column that is not all missing takes a bit a row at least
    if (rows.length() > 8 * (block.bodyBytes() + 1) && text == null) {
      throw new IOException(
          "a batch of " + rows.length() + " rows in " + block.bodyBytes() + " bytes");
    }
  }

  private ArrowBody body(ArrowMessages.Block block, RecordBatch batch) {
    return new ArrowBody(channel, block, batch, options.limits().maxMemberBytes());
  }

  private void dictionary(ArrowMessages.Block block) throws IOException {
    if (block.isBatch()) {
      return;
    }
    DictionaryBatch header = (DictionaryBatch) block.message(channel).header(new DictionaryBatch());
    ArrowField field = dictionaryFields.get(header.id());
    if (field == null) {
      return; // nothing uses it
    }
    RecordBatch batch = header.data();
    ArrowColumn values = ArrowBatch.values(field, batch, body(block, batch), dictionaries);
    ArrowDictionary known = dictionaries.get(header.id());
    boolean added = header.isDelta() && known != null;
    dictionaries.put(
        header.id(), added ? known.plus(values) : new ArrowDictionary(List.of(values)));
  }

  private ReadOutcome row(int i) throws IOException {
    if (ids != null) {
      return ids(i);
    }
    if (text == null) {
      return skipped(
          SkipReason.NO_TEXT_FIELD,
          "none of the fields " + String.join(", ", options.fields().text()));
    }
    if (text.problem() != null) {
      return skipped(SkipReason.NOT_TEXT, "the field " + textPath + " holds " + text.problem());
    }
    int most = options.maxDocumentBytes();
    ArrowColumn.Slice found = text.text(rows, i, most);
    if (found == null) {
      return skipped(SkipReason.NO_TEXT_FIELD, "the field " + textPath + " holds null");
    }
    if (found.length() > most) {
      return skipped(SkipReason.OVER_LIMIT, "longer than " + most + " bytes");
    }
    int end = found.from() + found.length();
    int invalid = Utf8.firstInvalid(found.bytes(), found.from(), end);
    if (invalid >= 0) {
      return new ReadOutcome.Failed(
          origin(),
          "the text holds invalid UTF-8 at its byte "
              + (invalid - found.from())
              + "; write it as UTF-8");
    }
    ArrowColumn batch = rows;
    return new ReadOutcome.Read(
        new CorpusDocument(
            origin(),
            textPath,
            EXTRACTOR,
            new Utf8Text(found.bytes(), found.from(), found.length()),
            () -> recordFields.facts(slot -> fact(batch, i, slot))));
  }

  private ReadOutcome ids(int i) throws IOException {
    long[] numbers = ids.ids(rows, i);
    if (numbers == null) {
      return skipped(SkipReason.NO_TEXT_FIELD, "the field " + textPath + " holds null");
    }
    ArrowColumn batch = rows;
    more =
        idRows.of(
            new IdRows.Row(
                textPath, numbers, () -> recordFields.facts(slot -> fact(batch, i, slot))),
            this::origin);
    return more.next();
  }

  private String fact(ArrowColumn batch, int i, int slot) {
    try {
      ArrowPath path = facts.get(slot);
      return path == null ? null : path.value(batch, i);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IndexOutOfBoundsException e) {
      return null; // damage of a column that holds no text
    }
  }

  private ReadOutcome skipped(SkipReason reason, String detail) {
    return new ReadOutcome.Skipped(origin(), reason, detail);
  }

  private Origin origin() {
    return entry.record(records, -1, -1);
  }

  @Override
  public long records() {
    return records;
  }

  @Override
  public void close() {
    done = true;
    close(channel);
  }

  private static void close(SeekableByteChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // everything that was wanted has been read
    }
  }
}
