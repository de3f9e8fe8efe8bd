package dev.bookplate.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Reads a run. Streams are lazy, hold a file open until they are closed, and throw {@link
 * UncheckedIOException} with the file and the line where the file is not what it should be.
 */
public final class RunReader {
  private final Path folder;
  private final Manifest manifest;

  /** Reads files of a folder under a manifest that need not be there yet. */
  RunReader(Path folder, Manifest manifest) {
    this.folder = folder;
    this.manifest = manifest;
  }

  /**
   * Opens a run and checks that every file which its manifest names is there, with its size.
   *
   * @throws RunFolderException if the folder holds no run, an unfinished one, one of another
   *     version or a damaged one
   */
  public static RunReader open(Path folder) throws IOException {
    Manifest manifest = ManifestFile.read(folder);
    for (var file : manifest.files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      if (!Files.isRegularFile(path)) {
        throw new RunFolderException.Damaged(path, "the manifest names it and it is not there");
      }
      if (Files.size(path) != file.getValue().size()) {
        throw new RunFolderException.Damaged(
            path,
            String.format(
                Locale.ROOT,
                "it has %d bytes and the manifest says %d",
                Files.size(path),
                file.getValue().size()));
      }
    }
    return new RunReader(folder, manifest);
  }

  /** The folder that is read. */
  public Path folder() {
    return folder;
  }

  /** What the run says of itself. */
  public Manifest manifest() {
    return manifest;
  }

  /** The findings in canonical order. To be closed. */
  public Stream<FindingLine> findings() throws IOException {
    return lines(RunFiles.FINDINGS, FindingLine.class);
  }

  /** What was skipped or failed, in canonical order. To be closed. */
  public Stream<UnreadLine> unread() throws IOException {
    return lines(RunFiles.UNREAD, UnreadLine.class);
  }

  /** Documents that are not what a book should be, in canonical order. To be closed. */
  public Stream<ConditionLine> conditions() throws IOException {
    return lines(RunFiles.CONDITIONS, ConditionLine.class);
  }

  /** What was rejected, in canonical order of documents; none where none were logged. */
  public Stream<CandidateLine> candidates() throws IOException {
    return manifest.files().containsKey(RunFiles.CANDIDATES)
        ? lines(RunFiles.CANDIDATES, CandidateLine.class)
        : Stream.empty();
  }

  /** The works that were looked for, by catalogue, then id. To be closed. */
  public Stream<WorkRow> works() throws IOException {
    return new CsvTable<>(WorkRow.class).read(folder.resolve(RunFiles.WORKS));
  }

  /** The documents that are copies, in canonical order. To be closed. */
  public Stream<CopyRow> copies() throws IOException {
    return new CsvTable<>(CopyRow.class).read(folder.resolve(RunFiles.COPIES));
  }

  /** Marks of where copies came from; none in runs of before. To be closed. */
  public Stream<MarkerRow> markers() throws IOException {
    return manifest.counts().markers() == null
        ? Stream.empty()
        : new CsvTable<>(MarkerRow.class).read(folder.resolve(RunFiles.MARKERS));
  }

  /** What models wrote, by prompt and work; none in a run of another corpus. To be closed. */
  public Stream<OutputRow> outputs() throws IOException {
    return manifest.files().containsKey(RunFiles.OUTPUTS)
        ? new CsvTable<>(OutputRow.class).read(folder.resolve(RunFiles.OUTPUTS))
        : Stream.empty();
  }

  /** What planted controls showed; null where the run has no calibration. */
  public Calibration calibration() throws IOException {
    return manifest.files().containsKey(RunFiles.CALIBRATION)
        ? RunJson.read(Files.readString(folder.resolve(RunFiles.CALIBRATION)), Calibration.class)
        : null;
  }

  private <T> Stream<T> lines(String name, Class<T> type) throws IOException {
    return JsonLines.read(folder.resolve(name), type);
  }
}
