package dev.bookplate.corpus;

import dev.bookplate.extract.Source;
import dev.bookplate.origin.Origin;
import dev.bookplate.origin.Utf8Text;
import dev.hardwood.HardwoodContext;
import dev.hardwood.InputFile;
import dev.hardwood.metadata.RowGroup;
import dev.hardwood.metadata.SchemaElement;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.ColumnProjection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Rows of a Parquet file as documents. */
final class ParquetShardReader implements ShardReader {
  private static final String EXTRACTOR = "hardwood-1.0.1.Final parquet";

  /** hardwood tells the terminal which decoders it chose; kept here, or its level is forgotten. */
  private static final Logger HARDWOOD = Logger.getLogger("dev.hardwood");

  /** Columns of damaged files on which hardwood may loop before the others have to wait. */
  private static final int SPARE_CARRIERS = 32;

  static {
    HARDWOOD.setLevel(Level.OFF);
    // hardwood's threads are virtual, and nobody else's are: one that loops for ever keeps one of
    // the threads of the system that all of them share, of which there are as many as processors
    String name = "jdk.virtualThreadScheduler.parallelism";
    if (System.getProperty(name) == null) {
      int carriers = Runtime.getRuntime().availableProcessors() + SPARE_CARRIERS;
      System.setProperty(name, String.valueOf(carriers));
    }
  }

  private final Entry entry;
  private final Shard.Range range;

  /** What a table knows of the file, or null. */
  private final TablePart table;

  private final int maxBytes;
  private final long maxUnpacked;
  private final RecordFields recordFields;
  private final IdRows idRows;
  private final HardwoodContext context = HardwoodContext.create(1);
  private ParquetFileReader file;
  private RowReader rows;
  private ParquetColumns columns;
  private volatile int firstGroup;
  private volatile List<RowGroup> wantedGroups = List.of();
  private RowMask mask = RowMask.NONE;
  private long before;
  private long wanted;
  private long rowsSeen;
  private String damage;
  private long records;

  /** Takes completions out of rows, where the corpus is what models wrote; else null. */
  private final OutputRecords outputs;

  /** What is left of the row that was read last, where one may hold several documents. */
  private Iterator<ReadOutcome> more = Collections.emptyIterator();

  private boolean done;

  private ParquetShardReader(Entry entry, Shard.Range range, TablePart table, Ways ways) {
    this.entry = entry;
    outputs = ways.outputs;
    this.range = range;
    this.table = table;
    maxBytes = ways.options.maxDocumentBytes();
    maxUnpacked = ways.options.limits().maxMemberBytes();
    recordFields = new RecordFields(ways.options);
    idRows = new IdRows(ways.decoders, ways.options);
  }

  /**
   * How it is read.
   *
   * @param decoders of token ids
   * @param outputs what takes completions out of its rows, or null
   */
  record Ways(ReadOptions options, Decoders decoders, OutputRecords outputs) {}

  /**
   * A reader whose first outcome says what is wrong if the file is. The library may hang where a
   * file is damaged in a way that is not known, so it is given only so long a row.
   */
  static ShardReader open(Entry entry, Shard.Range range, TablePart table, Ways ways) {
    ParquetShardReader reader = new ParquetShardReader(entry, range, table, ways);
    return new GuardedReader(
        () -> reader.started(ways.options), GuardedReader.PATIENCE, reader::stalled);
  }

  private ShardReader started(ReadOptions options) {
    try {
      start(options);
      return this;
    } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
      close();
      return new OneOutcomeReader(() -> failed(e));
    }
  }

  private ReadOutcome stalled(long before) {
    return new ReadOutcome.Failed(
        origin(before),
        "the column chunk is damaged: no row could be read from row group "
            + groupOf(before)
            + " in "
            + GuardedReader.PATIENCE.toSeconds()
            + " s; get the file anew");
  }

  private int groupOf(long record) {
    int group = firstGroup;
    long rest = record;
    for (RowGroup g : wantedGroups) {
      rest -= g.numRows();
      if (rest < 0) {
        break;
      }
      group++;
    }
    return group;
  }

  /** Opens a file for reading without a word on the terminal. */
  static ParquetFileReader file(Source source, HardwoodContext context) throws IOException {
    return ParquetFileReader.open(ChannelInput.of(source), context);
  }

  /** Ranges of row groups, each of about so many bytes. */
  static List<Shard.Range> ranges(Path path, long shardBytes) throws IOException {
    try (HardwoodContext context = HardwoodContext.create(1);
        ParquetFileReader file = file(new Source.OfFile(path), context)) {
      return ranges(file.getFileMetaData().rowGroups(), shardBytes);
    } catch (RuntimeException e) {
      throw new IOException(Problems.of(e), e);
    }
  }

  static List<Shard.Range> ranges(List<RowGroup> groups, long shardBytes) {
    List<Shard.Range> ranges = new ArrayList<>();
    long bytes = 0;
    int from = 0;
    for (int i = 0; i < groups.size(); i++) {
      bytes += compressedBytes(groups.get(i));
      if (bytes >= shardBytes || i == groups.size() - 1) {
        ranges.add(new Shard.Range(Shard.Unit.ROW_GROUPS, from, i + 1L, bytes));
        from = i + 1;
        bytes = 0;
      }
    }
    return ranges.size() < 2 ? List.of(Shard.Range.WHOLE) : ranges;
  }

  private static long compressedBytes(RowGroup group) {
    return group.columns().stream().mapToLong(c -> c.metaData().totalCompressedSize()).sum();
  }

  private void start(ReadOptions options) throws IOException {
    InputFile input = ChannelInput.of(entry.source());
    file = ParquetFileReader.open(input, context);
    columns = ParquetColumns.of(file.getFileSchema(), options, recordFields, names());
    mask = table == null ? RowMask.NONE : RowMask.of(table.deleted());
    List<RowGroup> groups = file.getFileMetaData().rowGroups();
    boolean some = range.unit() == Shard.Unit.ROW_GROUPS;
    firstGroup = some ? (int) range.from() : 0;
    before = rows(groups.subList(0, firstGroup));
    wantedGroups = groups.subList(firstGroup, some ? (int) range.to() : groups.size());
    wanted = rows(wantedGroups);
    boolean readable = outputs != null || columns.textProblem() == null;
    if (readable) {
      check(input);
    }
    if (readable && wanted > 0) {
      ColumnProjection read =
          outputs == null ? ColumnProjection.columns(columns.projection()) : ColumnProjection.all();
      rows = file.buildRowReader().projection(read).skip(before).head(wanted).build();
    }
  }

  /** Paths of the leaves that are read. */
  private Set<String> leaves() {
    return outputs == null
        ? Set.of(columns.projection())
        : wantedGroups.stream()
            .flatMap(group -> group.columns().stream())
            .map(chunk -> chunk.metaData().pathInSchema().toString())
            .collect(Collectors.toSet());
  }

  /** Leaves out what is damaged, and has the library see sizes as they should be. */
  private void check(InputFile input) throws IOException {
    Set<String> leaves = leaves();
    if (input instanceof ChannelInput remote) {
      remote.hold(wantedGroups, leaves);
    }
    ParquetCheck.Wanted what = new ParquetCheck.Wanted(leaves, maxUnpacked);
    ParquetCheck check = ParquetCheck.of(input, wantedGroups, firstGroup, what);
    if (check.problem() != null) {
      damage = check.problem();
      wantedGroups = wantedGroups.subList(0, check.damagedGroup() - firstGroup);
      wanted = rows(wantedGroups);
    }
    if (!check.sizes().isEmpty()) {
      file = ParquetFileReader.open(MendedInput.of(input, check.sizes()), context);
    }
  }

  /** What the file calls the columns that options name. */
  private UnaryOperator<String> names() {
    if (table == null) {
      return UnaryOperator.identity();
    }
    Map<Integer, String> ids = new HashMap<>();
    for (SchemaElement element : file.getFileMetaData().schema()) {
      if (element.fieldId() != null) {
        ids.put(element.fieldId(), element.name());
      }
    }
    return path -> TableColumn.physical(table.columns(), path, ids);
  }

  private static long rows(List<RowGroup> groups) {
    return groups.stream().mapToLong(RowGroup::numRows).sum();
  }

  @Override
  public ReadOutcome next() {
    if (done) {
      return null;
    }
    if (more.hasNext()) {
      return counted(more.next());
    }
    if (rowsSeen == wanted) {
      done = true;
      if (damage != null) {
        return counted(
            new ReadOutcome.Failed(
                origin(),
                damage
                    + "; "
                    + (records > 0 ? "the rows before it stand; " : "")
                    + "get the file anew"));
      }
      return wanted == 0 ? counted(skipped(SkipReason.EMPTY, "a Parquet file without rows")) : null;
    }
    rowsSeen++;
    if (outputs == null && columns.textProblem() != null) {
      return counted(skipped(columns.textProblem(), columns.textDetail()));
    }
    return counted(row());
  }

  private ReadOutcome counted(ReadOutcome outcome) {
    records++;
    return outcome;
  }

  private ReadOutcome row() {
    try {
      if (!rows.hasNext()) {
        done = true;
        return new ReadOutcome.Failed(
            origin(), "the file ends " + (wanted - rowsSeen + 1) + " rows early; get it anew");
      }
      rows.next();
      if (mask.hides(before + rowsSeen - 1)) {
        return skipped(SkipReason.EXCLUDED, "deleted in " + table.state());
      }
      if (outputs != null) {
        more = outputs.of(ParquetRows.json(rows), this::origin);
        return more.next();
      }
      if (columns.ids() != null) {
        return ids(columns.ids().ids(rows));
      }
      byte[] text = columns.text(rows);
      return text == null
          ? skipped(SkipReason.NO_TEXT_FIELD, "the field " + columns.textPath() + " holds null")
          : document(text);
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      // LinkageError: the codec of a page has no library here
      return failed(e);
    }
  }

  private ReadOutcome ids(long[] ids) {
    if (ids == null) {
      return skipped(SkipReason.NO_TEXT_FIELD, "the field " + columns.textPath() + " holds null");
    }
    CorpusDocument.Facts facts = facts();
    more = idRows.of(new IdRows.Row(columns.textPath(), ids, () -> facts), this::origin);
    return more.next();
  }

  /** At once: the row has moved on when they are asked for. */
  private CorpusDocument.Facts facts() {
    return recordFields.facts(slot -> columns.fact(rows, slot));
  }

  private ReadOutcome document(byte[] text) {
    if (text.length > maxBytes) {
      return skipped(SkipReason.OVER_LIMIT, "longer than " + maxBytes + " bytes");
    }
    int invalid = Utf8.firstInvalid(text, 0, text.length);
    if (invalid >= 0) {
      return new ReadOutcome.Failed(
          origin(), "the text holds invalid UTF-8 at its byte " + invalid + "; write it as UTF-8");
    }
    CorpusDocument.Facts facts = facts();
    return new ReadOutcome.Read(
        new CorpusDocument(
            origin(),
            columns.textPath(),
            EXTRACTOR,
            new Utf8Text(text, 0, text.length),
            () -> facts));
  }

  private ReadOutcome failed(Throwable e) {
    done = true;
    if (e instanceof RowMask.UnreadableException) {
      return new ReadOutcome.Failed(origin(), e.getMessage());
    }
    return new ReadOutcome.Failed(
        origin(),
        "not a Parquet file that can be read (" + Problems.withCause(e) + "); get it anew");
  }

  private ReadOutcome skipped(SkipReason reason, String detail) {
    return new ReadOutcome.Skipped(origin(), reason, detail);
  }

  private Origin origin() {
    return origin(records);
  }

  private Origin origin(long record) {
    return entry.record(record, -1, -1);
  }

  @Override
  public long records() {
    return records;
  }

  @Override
  public void close() {
    done = true;
    close(rows);
    close(file);
    close(context);
  }

  private static void close(AutoCloseable part) {
    try {
      if (part != null) {
        part.close();
      }
    } catch (Exception e) {
      // everything that was wanted has been read
    }
  }
}
