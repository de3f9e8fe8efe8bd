package dev.bookplate.index;

import dev.bookplate.fingerprint.FingerprintSpec;
import dev.bookplate.fingerprint.MinHash;
import dev.bookplate.origin.Digests;
import dev.bookplate.origin.Utf8Text;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * An index of reference texts, open for reading; may be used by many threads, a {@link Lookup}
 * each. Editions have numbers here that hold as long as the index is open.
 */
public final class ReferenceIndex implements Closeable {
  private final Directory directory;
  private final DirectoryReader reader;
  private final PassageFilter filter;
  private final FingerprintSpec spec;
  private final byte[] attachment;

  private ReferenceIndex(
      Directory directory,
      DirectoryReader reader,
      PassageFilter filter,
      FingerprintSpec spec,
      byte[] attachment) {
    this.directory = directory;
    this.reader = reader;
    this.filter = filter;
    this.spec = spec;
    this.attachment = attachment;
  }

  /** What is about to be committed; who opened it closes it. */
  static ReferenceIndex uncommitted(
      Directory directory, DirectoryReader reader, Path filter, FingerprintSpec spec)
      throws IOException {
    return new ReferenceIndex(directory, reader, PassageFilter.open(filter), spec, new byte[0]);
  }

  DirectoryReader reader() {
    return reader;
  }

  /**
   * Opens an index.
   *
   * @throws IndexException if there is none, if it was built with another spec, or if it is damaged
   */
  public static ReferenceIndex open(Path folder, FingerprintSpec spec) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IndexException(folder + " holds no index: build the catalogue first");
    }
    Directory directory = FSDirectory.open(folder);
    DirectoryReader reader = null;
    try {
      checkCommit(directory, folder, spec);
      reader = DirectoryReader.open(directory);
      // of the commit that was opened: another may have been made in between
      Map<String, String> commit = reader.getIndexCommit().getUserData();
      PassageFilter filter = PassageFilter.open(folder.resolve(commit.get(IndexFormat.FILTER)));
      return new ReferenceIndex(directory, reader, filter, spec, attachment(commit, folder));
    } catch (IOException | RuntimeException e) {
      if (reader != null) {
        reader.close();
      }
      directory.close();
      throw unusable(folder, e);
    }
  }

  private static byte[] attachment(Map<String, String> commit, Path folder) throws IOException {
    Path file = folder.resolve(commit.get(IndexFormat.ATTACHMENT));
    byte[] bytes = Files.readAllBytes(file);
    if (!Digests.sha256(new Utf8Text(bytes, 0, bytes.length))
        .equals(commit.get(IndexFormat.ATTACHMENT_SHA256))) {
      throw new IOException(file.getFileName() + " is not what its digest is of");
    }
    return Arrays.copyOfRange(bytes, IndexFormat.ATTACHMENT_MAGIC.length, bytes.length);
  }

  /** What was handed in at the last commit. */
  public byte[] attachment() {
    return attachment.clone();
  }

  /** What the last commit says of itself, checked. */
  static Map<String, String> checkCommit(Directory directory, Path folder, FingerprintSpec spec)
      throws IOException {
    Map<String, String> data = SegmentInfos.readLatestCommit(directory).getUserData();
    String version = data.get("version");
    if (!IndexFormat.VERSION.equals(version)) {
      throw new IndexException(
          String.format(
              Locale.ROOT,
              "%s has index format %s, and this program reads %s: build the catalogue again",
              folder,
              version,
              IndexFormat.VERSION));
    }
    if (!spec.toString().equals(data.get("spec"))) {
      throw new IndexException(
          String.format(
              Locale.ROOT,
              "%s was built with fingerprint spec %s, and this scan uses %s: they cannot be"
                  + " compared",
              folder,
              data.get("spec"),
              spec));
    }
    return data;
  }

  static IndexException unusable(Path folder, Exception e) {
    if (e instanceof IndexException already) {
      return already;
    } else if (e instanceof IndexNotFoundException) {
      return new IndexException(folder + " holds no index: build the catalogue first", e);
    } else if (e instanceof LockObtainFailedException) {
      return new IndexException(
          folder + " is being written by another process: wait for it, or stop it", e);
    }
    return new IndexException(
        String.format(
            Locale.ROOT, "%s is damaged (%s): build the catalogue again", folder, e.getMessage()),
        e);
  }

  /** The spec that the fingerprints were made by. */
  public FingerprintSpec spec() {
    return spec;
  }

  /** One more than the largest number of an edition. */
  public int maxEdition() {
    return reader.maxDoc();
  }

  /** Whether there is an edition of that number: replaced ones leave a hole. */
  public boolean hasEdition(int edition) {
    for (LeafReaderContext leaf : reader.leaves()) {
      int local = edition - leaf.docBase;
      if (local >= 0 && local < leaf.reader().maxDoc()) {
        Bits live = leaf.reader().getLiveDocs();
        return live == null || live.get(local);
      }
    }
    return false;
  }

  /** What was handed in with the edition. */
  public byte[] payload(int edition) throws IOException {
    return stored(edition, IndexFormat.PAYLOAD).bytes;
  }

  /** The edition's text. */
  public Utf8Text text(int edition) throws IOException {
    BytesRef text = stored(edition, IndexFormat.TEXT);
    return IndexFormat.decompress(text.bytes, text.offset, text.length);
  }

  private BytesRef stored(int edition, String field) throws IOException {
    BytesRef value = reader.storedFields().document(edition, Set.of(field)).getBinaryValue(field);
    return new BytesRef(Arrays.copyOfRange(value.bytes, value.offset, value.offset + value.length));
  }

  /** The edition's sketch. */
  public MinHash sketch(int edition) throws IOException {
    return MinHash.of(longs(edition, IndexFormat.SKETCH));
  }

  /** All fingerprints of an edition without text, ascending; others are refused. */
  public long[] fingerprints(int edition) throws IOException {
    return longs(edition, IndexFormat.SET);
  }

  private long[] longs(int edition, String field) throws IOException {
    BinaryDocValues values = MultiDocValues.getBinaryValues(reader, field);
    if (values == null || !values.advanceExact(edition)) {
      throw new IndexException(
          "edition " + edition + " has no " + field + ": build the catalogue again");
    }
    BytesRef bytes = values.binaryValue();
    long[] longs = new long[bytes.length / Long.BYTES];
    ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length).asLongBuffer().get(longs);
    return longs;
  }

  /** A way to look fingerprints up, for one thread. */
  public Lookup lookup() throws IOException {
    return new Lookup(reader, filter, spec);
  }

  /** Distinct passage fingerprints. */
  public long passageFingerprints() {
    return filter.keys();
  }

  /** Bytes of the filter, which a scan holds in memory. */
  public long filterBytes() {
    return filter.bytes();
  }

  /**
   * Reads every byte of the index once and holds it against its checksums: a damaged one could find
   * less, and nobody would know.
   *
   * @throws IndexException if one does not hold
   */
  public static void checkIntegrity(Path folder) throws IOException {
    try (Directory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      checkFilter(directory, folder);
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
    } catch (IOException | RuntimeException e) {
      throw unusable(folder, e);
    }
  }

  private static void checkFilter(Directory directory, Path folder) throws IOException {
    Map<String, String> commit = SegmentInfos.readLatestCommit(directory).getUserData();
    Path filter = folder.resolve(commit.get(IndexFormat.FILTER));
    if (!Digests.of(filter).sha256().equals(commit.get(IndexFormat.FILTER_SHA256))) {
      throw new IOException(filter.getFileName() + " is not what its digest is of");
    }
    attachment(commit, folder);
  }

  /**
   * Reads every byte of the index and checks it, and what it means.
   *
   * @throws IndexException at the first thing that does not hold
   */
  public static void verify(Path folder) throws IOException {
    try (Directory directory = FSDirectory.open(folder);
        CheckIndex check = new CheckIndex(directory)) {
      checkFilter(directory, folder);
      CheckIndex.Status status = check.checkIndex();
      if (!status.clean) {
        throw new IndexException(folder + " is damaged: build the catalogue again");
      }
      verifyFilter(directory, folder);
    } catch (IOException | RuntimeException e) {
      throw unusable(folder, e);
    }
  }

  private static void verifyFilter(Directory directory, Path folder) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      Path file = folder.resolve(reader.getIndexCommit().getUserData().get(IndexFormat.FILTER));
      PassageFilter.verify(file);
      PassageFilter filter = PassageFilter.open(file);
      for (PassageUnion each = PassageUnion.of(reader.leaves()); each.nextTerm(); ) {
        if (!filter.mayContain(each.term())) {
          throw new IOException(file + " is of another index");
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }

  /** Version of the library that holds the index. */
  public static String libraryVersion() {
    return org.apache.lucene.util.Version.LATEST.toString();
  }
}
