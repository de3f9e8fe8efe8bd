package dev.bookplate.cli;

import dev.bookplate.evidence.Bundle;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.Map;
import java.util.zip.ZipError;

/**
 * A run that is read in its folder, or in its bundle.
 *
 * @param folder of the run
 * @param zip that it is in, or null
 */
record OpenRun(Path folder, FileSystem zip) implements Closeable {
  /** Opens a folder as it is, and a file as a bundle. */
  static OpenRun of(Path named) throws IOException {
    if (!Files.isRegularFile(named)) {
      return new OpenRun(named, null);
    }
    FileSystem zip = null;
    try {
      zip = FileSystems.newFileSystem(named, Map.of("accessMode", "readOnly"));
    } catch (IOException | ProviderNotFoundException | ZipError e) {
      throw new EvidenceException(
          named
              + " is no bundle that can be read ("
              + e.getMessage()
              + "); get a whole copy of it.");
    }
    Path folder = zip.getPath(Bundle.FOLDER);
    if (!Files.isDirectory(folder)) {
      zip.close();
      throw new UsageException(
          named
              + " is no bundle of a run; name one that bookplate bundle wrote, or a run's folder.");
    }
    return new OpenRun(folder, zip);
  }

  @Override
  public void close() throws IOException {
    if (zip != null) {
      zip.close();
    }
  }
}
