package dev.bookplate.corpus;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Paths of file systems elsewhere, found as a service: so this package needs no library for them.
 */
public interface RemoteFiles {
  /**
   * A path whose {@link Path#toString} is the location again, and which {@link java.nio.file.Files}
   * can list, read and write. Nothing is contacted for it yet, beyond what the connector needs to
   * start.
   *
   * @param location a scheme, an authority and a path, taken literally: {@code hdfs://host/a b}
   * @throws java.nio.file.FileSystemNotFoundException if nothing on the class path serves the
   *     scheme; says what to do
   * @throws IOException if the connector cannot be set up
   */
  Path path(String location) throws IOException;
}
