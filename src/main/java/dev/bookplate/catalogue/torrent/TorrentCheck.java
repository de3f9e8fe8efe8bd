package dev.bookplate.catalogue.torrent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds files against a torrent. Version 2 has a root for each file. Version 1 has pieces that go
 * over the ends of files: those need the neighbours, which are used where they are there.
 *
 * @param torrent what was listed
 * @param files one a file of data, in order
 * @param unread what could not be looked at
 */
public record TorrentCheck(Torrent torrent, List<FileCheck> files, List<Path> unread) {

  /**
   * Looks for the files of a torrent below some paths, and checks what is found.
   *
   * @throws IOException if a file that is there cannot be read
   */
  public static TorrentCheck of(Torrent torrent, List<Path> paths) throws IOException {
    FoundFiles found = FoundFiles.below(paths);
    Map<Integer, Path> located = found.locate(torrent);
    Map<Integer, Path> whole = new TreeMap<>(located);
    whole.entrySet().removeIf(e -> found.size(e.getValue()) != file(torrent, e.getKey()).length());
    PieceStates pieces = torrent.pieces() == null ? null : PieceStates.of(torrent, whole);
    List<FileCheck> checks = new ArrayList<>();
    for (TorrentFile file : torrent.files()) {
      if (file.isData()) {
        Path at = located.get(file.index());
        checks.add(at == null ? absent(torrent, file) : check(torrent, file, at, found, pieces));
      }
    }
    return new TorrentCheck(torrent, List.copyOf(checks), found.unread());
  }

  private static TorrentFile file(Torrent torrent, int index) {
    return torrent.files().get(index);
  }

  /** How many files came out so. */
  public long count(Verdict verdict) {
    return files.stream().filter(f -> f.verdict() == verdict).count();
  }

  private static FileCheck absent(Torrent torrent, TorrentFile file) {
    return new FileCheck(
        file, null, Verdict.NOT_COVERED, 0, piecesOf(torrent, file), "it is not there");
  }

  private static long piecesOf(Torrent torrent, TorrentFile file) {
    return file.length() == 0 ? 0 : torrent.lastPiece(file) - torrent.firstPiece(file) + 1;
  }

  private static FileCheck check(
      Torrent torrent, TorrentFile file, Path at, FoundFiles found, PieceStates pieces)
      throws IOException {
    long count = piecesOf(torrent, file);
    if (found.size(at) != file.length()) {
      String why = "it has " + found.size(at) + " bytes, and the torrent lists " + file.length();
      return new FileCheck(file, at, Verdict.MISMATCH, 0, count, why);
    }
    if (file.length() == 0) {
      return new FileCheck(file, at, Verdict.NOT_COVERED, 0, 0, "it is empty, as listed");
    }
    FileCheck byPieces = pieces == null ? null : pieces.check(file, at);
    if (file.root() == null) {
      return byPieces;
    }
    FileCheck byRoot = byRoot(torrent, file, at, count);
    boolean contradict =
        byPieces != null
            && (byPieces.verdict() == Verdict.MISMATCH) != (byRoot.verdict() == Verdict.MISMATCH);
    return contradict
        ? new FileCheck(
            file,
            at,
            Verdict.MISMATCH,
            byRoot.piecesHeld(),
            count,
            "the torrent's versions 1 and 2 are of different bytes")
        : byRoot;
  }

  private static FileCheck byRoot(Torrent torrent, TorrentFile file, Path at, long count)
      throws IOException {
    HashedFile hashed = HashedFile.of(at, file.length(), torrent.pieceLength());
    if (file.root().equals(hashed.root())) {
      return new FileCheck(file, at, Verdict.VERIFIED_FULL, count, count, null);
    }
    byte[] layer = torrent.layers().get(file.root());
    long other = layer == null ? -1 : hashed.firstOther(layer);
    String why =
        other < 0
            ? "its Merkle root is another"
            : "its Merkle root is another, first in piece " + other + " of the file";
    long held = layer == null ? 0 : hashed.held(layer);
    return new FileCheck(file, at, Verdict.MISMATCH, held, count, why);
  }
}
