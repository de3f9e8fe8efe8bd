package dev.bookplate.index;

import dev.bookplate.fingerprint.FingerprintSpec;
import dev.bookplate.fingerprint.MinHash;
import dev.bookplate.fingerprint.PassageFingerprinter;
import dev.bookplate.fingerprint.Surroundings;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * Adds editions to an index on disk. Nothing is visible before {@link #commit}, and a kill before
 * or in the middle of it leaves the index as it was.
 */
public final class IndexBuilder implements Closeable {
  private static final OpenOption[] NEW_ON_DISK = {
    StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.DSYNC
  };

  private final Path folder;
  private final FingerprintSpec spec;
  private final Directory directory;
  private final IndexWriter writer;
  private final PassageFingerprinter fingerprinter;

  private IndexBuilder(Path folder, FingerprintSpec spec, Directory directory, IndexWriter writer) {
    this.folder = folder;
    this.spec = spec;
    this.directory = directory;
    this.writer = writer;
    fingerprinter = new PassageFingerprinter(spec);
  }

  /**
   * Opens a folder for adding; makes the index if there is none.
   *
   * @throws IndexException if another process is adding to it, if it was built with another spec,
   *     or if it is damaged
   */
  public static IndexBuilder open(Path folder, FingerprintSpec spec) throws IOException {
    Files.createDirectories(folder);
    Directory directory = FSDirectory.open(folder);
    try {
      if (DirectoryReader.indexExists(directory)) {
        ReferenceIndex.checkCommit(directory, folder, spec);
      }
      return new IndexBuilder(folder, spec, directory, new IndexWriter(directory, config()));
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw ReferenceIndex.unusable(folder, e);
    }
  }

  private static IndexWriterConfig config() {
    return new IndexWriterConfig(new StandardAnalyzer())
        .setCodec(IndexFormat.codec())
        .setMergeScheduler(new SerialMergeScheduler())
        .setMergePolicy(new LibraryMergePolicy())
        .setRAMBufferSizeMB(256)
        .setCommitOnClose(false);
  }

  /**
   * Adds an edition, or replaces the one with its id.
   *
   * @return words of its text
   */
  public int add(ReferenceEntry entry) throws IOException {
    Document document = document(entry.id(), entry.fields(), entry.payload());
    fingerprinter.fingerprint(entry.text());
    addText(document, entry);
    writer.updateDocument(new Term(IndexFormat.ID, entry.id()), document);
    return fingerprinter.words();
  }

  /** Adds an edition without text, or replaces the one with its id. */
  public void add(SampledEntry entry) throws IOException {
    Document document = document(entry.id(), entry.fields(), entry.payload());
    long[] set = entry.fingerprints();
    // where they stood is not known: in its place is which of the set it is
    int[] ranks = new int[set.length];
    Arrays.setAll(ranks, rank -> rank);
    document.add(
        new Field(
            IndexFormat.PASSAGES,
            new HashTokens(set, ranks, rank -> Surroundings.UNKNOWN, set.length),
            IndexFormat.passages()));
    document.add(new BinaryDocValuesField(IndexFormat.WORDS, new BytesRef()));
    document.add(new BinaryDocValuesField(IndexFormat.SET, bytes(set)));
    addSketch(document, entry.sketch());
    writer.updateDocument(new Term(IndexFormat.ID, entry.id()), document);
  }

  private static Document document(String id, Map<String, List<String>> fields, byte[] payload) {
    Document document = new Document();
    document.add(new StringField(IndexFormat.ID, id, Field.Store.YES));
    document.add(new StoredField(IndexFormat.PAYLOAD, payload));
    for (Map.Entry<String, List<String>> field : fields.entrySet()) {
      for (String value : field.getValue()) {
        document.add(new TextField("f." + field.getKey(), value, Field.Store.NO));
      }
    }
    return document;
  }

  private void addText(Document document, ReferenceEntry entry) {
    document.add(new StoredField(IndexFormat.TEXT, IndexFormat.compress(entry.text())));
    fingerprinter.sortByPosition();
    HashTokens passages =
        new HashTokens(
            fingerprinter.hashes(),
            fingerprinter.positions(),
            fingerprinter::surroundings,
            fingerprinter.count());
    document.add(new Field(IndexFormat.PASSAGES, passages, IndexFormat.passages()));
    addSketch(document, fingerprinter.sketch());
    byte[] words = new byte[fingerprinter.words()];
    for (int i = 0; i < words.length; i++) {
      words[i] = fingerprinter.wordByte(i);
    }
    document.add(new BinaryDocValuesField(IndexFormat.WORDS, new BytesRef(words)));
  }

  private void addSketch(Document document, MinHash sketch) {
    long[] bands = sketch.bands(spec.bands());
    document.add(new Field(IndexFormat.BANDS, new HashTokens(bands), IndexFormat.bands()));
    document.add(new BinaryDocValuesField(IndexFormat.SKETCH, bytes(sketch.values())));
  }

  private static BytesRef bytes(long[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES);
    bytes.asLongBuffer().put(values);
    return new BytesRef(bytes.array());
  }

  /** What is to be kept with a commit, and changes whenever an edition is added. */
  @FunctionalInterface
  public interface Attachment {
    /**
     * Makes it.
     *
     * @param index what will be visible after the commit; open only as long as this runs
     */
    byte[] of(ReferenceIndex index) throws IOException;
  }

  /** Makes what was added visible, with a filter for it. */
  public void commit() throws IOException {
    commit(index -> new byte[0]);
  }

  /** Makes what was added visible, with a filter for it, and with an attachment. */
  public void commit(Attachment attachment) throws IOException {
    String suffix = "-" + Long.toString(System.nanoTime(), 36) + ".bin";
    Path filter = folder.resolve("filter" + suffix);
    Path attached = folder.resolve("attachment" + suffix);
    writer.flush();
    writer.maybeMerge();
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      writeFilter(reader, filter);
      ReferenceIndex added = ReferenceIndex.uncommitted(directory, reader, filter, spec);
      try (OutputStream out = Files.newOutputStream(attached, NEW_ON_DISK)) {
        out.write(IndexFormat.ATTACHMENT_MAGIC);
        out.write(attachment.of(added));
      }
    }
    writer.setLiveCommitData(IndexFormat.commitData(spec, filter, attached).entrySet());
    writer.commit();
    deleteOthers(filter, attached);
  }

  /** Files of earlier commits, and of commits that were killed. */
  private void deleteOthers(Path filter, Path attached) throws IOException {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder, "{filter,attachment}-*.bin")) {
      for (Path file : files) {
        if (!file.equals(filter) && !file.equals(attached)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static void writeFilter(DirectoryReader reader, Path file) throws IOException {
    long count = 0;
    for (PassageUnion each = PassageUnion.of(reader.leaves()); each.nextTerm(); ) {
      count++;
    }
    PassageFilter.Builder builder = new PassageFilter.Builder(count);
    for (PassageUnion each = PassageUnion.of(reader.leaves()); each.nextTerm(); ) {
      builder.add(each.term());
    }
    builder.write(file);
  }

  /** Closes; what was not committed is gone. */
  @Override
  public void close() throws IOException {
    writer.rollback();
    directory.close();
  }
}
