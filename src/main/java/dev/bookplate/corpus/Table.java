package dev.bookplate.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder that is a table: of its files, only those of its newest version are read.
 *
 * @param folder of the table
 * @param files of that version
 */
record Table(Path folder, TableFiles files) {
  /**
   * The table that a folder is, or null.
   *
   * @param names of what is in it
   * @throws DeltaLog.UnsupportedTableException if nobody knows here which of its files are live
   */
  static Table of(Path folder, Set<String> names) throws IOException {
    if (names.contains(DeltaLog.FOLDER) && Files.isDirectory(folder.resolve(DeltaLog.FOLDER))) {
      return new Table(folder, DeltaLog.of(folder));
    }
    if (names.contains("metadata") && isIceberg(folder.resolve("metadata"))) {
      throw new DeltaLog.UnsupportedTableException(
          "Apache Iceberg, whose manifests are not read here, so that deleted files cannot be told"
              + " from live ones; unload it, or name its live files one by one");
    }
    return null;
  }

  private static boolean isIceberg(Path metadata) throws IOException {
    if (!Files.isDirectory(metadata)) {
      return false;
    }
    try (Stream<Path> files = Files.list(metadata)) {
      return files.anyMatch(f -> String.valueOf(f.getFileName()).endsWith(".metadata.json"));
    }
  }

  /** Why a file or folder of it is left out, or null where it is not. */
  String leavesOut(Path entry) {
    if (Files.isDirectory(entry)) {
      return entry.equals(folder.resolve(DeltaLog.FOLDER)) ? "the log of a Delta table" : null;
    }
    return files.live().contains(relative(entry)) ? null : "not in " + files.people();
  }

  /** Files of the version that are not there, or not in the folder. */
  List<String> missing() {
    return files.live().stream().filter(name -> !isThere(name)).toList();
  }

  private boolean isThere(String name) {
    Path file = folder.resolve(name).normalize();
    return file.startsWith(folder) && Files.isRegularFile(file);
  }

  private String relative(Path entry) {
    return folder.relativize(entry).toString().replace('\\', '/');
  }
}
