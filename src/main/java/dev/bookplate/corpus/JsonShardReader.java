package dev.bookplate.corpus;

import dev.bookplate.origin.Origin;
import dev.bookplate.origin.Utf8Text;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** JSON objects as documents: the path that every byte of most corpora takes. */
final class JsonShardReader implements ShardReader {
  static final String EXTRACTOR = "bookplate-0.1 json";

  /** Takes the documents out of a record. */
  @FunctionalInterface
  interface Unfolding {
    /**
     * What is in the valid record {@code bytes[from, to)}: at least one outcome, each asked for
     * when the one before is done with.
     *
     * @param origin of the outcome that is asked for
     */
    Iterator<ReadOutcome> of(byte[] bytes, int from, int to, Supplier<Origin> origin);
  }

  private final Origin file;
  private final Shard.Range range;
  private final Frames frames;
  private final LongSupplier bytes;
  private final List<String> textFields;
  private final RecordFields recordFields;
  private final JsonRecord record;
  private final JsonStrings strings = new JsonStrings();
  private final Unfolding unfolding;
  private final IdRows idRows;
  private FactsReader facts;

  /** What is left of the record that was read last, where one may hold several documents. */
  private Iterator<ReadOutcome> more = Collections.emptyIterator();

  private long records;
  private boolean done;

  /**
   * All records of a file or member, or of a range of it whose offsets are the file's own.
   *
   * @param file where it is; only its names are looked at
   */
  JsonShardReader(Origin file, Shard.Range range, Frames frames, ReadOptions options) {
    this(file, range, frames, options, () -> 0);
  }

  /**
   * Of frames whose offsets count from the start of the shard.
   *
   * @param bytes that these offsets go over
   */
  JsonShardReader(
      Origin file, Shard.Range range, Frames frames, ReadOptions options, LongSupplier bytes) {
    this(file, range, frames, options, bytes, new Ways(null, new Decoders(options.tokens())));
  }

  /**
   * What may be done with records beside reading their text fields.
   *
   * @param unfolding takes several documents out of each, or null where a record is one
   * @param decoders of lists of token ids
   */
  record Ways(Unfolding unfolding, Decoders decoders) {}

  /** Of records that may hold several documents each; each counts as a record. */
  JsonShardReader(
      Origin file,
      Shard.Range range,
      Frames frames,
      ReadOptions options,
      LongSupplier bytes,
      Ways ways) {
    unfolding = ways.unfolding;
    idRows = new IdRows(ways.decoders, options);
    this.bytes = bytes;
    this.file = file;
    this.range = range;
    this.frames = frames;
    textFields = options.fields().text();
    recordFields = new RecordFields(options);
    List<String> fields = Stream.concat(textFields.stream(), IdRows.FIELDS.stream()).toList();
    record = new JsonRecord(FieldTree.of(fields), fields.size());
  }

  @Override
  public ReadOutcome next() {
    if (done) {
      return null;
    }
    ReadOutcome outcome = more.hasNext() ? more.next() : framed();
    records += outcome == null ? 0 : 1;
    return outcome;
  }

  private ReadOutcome framed() {
    return switch (frames.next()) {
      case RECORD -> record();
      case TOO_LONG -> skipped(SkipReason.OVER_LIMIT, "longer than " + frames.maxBytes + " bytes");
      case BROKEN -> broken();
      case END -> end();
    };
  }

  @Override
  public long records() {
    return records;
  }

  @Override
  public long bytes() {
    return bytes.getAsLong();
  }

  @Override
  public void close() {
    frames.close();
  }

  private ReadOutcome end() {
    done = true;
    boolean empty = records == 0 && range.from() == 0 && frames.window.limit() == 0;
    return empty ? new ReadOutcome.Skipped(origin(), SkipReason.EMPTY, "an empty file") : null;
  }

  private ReadOutcome broken() {
    done = true;
    return new ReadOutcome.Failed(
        origin(),
        frames.problem
            + (range.unit() == Shard.Unit.PACKED
                ? ", unpacked from byte " + range.from() + " of the file"
                : "")
            + "; the records before it were read, so get the file anew and scan it again");
  }

  private ReadOutcome record() {
    byte[] bytes = frames.window.bytes();
    if (!record.walk(bytes, frames.start, frames.end)) {
      return notValid(bytes);
    }
    if (unfolding != null) {
      more = unfolding.of(bytes, frames.start, frames.end, this::origin);
      return more.next();
    }
    for (int slot = 0; slot < textFields.size(); slot++) {
      JsonRecord.Kind kind = record.kind(slot);
      if (kind != null) {
        return switch (kind) {
          case STRING -> read(bytes, slot);
          case LIST -> listed(JsonTexts.of(bytes, record.start(slot), ""), slot);
          default -> noString(kind, slot);
        };
      }
      if (textFields.get(slot).indexOf('.') >= 0) {
        JsonTexts inLists = JsonTexts.of(bytes, frames.start, textFields.get(slot));
        if (inLists.isThere()) {
          return listed(inLists, slot);
        }
      }
    }
    for (int i = 0; i < IdRows.FIELDS.size(); i++) {
      int slot = textFields.size() + i;
      if (record.kind(slot) == JsonRecord.Kind.LIST) {
        long[] ids = IdRows.numbers(bytes, record.start(slot), frames.end);
        if (ids != null) {
          return ids(new IdRows.Row(IdRows.FIELDS.get(i), ids, factsOf(bytes)));
        }
      }
    }
    return skipped(SkipReason.NO_TEXT_FIELD, "none of the fields " + String.join(", ", textFields));
  }

  private ReadOutcome ids(IdRows.Row row) {
    more = idRows.of(row, this::origin);
    return more.next();
  }

  private Supplier<CorpusDocument.Facts> factsOf(byte[] bytes) {
    int recordStart = frames.start;
    int recordEnd = frames.end;
    return () -> facts().read(bytes, recordStart, recordEnd);
  }

  private ReadOutcome read(byte[] bytes, int slot) {
    int start = record.start(slot);
    int end = record.end(slot);
    Utf8Text text =
        record.escaped(slot)
            ? unescaped(bytes, start, end)
            : new Utf8Text(bytes, start, end - start);
    return new ReadOutcome.Read(
        new CorpusDocument(origin(), textFields.get(slot), EXTRACTOR, text, factsOf(bytes)));
  }

  /** The elements of a list are one text. */
  private ReadOutcome listed(JsonTexts texts, int slot) {
    String field = textFields.get(slot);
    if (texts.other() != null) {
      return skipped(SkipReason.NOT_TEXT, "the field " + field + " holds " + texts.other());
    }
    byte[] text = texts.text();
    if (text == null) {
      return skipped(SkipReason.NO_TEXT_FIELD, "the field " + field + " holds no text in its list");
    }
    return new ReadOutcome.Read(
        new CorpusDocument(
            origin(),
            field,
            EXTRACTOR,
            new Utf8Text(text, 0, text.length),
            factsOf(frames.window.bytes())));
  }

  private Utf8Text unescaped(byte[] bytes, int start, int end) {
    int length = strings.unescape(bytes, start, end);
    return new Utf8Text(strings.bytes(), 0, length);
  }

  private FactsReader facts() {
    if (facts == null) {
      facts = new FactsReader(recordFields);
    }
    return facts;
  }

  private ReadOutcome noString(JsonRecord.Kind kind, int slot) {
    String field = "the field " + textFields.get(slot) + " holds ";
    return switch (kind) {
      case NULL -> skipped(SkipReason.NO_TEXT_FIELD, field + "null");
      case OBJECT -> skipped(SkipReason.NOT_TEXT, field + "an object");
      case NUMBER, BOOLEAN, LIST, STRING ->
          skipped(SkipReason.NOT_TEXT, field + "a " + kind.name().toLowerCase(Locale.ROOT));
    };
  }

  private ReadOutcome notValid(byte[] bytes) {
    if (isBlank(bytes, frames.start, frames.end)) {
      return skipped(SkipReason.EMPTY, "a blank line");
    }
    return new ReadOutcome.Failed(origin(), "not valid JSON: " + record.problem() + where());
  }

  /** In a range of a packed file nothing but the record's own bytes can be counted. */
  private String where() {
    return range.unit() == Shard.Unit.PACKED
        ? " at byte " + (record.problemAt() - frames.start) + " of the record"
        : " at byte " + frames.window.offset(record.problemAt()) + " of the file";
  }

  private static boolean isBlank(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!JsonRecord.isBlank(bytes[i])) {
        return false;
      }
    }
    return true;
  }

  private ReadOutcome skipped(SkipReason reason, String detail) {
    return new ReadOutcome.Skipped(origin(), reason, detail);
  }

  private Origin origin() {
    return new Origin(
        file.corpus(), file.path(), file.member(), records, frames.offset, frames.endOffset);
  }
}
