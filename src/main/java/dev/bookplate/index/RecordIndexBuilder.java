package dev.bookplate.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexDeletionPolicy;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * Adds records to an index on disk. A commit gets an id; the commit that a builder started from
 * stays readable beside it until the next builder starts from another, so that whoever keeps the id
 * decides which one counts. Belongs to one thread.
 */
public final class RecordIndexBuilder implements Closeable {
  static final String TERMS = "terms";
  static final String WORDS = "w.";
  static final String DAY = "day";
  static final String KEYS = "keys";
  static final String PAYLOAD = "payload";
  private static final String ID = "id";
  private static final String VERSION = "version";

  /** Changes whenever an index of before can no longer be read. */
  private static final String FORMAT = "bookplate-records-1";

  private static final int BUFFER_MB = 128;

  private final Directory directory;
  private final IndexWriter writer;

  private RecordIndexBuilder(Directory directory, IndexWriter writer) {
    this.directory = directory;
    this.writer = writer;
  }

  /**
   * Opens a folder for adding.
   *
   * @param id of the commit to start from, or null for a new index; what was committed behind it
   *     and is not kept by anyone goes
   * @throws IndexException if another process is adding to it, or if it is damaged
   */
  public static RecordIndexBuilder open(Path folder, String id) throws IOException {
    Files.createDirectories(folder);
    Directory directory = FSDirectory.open(folder);
    try {
      IndexWriterConfig config =
          new IndexWriterConfig(new StandardAnalyzer())
              .setMergeScheduler(new SerialMergeScheduler())
              // joins neighbours only, so that numbers stay
              .setMergePolicy(new LogDocMergePolicy())
              .setRAMBufferSizeMB(BUFFER_MB)
              .setCommitOnClose(false)
              .setIndexDeletionPolicy(new KeepStart(id));
      if (id == null) {
        config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
      } else {
        config.setIndexCommit(commit(directory, folder, id));
      }
      return new RecordIndexBuilder(directory, new IndexWriter(directory, config));
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw ReferenceIndex.unusable(folder, e);
    }
  }

  /** The commit of an id. */
  static IndexCommit commit(Directory directory, Path folder, String id) throws IOException {
    List<IndexCommit> commits;
    try {
      commits = DirectoryReader.listCommits(directory);
    } catch (IndexNotFoundException e) {
      commits = List.of();
    }
    for (IndexCommit commit : commits) {
      if (id.equals(commit.getUserData().get(ID))) {
        if (!FORMAT.equals(commit.getUserData().get(VERSION))) {
          throw new IndexException(
              String.format(
                  Locale.ROOT,
                  "%s has record format %s, and this program reads %s: build the catalogue again",
                  folder,
                  commit.getUserData().get(VERSION),
                  FORMAT));
        }
        return commit;
      }
    }
    throw new IndexException(
        folder + " does not hold the records that the catalogue names: build it again");
  }

  /** Keeps the commit that was started from beside the newest. */
  private static final class KeepStart extends IndexDeletionPolicy {
    private final String id;

    KeepStart(String id) {
      this.id = id;
    }

    @Override
    public void onInit(List<? extends IndexCommit> commits) throws IOException {
      onCommit(commits);
    }

    @Override
    public void onCommit(List<? extends IndexCommit> commits) throws IOException {
      for (IndexCommit commit : commits.subList(0, Math.max(0, commits.size() - 1))) {
        if (id == null || !id.equals(commit.getUserData().get(ID))) {
          commit.delete();
        }
      }
    }
  }

  /** Adds a record; the first one of an index has number 0. */
  public void add(RecordEntry entry) throws IOException {
    Document document = new Document();
    for (byte[] term : entry.terms()) {
      document.add(new StringField(TERMS, new BytesRef(term), Field.Store.NO));
    }
    for (Map.Entry<String, String> field : entry.words().entrySet()) {
      document.add(new TextField(WORDS + field.getKey(), field.getValue(), Field.Store.NO));
    }
    if (entry.day() != null) {
      document.add(new IntPoint(DAY, entry.day()));
      document.add(new NumericDocValuesField(DAY, entry.day()));
    }
    document.add(new BinaryDocValuesField(KEYS, new BytesRef(entry.keys())));
    document.add(new StoredField(PAYLOAD, entry.payload()));
    writer.addDocument(document);
  }

  /** How many records there are, added ones too. */
  public int size() {
    return writer.getDocStats().maxDoc;
  }

  /** What there is now, added records too; the caller closes what it gets. */
  public RecordIndex view() throws IOException {
    writer.flush();
    return RecordIndex.uncommitted(
        FSDirectory.open(((FSDirectory) directory).getDirectory()), DirectoryReader.open(writer));
  }

  /**
   * Makes what was added readable under an id.
   *
   * @param data what is to be kept with the commit
   */
  public void commit(String id, Map<String, String> data) throws IOException {
    Map<String, String> all = new HashMap<>(data);
    all.put(ID, id);
    all.put(VERSION, FORMAT);
    writer.setLiveCommitData(all.entrySet());
    writer.commit();
  }

  /** Closes; what was not committed is gone. */
  @Override
  public void close() throws IOException {
    writer.rollback();
    directory.close();
  }
}
