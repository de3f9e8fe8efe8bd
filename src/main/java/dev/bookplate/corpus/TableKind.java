package dev.bookplate.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Tables that are folders. */
enum TableKind {
  DELTA("Delta table", DeltaLog.FOLDER, "the log of a Delta table"),
  ICEBERG("Apache Iceberg table", IcebergMetadata.FOLDER, "the metadata of an Iceberg table");

  private final String people;
  private final String own;
  private final String ownIs;

  TableKind(String people, String own, String ownIs) {
    this.people = people;
    this.own = own;
    this.ownIs = ownIs;
  }

  /** The kind that a folder is, or null. */
  static TableKind of(Path folder, Set<String> names) throws IOException {
    if (names.contains(DELTA.own) && Files.isDirectory(folder.resolve(DELTA.own))) {
      return DELTA;
    }
    return names.contains(ICEBERG.own) && IcebergMetadata.isThere(folder.resolve(ICEBERG.own))
        ? ICEBERG
        : null;
  }

  /** Which of a folder's files are the table. */
  TableFiles files(Path folder) throws IOException {
    return switch (this) {
      case DELTA -> DeltaLog.of(folder);
      case ICEBERG -> IcebergTable.of(folder);
    };
  }

  String people() {
    return people;
  }

  /** The folder in it that makes it a table. */
  String own() {
    return own;
  }

  /** What that is, for people. */
  String ownIs() {
    return ownIs;
  }
}
