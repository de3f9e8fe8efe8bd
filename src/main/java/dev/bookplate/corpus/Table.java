package dev.bookplate.corpus;

import dev.bookplate.corpus.TableFiles.LiveFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder that is a table: of its files, only those of its newest version are read.
 *
 * @param folder of the table
 * @param kind of table
 * @param files of that version
 */
record Table(Path folder, TableKind kind, TableFiles files) {
  /**
   * The table that a folder of a kind is.
   *
   * @throws UnsupportedTableException if nobody knows here which of its files are live
   */
  static Table of(Path folder, TableKind kind) throws IOException {
    return new Table(folder, kind, kind.files(folder));
  }

  /** Why a file or folder of it is left out, or null where it is not. */
  String leavesOut(Path entry) {
    if (Files.isDirectory(entry)) {
      return entry.equals(folder.resolve(kind.own())) ? kind.ownIs() : null;
    }
    return of(entry) == null ? "not in " + files.people() : null;
  }

  /** What is known of one of its live files, or null. */
  LiveFile of(Path entry) {
    return files.live().get(folder.relativize(entry).toString().replace('\\', '/'));
  }

  /** Files of the version that are not there, or not in the folder. */
  List<String> missing() {
    return files.live().keySet().stream().filter(name -> !isThere(name)).toList();
  }

  private boolean isThere(String name) {
    Path file = folder.resolve(name).normalize();
    return file.startsWith(folder) && Files.isRegularFile(file);
  }
}
