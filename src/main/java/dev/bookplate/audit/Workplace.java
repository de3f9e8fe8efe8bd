package dev.bookplate.audit;

import dev.bookplate.evidence.FolderTree;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where catalogues are put together, in the cache that they are kept in. Whoever builds shares a
 * lock; who finds that nobody does removes what killed programs left, and so takes from nobody.
 */
final class Workplace implements Closeable {
  private static final String LOCK = ".building.lock";
  private static final List<String> PREFIXES =
      List.of("building-", "unpacked-", "damaged-", "importing-");

  /** Locks belong to the whole process: the users of a cache in it share one. */
  private static final Map<Path, Workplace> OPEN = new HashMap<>();

  private final Path cache;
  private final FileChannel channel;
  private int users;

  private Workplace(Path cache, FileChannel channel) {
    this.cache = cache;
    this.channel = channel;
  }

  /**
   * Enters the workplace of a cache, which need not be there; who enters closes.
   *
   * @throws java.nio.file.FileSystemException if the folder cannot be made or written
   */
  static Workplace in(Path cache) throws IOException {
    Files.createDirectories(cache);
    Path real = cache.toRealPath();
    synchronized (OPEN) {
      Workplace workplace = OPEN.get(real);
      if (workplace == null) {
        workplace = open(real);
        OPEN.put(real, workplace);
      }
      workplace.users++;
      return workplace;
    }
  }

  private static Workplace open(Path cache) throws IOException {
    FileChannel channel =
        FileChannel.open(
            cache.resolve(LOCK),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      try (FileLock alone = channel.tryLock()) {
        if (alone != null) {
          removeLeft(cache);
        }
      }
      channel.lock(0, Long.MAX_VALUE, true);
      return new Workplace(cache, channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** A new folder, which is only there until it is moved or removed. */
  Path folder(String prefix) throws IOException {
    return Files.createTempDirectory(cache, prefix);
  }

  private static void removeLeft(Path cache) throws IOException {
    List<Path> left;
    try (Stream<Path> entries = Files.list(cache)) {
      left = entries.filter(Workplace::isOurs).toList();
    }
    for (Path folder : left) {
      FolderTree.remove(folder);
    }
  }

  private static boolean isOurs(Path entry) {
    String name = entry.getFileName().toString();
    return PREFIXES.stream().anyMatch(name::startsWith) && Files.isDirectory(entry);
  }

  @Override
  public void close() throws IOException {
    synchronized (OPEN) {
      users--;
      if (users == 0) {
        OPEN.remove(cache);
        channel.close();
      }
    }
  }
}
