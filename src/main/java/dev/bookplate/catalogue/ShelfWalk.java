package dev.bookplate.catalogue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds what stands on a shelf. Follows links; passes over what is hidden, and counts it. */
final class ShelfWalk extends SimpleFileVisitor<Path> {
  private final Path root;
  private final SortedMap<String, String> found = new TreeMap<>();
  private int hidden;

  private ShelfWalk(Path root) {
    this.root = root;
  }

  /** Walks a folder. */
  static ShelfWalk of(Path folder) throws IOException {
    ShelfWalk walk = new ShelfWalk(folder);
    Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
    return walk;
  }

  /**
   * Relative paths in order, with {@code /}, each with the reason why it cannot be read, or with an
   * empty one.
   */
  SortedMap<String, String> found() {
    return found;
  }

  /** Files and folders whose name starts with a dot. */
  int hidden() {
    return hidden;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (!isHidden(file) && !relative(file).equals(ListFile.NAME)) {
      found.put(relative(file), reason(attributes));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
    if (file.equals(root)) {
      throw e;
    }
    if (!isHidden(file)) {
      found.put(relative(file), unreadable(e));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
    return e == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, e);
  }

  /** Why a file cannot be read, for people. */
  static String unreadable(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "cannot be read: access is denied";
    }
    if (e instanceof FileSystemLoopException) {
      return "is a link to a folder that holds it, and is not followed";
    }
    return "cannot be read: " + (e.getMessage() == null ? e.toString() : e.getMessage());
  }

  private static String reason(BasicFileAttributes attributes) {
    if (attributes.isRegularFile()) {
      return "";
    }
    return attributes.isSymbolicLink() ? "is a link to nothing" : "is not a regular file";
  }

  private boolean isHidden(Path path) {
    boolean isHidden = !path.equals(root) && path.getFileName().toString().startsWith(".");
    hidden += isHidden ? 1 : 0;
    return isHidden;
  }

  private String relative(Path path) {
    return root.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
  }
}
