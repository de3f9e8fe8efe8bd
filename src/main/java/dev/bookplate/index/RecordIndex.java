package dev.bookplate.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.lucene.codecs.StoredFieldsReader;
import org.apache.lucene.document.DocumentStoredFieldVisitor;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * An index of small records, open for reading; may be used by many threads. Records are numbered
 * from 0 in the order in which they were added, for good: none is ever changed or removed.
 */
public final class RecordIndex implements Closeable {
  private final Directory directory;
  private final DirectoryReader reader;
  private final Map<String, String> commit;

  private RecordIndex(Directory directory, DirectoryReader reader, Map<String, String> commit) {
    this.directory = directory;
    this.reader = reader;
    this.commit = commit;
  }

  /** What a builder holds, committed or not; who opened it closes it. */
  static RecordIndex uncommitted(Directory directory, DirectoryReader reader) {
    return new RecordIndex(directory, reader, Map.of());
  }

  /**
   * Opens an index as one of its commits left it.
   *
   * @param id of the commit
   * @throws IndexException if there is none of that name, or if it is damaged
   */
  public static RecordIndex open(Path folder, String id) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IndexException(folder + " is not there: build the catalogue again");
    }
    Directory directory = FSDirectory.open(folder);
    DirectoryReader reader = null;
    try {
      IndexCommit commit = RecordIndexBuilder.commit(directory, folder, id);
      reader = DirectoryReader.open(commit);
      return new RecordIndex(directory, reader, commit.getUserData());
    } catch (IOException | RuntimeException e) {
      if (reader != null) {
        reader.close();
      }
      directory.close();
      throw ReferenceIndex.unusable(folder, e);
    }
  }

  /**
   * Reads every byte and holds it against its checksums.
   *
   * @throws IndexException if one does not hold
   */
  public void checkIntegrity() throws IOException {
    try {
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
    } catch (IOException e) {
      throw new IndexException(directory + " is damaged: build the catalogue again", e);
    }
  }

  /**
   * Reads the structures of the newest commit of a folder as well.
   *
   * @throws IndexException if anything does not hold
   */
  public static void verify(Path folder) throws IOException {
    try (Directory directory = FSDirectory.open(folder);
        CheckIndex check = new CheckIndex(directory)) {
      if (!check.checkIndex().clean) {
        throw new IndexException(folder + " is damaged: build the catalogue again");
      }
    }
  }

  /** What was handed in with the commit. */
  public Map<String, String> commitData() {
    return commit;
  }

  /** How many records there are. */
  public int size() {
    return reader.maxDoc();
  }

  /** Whether a record has a term. */
  public boolean holds(byte[] term) throws IOException {
    BytesRef wanted = new BytesRef(term);
    for (LeafReaderContext leaf : reader.leaves()) {
      TermsEnum terms = terms(leaf);
      if (terms != null && terms.seekExact(wanted)) {
        return true;
      }
    }
    return false;
  }

  /** Numbers of the records that have a term, ascending, no more than {@code most}. */
  public int[] find(byte[] term, int most) throws IOException {
    BytesRef wanted = new BytesRef(term);
    int[] found = new int[8];
    int count = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      TermsEnum terms = terms(leaf);
      if (terms == null || !terms.seekExact(wanted)) {
        continue;
      }
      PostingsEnum postings = terms.postings(null, PostingsEnum.NONE);
      while (count < most && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
        found[count++] = leaf.docBase + postings.docID();
      }
    }
    return Arrays.copyOf(found, count);
  }

  private static TermsEnum terms(LeafReaderContext leaf) throws IOException {
    Terms terms = leaf.reader().terms(RecordIndexBuilder.TERMS);
    return terms == null ? null : terms.iterator();
  }

  /**
   * A record that a search found.
   *
   * @param number of the record
   * @param score the higher the better; comparable within one search
   */
  public record Hit(int number, float score) {}

  /** The best records for words, best first, equals by number. */
  public List<Hit> search(WordQuery query, int top) throws IOException {
    List<Hit> hits = new ArrayList<>();
    if (size() > 0 && !query.words().isEmpty()) {
      IndexSearcher searcher = new IndexSearcher((IndexReader) reader);
      searcher.setQueryCache(null);
      for (ScoreDoc hit : searcher.search(WordClauses.of(query), Math.min(top, size())).scoreDocs) {
        hits.add(new Hit(hit.doc, hit.score));
      }
    }
    return hits;
  }

  /** What was handed in with a record. */
  public byte[] payload(int number) throws IOException {
    BytesRef payload =
        reader.storedFields().document(number).getBinaryValue(RecordIndexBuilder.PAYLOAD);
    return Arrays.copyOfRange(payload.bytes, payload.offset, payload.offset + payload.length);
  }

  /** What is told to {@link #payloads}. */
  @FunctionalInterface
  public interface PayloadVisitor {
    /** What was handed in with a record. */
    void payload(int number, byte[] payload) throws IOException;
  }

  /**
   * The same for many records: what is compressed together is unpacked once.
   *
   * @param numbers ascending
   */
  public void payloads(int[] numbers, PayloadVisitor visitor) throws IOException {
    int at = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      int end = leaf.docBase + leaf.reader().maxDoc();
      if (at < numbers.length && numbers[at] < end) {
        StoredFieldsReader fields = ((CodecReader) leaf.reader()).getFieldsReader();
        try (StoredFieldsReader inOrder = fields.getMergeInstance()) {
          while (at < numbers.length && numbers[at] < end) {
            DocumentStoredFieldVisitor document = new DocumentStoredFieldVisitor();
            inOrder.document(numbers[at] - leaf.docBase, document);
            BytesRef payload = document.getDocument().getBinaryValue(RecordIndexBuilder.PAYLOAD);
            visitor.payload(
                numbers[at++],
                Arrays.copyOfRange(payload.bytes, payload.offset, payload.offset + payload.length));
          }
        }
      }
    }
  }

  /** What is told to {@link #forEachKeys}. */
  @FunctionalInterface
  public interface KeyVisitor {
    /**
     * A record's keys.
     *
     * @param bytes holds them from {@code offset} on, only until this returns
     */
    void keys(int number, byte[] bytes, int offset, int length) throws IOException;
  }

  /** Tells of the keys of all records, in order. */
  public void forEachKeys(KeyVisitor visitor) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      BinaryDocValues keys = leaf.reader().getBinaryDocValues(RecordIndexBuilder.KEYS);
      for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
        if (keys == null || !keys.advanceExact(doc)) {
          throw new IndexException(directory + " is damaged: build the catalogue again");
        }
        BytesRef value = keys.binaryValue();
        visitor.keys(leaf.docBase + doc, value.bytes, value.offset, value.length);
      }
    }
  }

  /** What is told to {@link #forEachDay}. */
  @FunctionalInterface
  public interface DayVisitor {
    /** A record that is dated. */
    void day(int number, int day);
  }

  /** Tells of the day of each record that is dated, in order. */
  public void forEachDay(DayVisitor visitor) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      LeafReader segment = leaf.reader();
      NumericDocValues days = segment.getNumericDocValues(RecordIndexBuilder.DAY);
      while (days != null && days.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        visitor.day(leaf.docBase + days.docID(), (int) days.longValue());
      }
    }
  }

  /** How many records are dated later than a day. */
  public int countLater(int day) throws IOException {
    return new IndexSearcher((IndexReader) reader)
        .count(
            IntPoint.newRangeQuery(
                RecordIndexBuilder.DAY, Math.addExact(day, 1), Integer.MAX_VALUE));
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }
}
