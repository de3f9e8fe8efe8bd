package dev.bookplate.evidence;

import dev.bookplate.origin.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A part of a scan that can be put together with the others.
 *
 * @param folder of the part; a scan that is no part of another is one part, in its working folder
 * @param record what was decided before
 * @param part what came of it
 * @param terms what all parts have in common; null but for the first
 */
public record ScannedPart(ScanFolder folder, ScanRecord record, PartRecord part, ScanTerms terms) {

  /**
   * Reads a part and holds its files, but those of its shards, to their digests.
   *
   * @throws RunFolderException if the folder holds no part, an unfinished one, or a damaged one
   */
  public static ScannedPart read(Path folder) throws IOException {
    Path file = folder.resolve(PartFolder.PART);
    if (!Files.isRegularFile(file)) {
      throw ScanFolder.isIn(folder)
          ? new RunFolderException.UnfinishedPart(folder)
          : new RunFolderException.NoPart(folder);
    }
    PartRecord part = ScanFolder.read(file, PartRecord.class);
    if (!ScanRecord.FORMAT.equals(part.format())) {
      throw new RunFolderException.OtherVersion(folder, part.format(), ScanRecord.FORMAT);
    }
    for (Map.Entry<String, Manifest.FileDigest> each : part.files().entrySet()) {
      check(folder.resolve(each.getKey()), each.getValue());
    }
    ScanFolder scan = new ScanFolder(folder);
    ScanRecord record = scan.begun();
    if (record == null) {
      throw new RunFolderException.Damaged(folder.resolve(ScanFolder.RECORD), "it is not there");
    }
    Path terms = folder.resolve(PartFolder.TERMS);
    return new ScannedPart(
        scan, record, part, part.part().first() ? ScanFolder.read(terms, ScanTerms.class) : null);
  }

  private static void check(Path file, Manifest.FileDigest digest) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new RunFolderException.Damaged(file, "it is not there");
    }
    if (!Digests.of(file).sha256().equals(digest.sha256())) {
      throw new RunFolderException.Damaged(file, "its digest is not the one that the part names");
    }
  }
}
