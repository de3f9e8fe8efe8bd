package dev.bookplate.audit;

import dev.bookplate.corpus.Locations;
import dev.bookplate.evidence.FileTrees;
import dev.bookplate.origin.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Catalogues, shelves and backgrounds that are elsewhere, fetched into the cache: indexes are
 * mapped into memory, and books are read from their ends. A copy is used again as long as names,
 * sizes and times there stay what they were.
 */
public final class RemoteCatalogues {
  private static final int NAME_DIGITS = 32;

  private final Path cache;
  private final Progress progress;

  /** Kept in a folder, which need not be there. */
  public RemoteCatalogues(Path cache, Progress progress) {
    this.cache = cache;
    this.progress = progress;
  }

  /** The same paths on this machine: those that are here already, and copies of the others. */
  public List<Path> here(List<Path> paths) throws IOException {
    try {
      return paths.stream().map(p -> Locations.isRemote(p) ? fetched(p) : p).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Path fetched(Path remote) {
    Path location = remote.toAbsolutePath().normalize();
    String name = location.getFileName() == null ? "catalogue" : location.getFileName().toString();
    progress.phase("fetching " + name, Progress.Counted.BOOKS, 0);
    try (Stream<Path> walk = Files.walk(location);
        Workplace workplace = CatalogueCache.workplace(cache)) {
      List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
      Path kept = cache.resolve("fetched-" + key(location, files).substring(0, NAME_DIGITS));
      CatalogueCache.removeDamaged(kept.resolve(name), workplace);
      if (!Files.exists(kept.resolve(name))) {
        FileTrees.delete(kept);
        fetch(location, files, workplace.folder("importing-"), name, kept);
      }
      return kept.resolve(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fetch(Path from, List<Path> files, Path coming, String name, Path kept)
      throws IOException {
    try {
      Path top = coming.resolve(name);
      for (Path file : files) {
        Path target = top;
        for (Path part : from.relativize(file)) {
          target = target.resolve(part.toString());
        }
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
      Files.move(coming, kept, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      // another scan was quicker: what it fetched is the same
      FileTrees.delete(coming);
    } catch (IOException | RuntimeException e) {
      FileTrees.delete(coming);
      throw e;
    }
  }

  private static String key(Path location, List<Path> files) throws IOException {
    StringBuilder key = new StringBuilder(location.toString());
    for (Path file : files) {
      key.append('\n').append(file).append('\t').append(Files.size(file)).append('\t');
      key.append(Files.getLastModifiedTime(file));
    }
    return Digests.sha256(key.toString());
  }
}
