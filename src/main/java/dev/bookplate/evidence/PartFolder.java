package dev.bookplate.evidence;

import dev.bookplate.origin.Digests;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes a part of a scan, and holds its folder until it is closed. */
public final class PartFolder implements Closeable {
  static final String PART = "part.json";
  static final String TERMS = "terms.json";

  /** In the order in which they go: what says what the folder is goes last. */
  private static final List<String> NAMES =
      List.of(
          PART,
          ScanFolder.SHARDS,
          TERMS,
          RunFiles.CALIBRATION,
          ScanFolder.INPUTS,
          ScanFolder.RECORD);

  private final Path folder;
  private final boolean created;
  private final RunLock lock;
  private boolean finished;

  private PartFolder(Path folder, boolean created, RunLock lock) {
    this.folder = folder;
    this.created = created;
    this.lock = lock;
  }

  /**
   * Takes a folder for a part; it need not be there.
   *
   * @param existing what may be done with a part that it holds
   * @throws RunFolderException if it is not empty and holds no part, holds one that may not be
   *     replaced, is held by another scan, or cannot be written to
   */
  public static PartFolder open(Path folder, Existing existing) throws IOException {
    refuse(folder, existing);
    boolean created = !Files.exists(folder);
    try {
      Files.createDirectories(folder);
      PartFolder part = new PartFolder(folder, created, RunLock.take(folder));
      part.prepare(existing);
      return part;
    } catch (FileSystemException e) {
      throw new RunFolderException.Unwritable(folder, e);
    }
  }

  private static void refuse(Path folder, Existing existing) throws IOException {
    switch (FolderState.of(folder)) {
      case EMPTY -> {}
      case PART -> {
        if (!existing.overwrite() && !existing.resume()) {
          boolean whole = Files.exists(folder.resolve(PART));
          throw whole
              ? new RunFolderException.HoldsRun(folder, "a part of a scan")
              : new RunFolderException.HoldsUnfinished(folder, "a part of a scan");
        }
      }
      case RUN, UNFINISHED ->
          throw new RunFolderException.NotForPart(folder, "a run, and not a part of one");
      case OTHER ->
          throw Files.isDirectory(folder)
              ? new RunFolderException.NotEmpty(folder)
              : new RunFolderException.NotAFolder(folder);
    }
  }

  private void prepare(Existing existing) throws IOException {
    try {
      // once more, now that nobody else writes there
      refuse(folder, existing);
      if (existing.anew()) {
        clear();
      }
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  private void clear() throws IOException {
    for (String name : NAMES) {
      FileTrees.delete(folder.resolve(name));
    }
  }

  /** Where the scan goes on. */
  public ScanFolder scan() {
    return new ScanFolder(folder);
  }

  /**
   * Makes the part whole.
   *
   * @param part without the digests of its files
   * @param terms what all parts have in common, from the first of them; from the others null
   * @return the part as it was written
   */
  public PartRecord finish(PartRecord part, ScanTerms terms) throws IOException {
    if (terms != null) {
      DurableFiles.writeLine(folder.resolve(TERMS), terms);
    }
    Map<String, Manifest.FileDigest> digests = new TreeMap<>();
    for (String name : List.of(TERMS, RunFiles.CALIBRATION, ScanFolder.RECORD)) {
      Path file = folder.resolve(name);
      if (Files.exists(file)) {
        DurableFiles.sync(file);
        Digests digest = Digests.of(file);
        digests.put(name, new Manifest.FileDigest(digest.size(), digest.sha256()));
      }
    }
    PartRecord whole = part.withFiles(digests);
    DurableFiles.write(folder.resolve(PART), RunJson.line(whole) + "\n");
    finished = true;
    return whole;
  }

  /** Lets go of the folder; without anything to go on with, it is as it was. */
  @Override
  public void close() throws IOException {
    try {
      if (!finished && !Files.exists(folder.resolve(PART)) && !scan().isWorthKeeping()) {
        clear();
      }
    } finally {
      lock.close();
    }
    if (created && FolderState.of(folder) == FolderState.EMPTY) {
      Files.deleteIfExists(folder);
    }
  }
}
