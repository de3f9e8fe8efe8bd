package dev.bookplate.report.works;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.bookplate.evidence.RunJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads what {@code catalogue torrent --check PATH --json} prints: a line for each file of a
 * torrent, then one that counts them, by which a print that was cut off shows.
 */
final class TorrentLines {
  private static final String PRINT =
      "save the print of catalogue torrent FILE.torrent --check CORPUS --json, all of it.";
  private static final int LONGEST = 1 << 20;
  private static final Set<String> VERIFIED = Set.of("VERIFIED_FULL", "VERIFIED_INTERIOR");
  private static final Set<String> OTHERS = Set.of("MISMATCH", "NOT_COVERED");

  private final Path file;
  private final Consumer<Verified> each;
  private final Map<String, Long> counted = new TreeMap<>();
  private String torrent;
  private long number;

  private TorrentLines(Path file, Consumer<Verified> each) {
    this.file = file;
    this.each = each;
  }

  /**
   * A file whose bytes are what a torrent lists.
   *
   * @param found path of the file that was checked, with {@code /}
   * @param length in bytes
   * @param place in the torrent
   */
  record Verified(String found, long length, HeldTorrents.Place place) {
    String name() {
      return found.substring(found.lastIndexOf('/') + 1);
    }

    boolean endsWith(String path) {
      return ("/" + found).endsWith("/" + path);
    }
  }

  /** A line: of a file, of a torrent, or of what is no torrent. */
  record Line(
      String torrent,
      String infohashV1,
      String infohashV2,
      Long index,
      Long length,
      Long firstPiece,
      Long lastPiece,
      String found,
      String verdict,
      String problem,
      @JsonProperty("VERIFIED_FULL") Long full,
      @JsonProperty("VERIFIED_INTERIOR") Long interior,
      @JsonProperty("MISMATCH") Long mismatch,
      @JsonProperty("NOT_COVERED") Long notCovered) {}

  /** Tells of each file that holds, in the order of the lines. */
  static void read(Path file, Consumer<Verified> each) throws IOException {
    TorrentLines lines = new TorrentLines(file, each);
    try (BufferedReader in = Files.newBufferedReader(file)) {
      for (String line = lines.next(in); line != null; line = lines.next(in)) {
        lines.take(line);
      }
    } catch (CharacterCodingException e) {
      throw lines.wrong("it is not UTF-8");
    }
    if (lines.number == 0) {
      throw new InvalidTorrentLinesException(file + " is empty: " + PRINT);
    }
    if (lines.torrent != null) {
      throw lines.wrong("the print ends before the line that counts the files of " + lines.torrent);
    }
  }

  /** The next line, or null; a longer one than any print has is refused unread. */
  private String next(BufferedReader in) throws IOException {
    StringBuilder line = new StringBuilder();
    int c = in.read();
    if (c < 0) {
      return null;
    }
    number++;
    while (c >= 0 && c != '\n') {
      if (line.length() == LONGEST) {
        throw wrong("it has more than " + LONGEST + " characters");
      }
      line.append((char) c);
      c = in.read();
    }
    return line.toString();
  }

  private void take(String text) throws IOException {
    Line line;
    try {
      line = RunJson.read(text, Line.class);
    } catch (IOException notJson) {
      throw wrong("it is no JSON object as the check prints them");
    }
    if (line.torrent == null || torrent != null && !line.torrent.equals(torrent)) {
      throw wrong(torrent == null ? "it names no torrent" : "lines of " + torrent + " are missing");
    }
    if (line.index != null) {
      torrent = line.torrent;
      ofFile(line);
    } else if (line.problem == null || torrent != null) {
      end(line);
    }
  }

  private void ofFile(Line line) throws IOException {
    if (line.verdict == null) {
      throw wrong("the file was held against nothing");
    } else if (!VERIFIED.contains(line.verdict) && !OTHERS.contains(line.verdict)) {
      throw wrong("the verdict " + line.verdict + " is not known");
    }
    counted.merge(line.verdict, 1L, Long::sum);
    if (VERIFIED.contains(line.verdict)) {
      each.accept(verified(line));
    }
  }

  private Verified verified(Line line) throws IOException {
    if (line.found == null || line.length == null || line.index < 0) {
      throw wrong("a file that holds has a path that was found, a length, and an index from 0");
    }
    boolean hasPieces = line.firstPiece != null && line.lastPiece != null && line.firstPiece >= 0;
    if (!hasPieces || line.lastPiece < line.firstPiece) {
      throw wrong("firstPiece and lastPiece are no range of pieces");
    }
    String infohash =
        String.join(
            " ",
            Stream.of(hash(line.infohashV1, 40), hash(line.infohashV2, 64))
                .filter(hash -> !hash.isEmpty())
                .toList());
    if (infohash.isEmpty()) {
      throw wrong("it has no infohash");
    }
    return new Verified(
        path(line.found),
        line.length,
        new HeldTorrents.Place(
            infohash, line.index, line.firstPiece, line.lastPiece, line.verdict));
  }

  private String hash(String hex, int digits) throws IOException {
    if (hex == null) {
      return "";
    } else if (!hex.matches("[0-9a-f]{" + digits + "}")) {
      throw wrong("an infohash of " + digits + " hex digits was expected, and not " + hex);
    }
    return hex;
  }

  /** The parts of a path, whatever this system puts between them. */
  private String path(String found) throws IOException {
    try {
      StringBuilder parts = new StringBuilder();
      for (Path part : Path.of(found).normalize()) {
        parts.append(parts.isEmpty() ? "" : "/").append(part);
      }
      return parts.toString();
    } catch (InvalidPathException e) {
      throw wrong("found is no path");
    }
  }

  private void end(Line line) throws IOException {
    if (line.full == null
        || line.interior == null
        || line.mismatch == null
        || line.notCovered == null) {
      throw wrong("it is neither of a file that was checked nor the count of a torrent's");
    }
    Map<String, Long> said = new TreeMap<>();
    said.put("VERIFIED_FULL", line.full);
    said.put("VERIFIED_INTERIOR", line.interior);
    said.put("MISMATCH", line.mismatch);
    said.put("NOT_COVERED", line.notCovered);
    said.values().removeIf(count -> count == 0);
    if (!said.equals(counted)) {
      throw wrong("it counts the files as " + said + ", and the lines before it are " + counted);
    }
    counted.clear();
    torrent = null;
  }

  private InvalidTorrentLinesException wrong(String what) {
    return new InvalidTorrentLinesException(
        String.format(Locale.ROOT, "%s, line %d: %s; %s", file, number, what, PRINT));
  }
}
