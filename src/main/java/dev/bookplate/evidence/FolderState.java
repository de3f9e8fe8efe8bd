package dev.bookplate.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a folder that a run is to be written to holds. */
enum FolderState {
  /** Nothing, or it is not there. */
  EMPTY,
  /** A run, of this or of another version. */
  RUN,
  /** A run that was begun and did not end. */
  UNFINISHED,
  /** A part of a scan, whole or not. */
  PART,
  /** Something else. */
  OTHER;

  /** Looks, and touches nothing. */
  static FolderState of(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return EMPTY;
    } else if (!Files.isDirectory(folder)) {
      return OTHER;
    } else if (ManifestFile.isIn(folder)) {
      return RUN;
    } else if (Files.isDirectory(folder.resolve(RunFiles.PARTIAL))) {
      return UNFINISHED;
    } else if (ScanFolder.isIn(folder)) {
      return PART;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.allMatch(FolderState::isNothing) ? EMPTY : OTHER;
    }
  }

  /** What a process leaves that was killed before it had done anything. */
  private static boolean isNothing(Path entry) {
    return entry.endsWith(RunFiles.LOCK)
        || entry.endsWith(ScanFolder.RECORD + DurableFiles.TEMPORARY);
  }
}
