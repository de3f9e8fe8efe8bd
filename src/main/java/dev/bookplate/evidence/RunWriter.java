package dev.bookplate.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Puts a run together beside what its folder holds, in {@code .partial}, and moves it in place when
 * it is whole, the manifest last: a folder with a manifest holds a whole run, whatever happened. A
 * run that is replaced stays as it is until then. Holds the folder until it is closed.
 */
public final class RunWriter implements Closeable {
  private static final String SCAN = "scan";

  private final Path folder;
  private final boolean created;
  private final RunLock lock;
  private boolean finished;

  private RunWriter(Path folder, boolean created, RunLock lock) {
    this.folder = folder;
    this.created = created;
    this.lock = lock;
  }

  /**
   * Takes a folder for a run; it need not be there.
   *
   * @param overwrite whether a run that it holds may be replaced
   * @throws RunFolderException if it is not empty and holds no run, holds one that may not be
   *     replaced, is held by another run, or cannot be written to
   */
  public static RunWriter open(Path folder, boolean overwrite) throws IOException {
    return open(folder, new Existing(overwrite, false));
  }

  /**
   * Takes a folder for a run; it need not be there.
   *
   * @param existing what may be done with what it holds
   * @throws RunFolderException if it is not empty and holds no run, holds one that may not be
   *     replaced, is held by another run, or cannot be written to
   */
  public static RunWriter open(Path folder, Existing existing) throws IOException {
    // before anything is touched
    refuseOther(folder);
    boolean created = !Files.exists(folder);
    try {
      Files.createDirectories(folder);
      RunWriter writer = new RunWriter(folder, created, RunLock.take(folder));
      writer.prepare(existing);
      return writer;
    } catch (FileSystemException e) {
      throw new RunFolderException.Unwritable(folder, e);
    }
  }

  private void prepare(Existing existing) throws IOException {
    try {
      refuse(existing);
      if (existing.resume() && scan().begun() != null) {
        // what a merge had begun to write is written anew
        for (Path file : regularFiles()) {
          Files.delete(file);
        }
      } else {
        FileTrees.delete(files());
      }
      Files.createDirectories(shards());
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  /** Where the scan goes on; is there. */
  public ScanFolder scan() {
    return new ScanFolder(files().resolve(SCAN));
  }

  /** Where the shards' files go while the run is on its way; is there. */
  public Path shards() {
    return scan().shards();
  }

  /** Where the run's files go until it is whole, under their own names; is there. */
  public Path files() {
    return folder.resolve(RunFiles.PARTIAL);
  }

  /** Reads the files that are there already, for a report that is to be one of them. */
  public RunReader preview(Manifest manifest) throws IOException {
    return new RunReader(files(), manifest.withFiles(digests()));
  }

  /**
   * Makes the run whole: digests every file, writes the manifest, removes a run that was there, and
   * moves all in place.
   *
   * @param manifest without the digests of files
   * @return the manifest as it was written
   */
  public Manifest finish(Manifest manifest) throws IOException {
    return finish(manifest, new CustodyEntry.By(null, null, null, manifest.tool().name(), null));
  }

  /**
   * The same, where it is known who did it.
   *
   * @param by for the first line of the custody log, if the manifest names one
   */
  public Manifest finish(Manifest manifest, CustodyEntry.By by) throws IOException {
    Manifest whole = manifest.withFiles(digests());
    Path written = files().resolve(RunFiles.MANIFEST);
    Files.writeString(written, RunJson.pretty(whole));
    DurableFiles.sync(written);
    if (whole.custody() != null) {
      CustodyLog.begin(files(), whole, by);
    }
    removeOld(whole.files().keySet());
    for (String name : whole.files().keySet()) {
      DurableFiles.move(files().resolve(name), folder.resolve(name));
    }
    if (whole.custody() != null) {
      DurableFiles.move(files().resolve(whole.custody()), folder.resolve(whole.custody()));
    }
    DurableFiles.move(written, folder.resolve(RunFiles.MANIFEST));
    finished = true;
    FileTrees.delete(files());
    return whole;
  }

  /**
   * Lets go of the folder. What an unfinished run has of whole shards stays; without any, the
   * folder is as it was.
   */
  @Override
  public void close() throws IOException {
    try {
      if (!finished && !scan().isWorthKeeping()) {
        FileTrees.delete(files());
      }
    } finally {
      lock.close();
    }
    if (created && FolderState.of(folder) == FolderState.EMPTY) {
      Files.deleteIfExists(folder);
    }
  }

  private static void refuseOther(Path folder) throws IOException {
    switch (FolderState.of(folder)) {
      case EMPTY, RUN, UNFINISHED -> {}
      case PART ->
          throw new RunFolderException.NotForPart(folder, "a part of a scan, and not a run");
      case OTHER ->
          throw Files.isDirectory(folder)
              ? new RunFolderException.NotEmpty(folder)
              : new RunFolderException.NotAFolder(folder);
    }
  }

  private void refuse(Existing existing) throws IOException {
    // once more, now that nobody else writes there
    refuseOther(folder);
    FolderState state = FolderState.of(folder);
    if (state == FolderState.RUN && !existing.overwrite()) {
      throw new RunFolderException.HoldsRun(folder, "a run");
    }
    if (state == FolderState.UNFINISHED && !existing.overwrite() && !existing.resume()) {
      throw new RunFolderException.HoldsUnfinished(folder, "a run");
    }
  }

  private SortedMap<String, Manifest.FileDigest> digests() throws IOException {
    SortedMap<String, Manifest.FileDigest> digests = new TreeMap<>();
    for (Path file : regularFiles()) {
      DurableFiles.sync(file);
      digests.put(file.getFileName().toString(), BlockDigests.of(file));
    }
    digests.remove(RunFiles.MANIFEST);
    digests.remove(RunFiles.CUSTODY);
    return digests;
  }

  private List<Path> regularFiles() throws IOException {
    try (Stream<Path> files = Files.list(files())) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  /** The manifest first: what is left of a run without it is not taken for one. */
  private void removeOld(Iterable<String> replaced) throws IOException {
    NavigableSet<String> old = new TreeSet<>(RunFiles.KNOWN);
    if (FolderState.of(folder) == FolderState.RUN) {
      old.addAll(ManifestFile.filesOfAnyVersion(folder));
      Files.delete(folder.resolve(RunFiles.MANIFEST));
    }
    replaced.forEach(old::remove);
    for (String name : old) {
      Files.deleteIfExists(folder.resolve(name));
    }
  }
}
