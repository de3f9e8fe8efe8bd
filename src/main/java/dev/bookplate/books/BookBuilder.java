package dev.bookplate.books;

import dev.bookplate.catalogue.CataloguedEdition;
import dev.bookplate.catalogue.rows.BookRow;
import dev.bookplate.catalogue.rows.RowOutcome;
import dev.bookplate.index.RecordEntry;
import dev.bookplate.index.RecordIndex;
import dev.bookplate.index.RecordIndexBuilder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Adds records to a catalogue. What is committed gets an id, and counts once the catalogue names
 * that id: a kill at any time leaves what the catalogue named before. Belongs to one thread.
 */
public final class BookBuilder implements Closeable {
  /** Renewals were made from 1937, the 28th year after 1909, to 1992. */
  private static final Pattern RENEWAL_MONTH = Pattern.compile("19[3-9][0-9]-[01][0-9]");

  private final Path folder;
  private final RecordIndexBuilder index;
  private final RecordIndex present;
  private final BookFacts before;
  private final List<RowSource> sources;
  private final List<HandJoin> joins;
  private final Map<String, Long> identifiers;
  private final Map<String, Long> digests;
  private final Map<String, Long> renewals;
  private long undated;
  private SourceTally tally = new SourceTally();

  /**
   * A source as it is told.
   *
   * @param source its name
   * @param sha256 of the file, or null where it is a shelf
   * @param format label of its format
   */
  public record SourceName(String source, String sha256, String format) {}

  private BookBuilder(
      Path folder, RecordIndexBuilder index, RecordIndex present, BookFacts before) {
    this.folder = folder;
    this.index = index;
    this.present = present;
    this.before = before;
    sources = new ArrayList<>(before.sources());
    joins = new ArrayList<>(before.joins());
    identifiers = new TreeMap<>(before.identifiers());
    digests = new TreeMap<>(before.digests());
    renewals = new TreeMap<>(before.renewals());
    undated = before.undated();
  }

  /**
   * Opens a folder for adding.
   *
   * @param commit that counts, or null where there is none yet
   */
  public static BookBuilder open(Path folder, String commit) throws IOException {
    if (commit == null) {
      return new BookBuilder(folder, RecordIndexBuilder.open(folder, null), null, BookFacts.NONE);
    }
    RecordIndex present = RecordIndex.open(folder, commit);
    try {
      BookFacts before = BookFiles.of(folder, present.commitData()).facts();
      return new BookBuilder(folder, RecordIndexBuilder.open(folder, commit), present, before);
    } catch (IOException | RuntimeException e) {
      present.close();
      throw e;
    }
  }

  /** Whether an edition of a text had a record before. */
  public boolean hasText(String editionId) throws IOException {
    return present != null && present.holds(BookTerms.ofKey(TextRow.PREFIX + editionId));
  }

  /** What there was before anything was added. */
  public BookFacts before() {
    return before;
  }

  /** Whether a file of these bytes was added before. */
  public boolean has(String sha256) {
    return sources.stream().anyMatch(source -> sha256.equals(source.sha256()));
  }

  /** Adds a row of the present source, or counts it as rejected. */
  public void add(RowOutcome outcome, Given given) throws IOException {
    switch (outcome) {
      case RowOutcome.Read one -> add(given.to(one.row()), (CataloguedEdition) null);
      case RowOutcome.Rejected one -> tally.reject(one);
    }
  }

  /** Adds an edition of the present source whose text is held. */
  public void add(CataloguedEdition text) throws IOException {
    add(TextRow.of(text), text);
  }

  private void add(BookRow row, CataloguedEdition text) throws IOException {
    byte[] payload = new BookEntry(row, text).toBytes();
    Integer day = day(row.asOf());
    index.add(
        new RecordEntry(
            BookTerms.of(row), BookWords.of(row), day, RecordKeys.of(row, text), payload));
    tally.read(payload);
    undated += day == null ? 1 : 0;
    row.identifiers().forEach(i -> identifiers.merge(i.kind().label(), 1L, Long::sum));
    row.file().digests().keySet().forEach(d -> digests.merge(d.label(), 1L, Long::sum));
    row.standing().registrations().stream()
        .filter(each -> each.renews() != null && each.date() != null)
        .map(each -> RENEWAL_MONTH.matcher(each.date()))
        .filter(Matcher::lookingAt)
        .forEach(month -> renewals.merge(month.group(), 1L, Long::sum));
  }

  private static Integer day(String date) {
    try {
      return date == null ? null : Math.toIntExact(LocalDate.parse(date).toEpochDay());
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /**
   * The present source has no more; what is added then is of the next.
   *
   * @param asOf its date, or null
   * @param problem why reading stopped before its end, or null
   * @return what became of it
   */
  public RowSource end(SourceName name, String asOf, String problem) {
    return end(name, asOf, problem, List.of());
  }

  /**
   * The same.
   *
   * @param about what is to be told of how it was read, a line each
   */
  public RowSource end(SourceName name, String asOf, String problem, List<String> about) {
    RowSource source = tally.source(name, asOf, problem, about);
    sources.add(source);
    tally = new SourceTally();
    return source;
  }

  /**
   * Why and by whom something was decided.
   *
   * @param reason in words
   * @param by who decided, or null
   * @param date on which, ISO, or null
   */
  public record Reason(String reason, String by, String date) {}

  /** Two sets of records are of one work because somebody says so, whatever was said before. */
  public void join(Set<Integer> some, Set<Integer> others, Reason why) {
    decide(new HandDecisions(joins).joining(some, others), true, why);
  }

  /** Some records are one work, and others, of the work that they were of, are not of it. */
  public void part(Set<Integer> some, Set<Integer> others, Reason why) {
    decide(new HandDecisions(joins).parting(some, others), false, why);
    decide(HandDecisions.holding(some), true, why);
  }

  private void decide(List<HandJoin.Pair> pairs, boolean isJoin, Reason why) {
    for (HandJoin.Pair pair : pairs) {
      joins.add(new HandJoin(pair.low(), pair.high(), isJoin, why.reason(), why.by(), why.date()));
    }
  }

  /**
   * What was committed.
   *
   * @param id of the commit
   * @param facts of all records
   */
  public record Committed(String id, BookFacts facts) {}

  /** Merges all records and makes what was added readable under a new id. */
  public Committed commit() throws IOException {
    String id = Long.toString(System.nanoTime(), 36);
    BookFiles files = BookFiles.of(folder, id);
    BookFacts facts;
    try (RecordIndex all = index.view();
        JoinLog log = new JoinLog(files.joinsFile())) {
      Merger merger = new Merger(all, log);
      merger.merge(new HandDecisions(joins));
      int[] counts = new WorkTableWriter(all, merger).write(files.tableFile());
      facts =
          new BookFacts(
              List.copyOf(sources),
              List.copyOf(joins),
              all.size(),
              counts[0],
              counts[1],
              identifiers,
              digests,
              undated,
              log.merges(),
              log.conflicts(),
              renewals);
      files.write(facts);
    }
    index.commit(id, files.commitData());
    return new Committed(id, facts);
  }

  /** Deletes what belongs to other commits than the one that counts; not while one is open. */
  public static void clean(Path folder, String commit) throws IOException {
    BookFiles kept;
    try (RecordIndex present = RecordIndex.open(folder, commit)) {
      kept = BookFiles.of(folder, present.commitData());
    }
    RecordIndexBuilder.open(folder, commit).close();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder, "{table,joins,facts}-*.{bin,json}")) {
      for (Path file : files) {
        if (!kept.all().contains(file)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** Closes; what was not committed is gone. */
  @Override
  public void close() throws IOException {
    if (present != null) {
      present.close();
    }
    index.close();
  }
}
