package dev.bookplate.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where a scan, or a part of one, leaves what it has done, so that it can be stopped at any moment:
 * {@code scan.json} first, then the digests of its inputs, then its shards' files. Every file but
 * the digests' has its name only once it is on disk.
 *
 * @param root of it all, held by the caller
 */
public record ScanFolder(Path root) {
  static final String RECORD = "scan.json";
  static final String INPUTS = "inputs.jsonl";
  static final String SHARDS = "shards";

  private static final String FAMILY = "bookplate-scan/";

  /** Where the shards' files go. */
  public Path shards() {
    return root.resolve(SHARDS);
  }

  /**
   * What was decided when the scan began; null where none has.
   *
   * @throws RunFolderException.Damaged if it cannot be read
   */
  public ScanRecord begun() throws IOException {
    Path file = root.resolve(RECORD);
    return Files.exists(file) ? read(file, ScanRecord.class) : null;
  }

  /** Begins: from here on there is a scan to go on with. */
  public void begin(ScanRecord record) throws IOException {
    Files.createDirectories(root);
    DurableFiles.write(root.resolve(RECORD), RunJson.line(record) + "\n");
    Files.createDirectories(shards());
  }

  /**
   * Holds what is there to what is decided now, or begins where nothing is there.
   *
   * @throws RunFolderException.OtherScan if something else was decided then
   */
  public void beginOrGoOn(ScanRecord now) throws IOException {
    ScanRecord then = begun();
    if (then == null) {
      begin(now);
      return;
    }
    String difference = then.difference(now);
    if (difference == null && then.part().number() != now.part().number()) {
      difference = "the part: it holds " + then.part() + ", and this is " + now.part();
    }
    if (difference != null) {
      throw new RunFolderException.OtherScan(root, difference);
    }
    Files.createDirectories(shards());
  }

  /** Files that were digested before the scan was stopped. */
  public Map<InputFile, ScannedFile> inputs() throws IOException {
    return InputLog.read(root.resolve(INPUTS));
  }

  /** Notes digests from here on; to be closed. */
  public InputLog log(Iterable<ScannedFile> known) throws IOException {
    return InputLog.open(root.resolve(INPUTS), known);
  }

  /** Refuses to go on with a scan one of whose inputs is another now. */
  public RunFolderException changed(InputFile input) {
    return new RunFolderException.OtherScan(
        root, "the file " + input.corpus() + "/" + input.path() + ", whose bytes have changed");
  }

  /** Whether there is anything that would be done again without it. */
  boolean isWorthKeeping() throws IOException {
    Path inputs = root.resolve(INPUTS);
    if (Files.exists(inputs) && Files.size(inputs) > 0) {
      return true;
    }
    if (!Files.isDirectory(shards())) {
      return false;
    }
    try (Stream<Path> files = Files.list(shards())) {
      return files.anyMatch(file -> file.toString().endsWith(ShardFile.ENDING));
    }
  }

  /** Whether a folder holds a part of a scan, or the start of one, of any version. */
  static boolean isIn(Path folder) throws IOException {
    Path file = folder.resolve(RECORD);
    return Files.isRegularFile(file) && Files.readString(file).contains("\"" + FAMILY);
  }

  static <T> T read(Path file, Class<T> type) throws IOException {
    try {
      return RunJson.read(file, type);
    } catch (IOException e) {
      throw new RunFolderException.Damaged(file, "it is not what a scan writes there");
    }
  }
}
