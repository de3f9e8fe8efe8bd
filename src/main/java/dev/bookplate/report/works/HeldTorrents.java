package dev.bookplate.report.works;

import dev.bookplate.evidence.InputFile;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.report.works.TorrentLines.Verified;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of a corpus that torrents list, as {@code catalogue torrent --check --json} found them.
 * A file is known by its path and its size; only those that hold are kept.
 */
public final class HeldTorrents {
  /** No torrents. */
  static final HeldTorrents NONE = new HeldTorrents(Map.of());

  private final Map<InputFile, List<Place>> places;

  private HeldTorrents(Map<InputFile, List<Place>> places) {
    this.places = places;
  }

  /**
   * Where a file stands in a torrent.
   *
   * @param infohash of version 1 or 2; of both, with a blank between them
   * @param index of the file in the torrent, from 0
   * @param firstPiece that holds bytes of it, from 0
   * @param lastPiece that does
   * @param verdict name of what the check found
   */
  record Place(String infohash, long index, long firstPiece, long lastPiece, String verdict) {
    /** Never like a date, which a spreadsheet would make of two numbers and a hyphen. */
    String pieces() {
      return firstPiece + " to " + lastPiece;
    }
  }

  /**
   * Reads what was printed.
   *
   * @throws InvalidTorrentLinesException with file and line of what is no such print
   */
  public static HeldTorrents read(Path file, Manifest manifest) throws IOException {
    Map<String, List<Manifest.Input>> byName = new HashMap<>();
    for (Manifest.Input input : manifest.inputs()) {
      String path = input.file().path();
      String name = path.substring(path.lastIndexOf('/') + 1);
      byName.computeIfAbsent(name, n -> new ArrayList<>()).add(input);
    }
    Map<InputFile, List<Place>> places = new HashMap<>();
    TorrentLines.read(
        file,
        verified -> {
          for (Manifest.Input input : byName.getOrDefault(verified.name(), List.of())) {
            if (isFile(verified, input)) {
              List<Place> its = places.computeIfAbsent(input.file(), f -> new ArrayList<>());
              if (!its.contains(verified.place())) {
                its.add(verified.place());
              }
            }
          }
        });
    return new HeldTorrents(places);
  }

  /** A corpus that is one file is called as that file is. */
  private static boolean isFile(Verified verified, Manifest.Input input) {
    InputFile file = input.file();
    boolean isCorpus = file.path().equals(file.corpus());
    return verified.length() == input.size()
        && (isCorpus
            ? verified.endsWith(file.path())
            : verified.endsWith(file.corpus() + "/" + file.path()));
  }

  /** In the order of the print; none where no torrent holds the file. */
  List<Place> of(InputFile file) {
    return places.getOrDefault(file, List.of());
  }
}
