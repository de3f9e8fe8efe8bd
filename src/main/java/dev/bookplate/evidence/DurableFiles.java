package dev.bookplate.evidence;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are on disk when they have their name, also after a power cut. */
final class DurableFiles {
  /** End of the name of a file that is not whole yet. */
  static final String TEMPORARY = ".tmp";

  private DurableFiles() {}

  /** Writes a file whole or not at all, over one that may be there. */
  static void write(Path file, String text) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + TEMPORARY);
    Files.writeString(temporary, text);
    sync(temporary);
    move(temporary, file);
  }

  /** Writes a line of JSON, which may be longer than memory, likewise. */
  static void writeLine(Path file, Object value) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + TEMPORARY);
    RunJson.writeLine(value, temporary);
    sync(temporary);
    move(temporary, file);
  }

  /** Makes sure that what was written to a file is on disk. */
  static void sync(Path file) throws IOException {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      open.getFD().sync();
    }
  }

  /** Moves a file in one step within a file system, over one that may be there. */
  static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncFolder(to.toAbsolutePath().getParent());
  }

  /** Not every system lets a folder be opened; where it does not, the move itself must do. */
  private static void syncFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      return;
    }
  }
}
