package dev.bookplate.books;

import dev.bookplate.catalogue.rows.FileFacts;
import dev.bookplate.catalogue.rows.Identifier;
import dev.bookplate.index.IndexException;
import dev.bookplate.index.RecordIndex;
import dev.bookplate.index.WordQuery;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The records of one catalogue, open; may be used by many threads. */
public final class BookStore implements Closeable {
  /** Records of one number that are told, at most: more is no book's own number. */
  private static final int MOST = 1000;

  /** Records that are read at a time, some hundred bytes each. */
  private static final int AT_A_TIME = 200_000;

  private final String catalogue;
  private final RecordIndex index;
  private final WorkTable table;
  private final BookFacts facts;
  private final BitSet later;
  private final WorkMaker maker;
  private final BookFiles files;

  private BookStore(
      String catalogue,
      RecordIndex index,
      WorkTable table,
      BookFacts facts,
      BitSet later,
      LocalDate day,
      BookFiles files) {
    this.files = files;
    this.catalogue = catalogue;
    this.index = index;
    this.table = table;
    this.facts = facts;
    this.later = later;
    maker = new WorkMaker(day, new HeldRenewals(this));
  }

  /**
   * Opens the records of a catalogue.
   *
   * @param source which one
   * @param heldOn the day of which it is asked what was held: records that are dated later are as
   *     if they were not there; null for all
   */
  public static BookStore open(BookSource source, LocalDate heldOn) throws IOException {
    RecordIndex index = RecordIndex.open(source.folder(), source.commit());
    try {
      BitSet later = new BitSet();
      if (heldOn != null) {
        long last = heldOn.toEpochDay();
        index.forEachDay((number, day) -> later.set(number, day > last));
      }
      BookFiles files = BookFiles.of(source.folder(), index.commitData());
      return new BookStore(
          source.catalogue(),
          index,
          files.table(),
          files.facts(),
          later,
          heldOn == null ? source.date() : heldOn,
          files);
    } catch (IOException | RuntimeException e) {
      index.close();
      throw e;
    }
  }

  /**
   * Holds the files beside the index against their digests, which takes a moment: what else would a
   * damaged one say?
   *
   * @throws IndexException if one is another
   */
  public BookStore checked() throws IOException {
    files.check(index.commitData());
    return this;
  }

  /** What {@link #facts()} says, without opening the rest. */
  public static BookFacts facts(Path folder, String commit) throws IOException {
    try (RecordIndex index = RecordIndex.open(folder, commit)) {
      return BookFiles.of(folder, index.commitData()).facts();
    }
  }

  /** What went into it, and how much of each kind it holds, whatever day is asked for. */
  public BookFacts facts() {
    return facts;
  }

  /** How many records there are, those that are left out too. */
  public int size() {
    return index.size();
  }

  /** How many records are left out because they are dated later. */
  public int leftOut() {
    return later.cardinality();
  }

  /** The kinds of digest that any record has. */
  public Set<FileFacts.Digest> digestKinds() {
    Set<FileFacts.Digest> kinds = EnumSet.noneOf(FileFacts.Digest.class);
    for (FileFacts.Digest kind : FileFacts.Digest.values()) {
      if (facts.digests().getOrDefault(kind.label(), 0L) > 0) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  /**
   * Whether any record has a digest, dated later or not: a look at the term dictionary, and cheap.
   *
   * @param hex lower case, as many digits as the kind has
   */
  public boolean mayHold(FileFacts.Digest kind, String hex) throws IOException {
    return index.holds(BookTerms.of(kind, hex));
  }

  /** Whether any record has a number of a book, dated later or not. */
  public boolean mayHold(Identifier identifier) throws IOException {
    return index.holds(BookTerms.of(identifier));
  }

  /** The records of files with a digest, by number. */
  public List<BookRecord> byDigest(FileFacts.Digest kind, String hex) throws IOException {
    return records(BookTerms.of(kind, hex));
  }

  /** The records with a number of a book, by number. */
  public List<BookRecord> byIdentifier(Identifier identifier) throws IOException {
    return records(BookTerms.of(identifier));
  }

  /** The records that their source calls so, by number. */
  public List<BookRecord> byKey(String key) throws IOException {
    return records(BookTerms.ofKey(key));
  }

  /**
   * The records with a main title, by number.
   *
   * @param key of {@link dev.bookplate.catalogue.titles.TitleKeys}
   * @param most how many, at most
   */
  public List<BookRecord> byTitle(String key, int most) throws IOException {
    return records(BookTerms.ofTitle(key), most);
  }

  private List<BookRecord> records(byte[] term) throws IOException {
    return records(term, MOST);
  }

  private List<BookRecord> records(byte[] term, int most) throws IOException {
    List<BookRecord> records = new ArrayList<>();
    for (int number : index.find(term, most)) {
      if (!later.get(number)) {
        records.add(record(number));
      }
    }
    return records;
  }

  /**
   * The records that may be of a book, best first: half of the title's words stand in title, series
   * or file name, and a word of the authors in author or file name. What stands in them otherwise
   * is for the caller to compare.
   *
   * @param authors may be empty
   */
  public List<BookCandidate> candidates(String title, List<String> authors, int top)
      throws IOException {
    return search(BookWords.candidates(title, authors), top);
  }

  /** The best works for what somebody knows, best first. */
  public List<FoundWork> search(BookQuery query, int top) throws IOException {
    return new BookSearch(this).search(query, top);
  }

  /** The best records for words, best first. */
  List<BookCandidate> search(WordQuery query, int top) throws IOException {
    List<BookCandidate> candidates = new ArrayList<>();
    int more = later.isEmpty() ? top : Math.max(4 * top, top + 100);
    for (RecordIndex.Hit hit : index.search(query, more)) {
      if (!later.get(hit.number()) && candidates.size() < top) {
        candidates.add(new BookCandidate(record(hit.number()), hit.score()));
      }
    }
    return candidates;
  }

  /** A record by its number. */
  public BookRecord record(int number) throws IOException {
    BookEntry entry = entry(number);
    return new BookRecord(
        catalogue,
        number,
        entry.row(),
        table.id(table.workOf(number)),
        entry.text() == null ? null : entry.text().edition().id());
  }

  private BookEntry entry(int number) throws IOException {
    return BookEntry.fromBytes(index.payload(number));
  }

  /** The work of an id, as the records say that are not left out; empty where none is. */
  public Optional<CataloguedWork> work(String id) throws IOException {
    int work = table.find(id);
    return work < 0 ? Optional.empty() : Optional.ofNullable(work(work));
  }

  /** The work of a text, with what the other records say of it; empty where it has no record. */
  public Optional<CataloguedWork> workOfText(String editionId) throws IOException {
    int[] found = index.find(BookTerms.ofKey(TextRow.PREFIX + editionId), 1);
    return found.length == 0 ? Optional.empty() : Optional.ofNullable(work(table.workOf(found[0])));
  }

  /**
   * The id of the work that a work of another catalogue is, by the names that sources give its
   * records, else by files, numbers, or title and author; empty where none is, or where two may be.
   */
  public Optional<String> counterpart(CataloguedWork other) throws IOException {
    return Optional.ofNullable(Counterpart.of(this, other));
  }

  /** The id of a work by its place in the order of ids. */
  public String workId(int place) {
    return table.id(place);
  }

  /** A work by its place in the order of ids; empty where all of its records are left out. */
  public Optional<CataloguedWork> workAt(int place) throws IOException {
    return Optional.ofNullable(work(place));
  }

  /** How many works there are, those too of which every record is left out. */
  public int works() {
    return table.works();
  }

  private CataloguedWork work(int work) throws IOException {
    return work(work, this::entry);
  }

  private interface Entries {
    BookEntry entry(int number) throws IOException;
  }

  private CataloguedWork work(int work, Entries entries) throws IOException {
    List<CataloguedWork.Member> members = new ArrayList<>();
    for (int number : table.records(work)) {
      if (!later.get(number)) {
        BookEntry entry = entries.entry(number);
        members.add(
            new CataloguedWork.Member(number, table.editionOf(number), entry.row(), entry.text()));
      }
    }
    return members.isEmpty() ? null : maker.work(table.id(work), members);
  }

  /** What is told to {@link #forEachJoin}. */
  @FunctionalInterface
  public interface JoinVisitor {
    /** One decision. */
    void join(RecordJoin join) throws IOException;
  }

  /**
   * Tells of what was merged and what was not, in the order of deciding; holds one at a time.
   *
   * @param work whose decisions alone are told, or null for all
   */
  public void forEachJoin(CataloguedWork work, JoinVisitor visitor) throws IOException {
    BitSet records = null;
    if (work != null) {
      records = new BitSet();
      work.members().stream().map(CataloguedWork.Member::number).forEach(records::set);
    }
    BitSet wanted = records;
    JoinReader reader = new JoinReader(this);
    JoinLog.read(
        files.joinsFile(),
        entry -> {
          boolean isPair = entry.outcome() != JoinOutcome.SHARED;
          boolean isLater = later.get(entry.one()) || (isPair && later.get(entry.other()));
          boolean isWanted =
              wanted == null || wanted.get(entry.one()) || (isPair && wanted.get(entry.other()));
          if (isWanted && !isLater) {
            visitor.join(reader.of(entry));
          }
        });
  }

  /** What is told to {@link #forEachWork}. */
  @FunctionalInterface
  public interface WorkVisitor {
    /** One work. */
    void work(CataloguedWork work) throws IOException;
  }

  /**
   * Tells of every work of which a record is not left out, by id. The order of ids is none of the
   * records': so the records of many works are read at a time, in their own order.
   */
  public void forEachWork(WorkVisitor visitor) throws IOException {
    for (int from = 0; from < table.works(); ) {
      int to = from + 1;
      int count = table.records(from).length;
      while (to < table.works() && count < AT_A_TIME) {
        count += table.records(to++).length;
      }
      tellWorks(from, to, visitor);
      from = to;
    }
  }

  /** What is told to {@link #forEachWorkAsStored}. */
  @FunctionalInterface
  public interface PlacedVisitor {
    /** One work, and its place in the order of ids. */
    void work(int place, CataloguedWork work) throws IOException;
  }

  /**
   * Tells of every work of which a record is not left out, in the order of their last records: the
   * store is read once, as it lies. Of works with several records the first ones wait, if they are
   * not too many; then they are read again.
   */
  public void forEachWorkAsStored(PlacedVisitor visitor) throws IOException {
    Map<Integer, byte[]> waiting = new HashMap<>();
    int[] numbers = IntStream.range(0, index.size()).filter(number -> !later.get(number)).toArray();
    index.payloads(
        numbers,
        (number, payload) -> {
          int work = table.workOf(number);
          if (number < last(work)) {
            if (waiting.size() < AT_A_TIME) {
              waiting.put(number, payload);
            }
            return;
          }
          visitor.work(
              work,
              work(
                  work,
                  n -> {
                    byte[] before = n == number ? payload : waiting.remove(n);
                    return before == null ? entry(n) : BookEntry.fromBytes(before);
                  }));
        });
  }

  /** The last record of a work that is not left out. */
  private int last(int work) {
    int last = -1;
    for (int number : table.records(work)) {
      last = later.get(number) ? last : number;
    }
    return last;
  }

  private void tellWorks(int from, int to, WorkVisitor visitor) throws IOException {
    int[] numbers =
        IntStream.range(from, to)
            .flatMap(work -> IntStream.of(table.records(work)))
            .filter(number -> !later.get(number))
            .sorted()
            .toArray();
    byte[][] payloads = new byte[numbers.length][];
    int[] next = {0};
    index.payloads(numbers, (number, payload) -> payloads[next[0]++] = payload);
    for (int i = from; i < to; i++) {
      CataloguedWork work =
          work(i, n -> BookEntry.fromBytes(payloads[Arrays.binarySearch(numbers, n)]));
      if (work != null) {
        visitor.work(work);
      }
    }
  }

  /**
   * Reads every byte and holds it against its checksums and digests.
   *
   * @throws dev.bookplate.index.IndexException if one does not hold
   */
  public static void checkIntegrity(Path folder, String commit) throws IOException {
    try (RecordIndex index = RecordIndex.open(folder, commit)) {
      index.checkIntegrity();
      BookFiles.of(folder, index.commitData()).check(index.commitData());
    }
  }

  /**
   * The same, and holds every record against its source's digest.
   *
   * @return what the records are said to be
   * @throws dev.bookplate.index.IndexException at the first thing that does not hold
   */
  public static BookFacts verify(Path folder, String commit) throws IOException {
    checkIntegrity(folder, commit);
    RecordIndex.verify(folder);
    try (RecordIndex index = RecordIndex.open(folder, commit)) {
      BookFacts facts = BookFiles.of(folder, index.commitData()).facts();
      int number = 0;
      for (RowSource source : facts.sources()) {
        SourceTally tally = new SourceTally();
        for (long i = 0; i < source.read(); i++) {
          tally.read(index.payload(number++));
        }
        if (!tally.digest().equals(source.digest())) {
          throw new IndexException(
              folder + ": the records of " + source.source() + " are not what their digest is of");
        }
      }
      return facts;
    }
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
