package dev.bookplate.catalogue.torrent;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which files of a folder may be those of a torrent: by path, by name, and where neither is there
 * by size and content.
 */
final class FoundFiles {
  /** Files of one size that are tried for a file that has another name. */
  private static final int MOST_TRIED = 64;

  /** Pieces of each that are read, spread over it. */
  private static final int MOST_PIECES = 16;

  private final Map<String, List<Path>> byName = new HashMap<>();
  private final Map<Long, List<Path>> bySize = new HashMap<>();
  private final Map<Path, Long> sizes = new TreeMap<>();
  private final List<Path> unread = new ArrayList<>();

  /** All files below some paths, and the paths that are files; links are not followed. */
  static FoundFiles below(List<Path> paths) throws IOException {
    FoundFiles found = new FoundFiles();
    for (Path path : paths) {
      Files.walkFileTree(
          path,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile()) {
                found.sizes.put(file, attributes.size());
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              found.unread.add(file);
              return FileVisitResult.CONTINUE;
            }
          });
    }
    // in the order of paths, whatever the file system's is
    found.sizes.forEach(
        (file, size) -> {
          found.byName.computeIfAbsent(nameOf(file), n -> new ArrayList<>()).add(file);
          found.bySize.computeIfAbsent(size, s -> new ArrayList<>()).add(file);
        });
    return found;
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** What could not be looked at. */
  List<Path> unread() {
    return List.copyOf(unread);
  }

  /** How many files there are. */
  int count() {
    return sizes.size();
  }

  long size(Path file) {
    return sizes.get(file);
  }

  /** The file for each index of a torrent that has one; of data only. */
  Map<Integer, Path> locate(Torrent torrent) throws IOException {
    Map<Integer, Path> located = new TreeMap<>();
    Set<Path> used = new HashSet<>();
    for (TorrentFile file : torrent.files()) {
      Path named = file.isData() ? named(torrent, file, used) : null;
      if (named != null) {
        located.put(file.index(), named);
        used.add(named);
      }
    }
    for (TorrentFile file : torrent.files()) {
      if (file.isData() && !located.containsKey(file.index()) && file.length() > 0) {
        Path same = sameContent(torrent, file, used);
        if (same != null) {
          located.put(file.index(), same);
          used.add(same);
        }
      }
    }
    return located;
  }

  /** The one of its name whose path and size agree best. */
  private Path named(Torrent torrent, TorrentFile file, Set<Path> used) {
    String full = torrent.fullPath(file);
    String name = full.substring(full.lastIndexOf('/') + 1);
    return byName.getOrDefault(name, List.of()).stream()
        .filter(f -> !used.contains(f))
        .max(Comparator.comparingInt(f -> agreement(f, full, file.length())))
        .orElse(null);
  }

  private int agreement(Path found, String full, long length) {
    Path wanted = Path.of(full);
    int parts = 0;
    while (parts < Math.min(found.getNameCount(), wanted.getNameCount())
        && found
            .getName(found.getNameCount() - 1 - parts)
            .equals(wanted.getName(wanted.getNameCount() - 1 - parts))) {
      parts++;
    }
    return parts + (sizes.get(found) == length ? 1000 : 0);
  }

  private Path sameContent(Torrent torrent, TorrentFile file, Set<Path> used) throws IOException {
    int tried = 0;
    for (Path each : bySize.getOrDefault(file.length(), List.of())) {
      if (!used.contains(each) && tried++ < MOST_TRIED && isContent(torrent, file, each)) {
        return each;
      }
    }
    return null;
  }

  /** Whether a piece of it holds at least: the rest may be damaged, which is then found. */
  private static boolean isContent(Torrent torrent, TorrentFile file, Path found)
      throws IOException {
    if (file.root() != null) {
      HashedFile hashed = HashedFile.of(found, file.length(), torrent.pieceLength());
      byte[] layer = torrent.layers().get(file.root());
      return file.root().equals(hashed.root()) || (layer != null && hashed.held(layer) > 0);
    }
    if (torrent.pieces() == null) {
      return false;
    }
    long first = (file.start() + torrent.pieceLength() - 1) / torrent.pieceLength();
    long inside = file.end() / torrent.pieceLength() - first;
    long step = Math.max(1, inside / MOST_PIECES);
    try (PieceReader reader = new PieceReader(torrent, Map.of(file.index(), found))) {
      for (long piece = first; piece < first + inside; piece += step) {
        if (reader.check((int) piece) == PieceReader.State.HOLDS) {
          return true;
        }
      }
    }
    return false;
  }
}
