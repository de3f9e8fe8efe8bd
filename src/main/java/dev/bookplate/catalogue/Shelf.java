package dev.bookplate.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A folder of e-books, or a single one, as raw material of a catalogue.
 *
 * <p>Iterating reads one file after the other, in the order of their relative paths, after what
 * there is to say of {@code catalogue.csv} in the folder's root. Everything that is met becomes an
 * item: a book; a rejected file or row; a note on what was left out or overruled. Only hidden files
 * and folders become none, and are counted.
 *
 * <p>What is known of a work comes, field by field, from its rows in catalogue.csv, else from its
 * files' own metadata, else from the file's name, {@code Author - Title} or a title. Files with one
 * path but for the ending, or with one id in catalogue.csv, are editions of one work; of several
 * voices of one rank the first wins, and their ISBNs and registrations are united.
 *
 * @see ListColumn
 */
public final class Shelf implements Iterable<SourceItem> {
  private final Path root;
  private final TextSource texts;
  private final Listing listing;
  private final SortedMap<String, String> files;
  private final int hidden;

  private Shelf(
      Path root, TextSource texts, Listing listing, SortedMap<String, String> files, int hidden) {
    this.root = root;
    this.texts = texts;
    this.listing = listing;
    this.files = files;
    this.hidden = hidden;
  }

  /**
   * Finds what stands on a shelf; reads catalogue.csv, and no book yet.
   *
   * @param path a folder or a file
   * @param texts reads the books
   * @throws NoSuchFileException if there is nothing at the path
   * @throws IOException if the folder or its list cannot be read
   * @throws InvalidListException if catalogue.csv is no list of works
   */
  public static Shelf open(Path path, TextSource texts) throws IOException, InvalidListException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    return Files.isDirectory(path) ? ofFolder(path, texts) : ofFile(path, texts);
  }

  private static Shelf ofFolder(Path folder, TextSource texts)
      throws IOException, InvalidListException {
    ShelfWalk walk = ShelfWalk.of(folder);
    Path list = folder.resolve(ListFile.NAME);
    Listing listing =
        Files.exists(list)
            ? Listing.of(ListFile.read(list), walk.found().keySet())
            : Listing.none();
    return new Shelf(folder, texts, listing, walk.found(), walk.hidden());
  }

  private static Shelf ofFile(Path file, TextSource texts) throws InvalidListException {
    Path absolute = file.toAbsolutePath();
    String name = absolute.getFileName().toString();
    if (name.equals(ListFile.NAME)) {
      throw new InvalidListException(
          name + " lists the books of a folder: give the folder that it stands in");
    }
    SortedMap<String, String> one = new TreeMap<>();
    one.put(name, Files.isRegularFile(file) ? "" : "is not a regular file");
    return new Shelf(absolute.getParent(), texts, Listing.none(), one, 0);
  }

  /** Files that can be read, in order, as paths from the shelf's root. */
  public List<String> files() {
    return files.entrySet().stream()
        .filter(file -> file.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Where its files' paths begin. */
  public Path root() {
    return root;
  }

  /**
   * The same shelf without files that are no books.
   *
   * @param lists of books, which were read as such
   * @param refused paths with what is said of each; they are rejected
   */
  public Shelf without(Set<String> lists, Map<String, String> refused) {
    SortedMap<String, String> books = new TreeMap<>(files);
    books.keySet().removeAll(lists);
    books.putAll(refused);
    return new Shelf(root, texts, listing, books, hidden);
  }

  /** Files and folders that were passed over because their name starts with a dot. */
  public int hidden() {
    return hidden;
  }

  /** Reads the shelf from its start. Not for several threads at a time. */
  @Override
  public Iterator<SourceItem> iterator() {
    return new ShelfIterator(root, texts, listing, files);
  }
}
