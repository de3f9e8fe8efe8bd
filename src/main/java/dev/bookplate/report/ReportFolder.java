package dev.bookplate.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Where reports are written. It touches the files of the formats asked for and no others; one that
 * is there already is left as it is unless the user said to replace it. A file appears under its
 * name only when it is whole.
 */
public final class ReportFolder {
  private final Path folder;
  private final boolean replace;

  private ReportFolder(Path folder, boolean replace) {
    this.folder = folder;
    this.replace = replace;
  }

  /** A folder, made if it is not there, in which nothing is replaced. */
  public static ReportFolder keeping(Path folder) {
    return new ReportFolder(folder, false);
  }

  /** A folder, made if it is not there, in which reports of the same names are replaced. */
  public static ReportFolder replacing(Path folder) {
    return new ReportFolder(folder, true);
  }

  /** Writes to a file that is not there yet. */
  interface Content {
    void writeTo(Path file) throws IOException;
  }

  /** Writes text, UTF-8. */
  interface Text {
    void writeTo(Writer out) throws IOException;
  }

  /**
   * Refuses the folder of the run itself, whose files are evidence and change no more, and a file
   * that would be replaced.
   *
   * @throws IOException in one sentence that says what to do
   */
  void check(Path run, Iterable<String> names) throws IOException {
    if (Files.isDirectory(folder) && Files.isSameFile(folder, run)) {
      throw new IOException(
          folder + " is the run itself, and a run is not changed; name another folder.");
    }
    check(names);
  }

  /**
   * Refuses a file that would be replaced.
   *
   * @throws FileAlreadyExistsException in one sentence that says what to do
   */
  void check(Iterable<String> names) throws IOException {
    for (String name : names) {
      if (!replace && Files.exists(folder.resolve(name))) {
        throw new FileAlreadyExistsException(
            folder.resolve(name) + " is there already; add --overwrite or name another folder.");
      }
    }
  }

  void write(String name, Content content) throws IOException {
    Files.createDirectories(folder);
    Path partial = folder.resolve("." + name + ".partial");
    try {
      Files.deleteIfExists(partial);
      content.writeTo(partial);
      move(partial, folder.resolve(name));
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  void writeText(String name, Text text) throws IOException {
    write(
        name,
        file -> {
          try (Writer out = Files.newBufferedWriter(file)) {
            text.writeTo(out);
          }
        });
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
