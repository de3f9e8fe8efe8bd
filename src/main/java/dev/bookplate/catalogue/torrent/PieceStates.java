package dev.bookplate.catalogue.torrent;

import dev.bookplate.catalogue.torrent.PieceReader.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What came of every piece of version 1 that a file has a part in. */
final class PieceStates {
  private final Torrent torrent;
  private final State[] states;

  /** Files that have a piece of their own that differs: their neighbours are not to blame. */
  private final boolean[] damaged;

  private PieceStates(Torrent torrent) {
    this.torrent = torrent;
    states = new State[torrent.pieceCount()];
    damaged = new boolean[torrent.files().size()];
    Arrays.fill(states, State.UNKNOWN);
  }

  /**
   * Reads the pieces of files, each once.
   *
   * @param located files of the listed length, by index
   */
  static PieceStates of(Torrent torrent, Map<Integer, Path> located) throws IOException {
    PieceStates pieces = new PieceStates(torrent);
    int next = 0;
    try (PieceReader reader = new PieceReader(torrent, located)) {
      for (int index : located.keySet()) {
        TorrentFile file = torrent.files().get(index);
        if (file.length() > 0) {
          int last = (int) torrent.lastPiece(file);
          for (next = Math.max(next, (int) torrent.firstPiece(file)); next <= last; next++) {
            pieces.states[next] = reader.check(next);
          }
        }
      }
    }
    for (TorrentFile file : torrent.files()) {
      pieces.damaged[file.index()] = file.isData() && pieces.hasOwnDamage(file);
    }
    return pieces;
  }

  private boolean hasOwnDamage(TorrentFile file) {
    for (long i = torrent.firstPiece(file);
        file.length() > 0 && i <= torrent.lastPiece(file);
        i++) {
      if (states[(int) i] == State.DIFFERS && isOwn(file, i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether all bytes of a piece are of one file, or else of padding. */
  private boolean isOwn(TorrentFile file, long piece) {
    return neighbours(file, piece).isEmpty();
  }

  /** Other files of data with bytes in a piece of a file. */
  private List<TorrentFile> neighbours(TorrentFile file, long piece) {
    long start = piece * torrent.pieceLength();
    long end = start + torrent.pieceLength();
    List<TorrentFile> files = torrent.files();
    int from = file.index();
    while (from > 0 && files.get(from - 1).end() > start) {
      from--;
    }
    int to = file.index();
    while (to + 1 < files.size() && files.get(to + 1).start() < end) {
      to++;
    }
    return files.subList(from, to + 1).stream()
        .filter(f -> f.isData() && f.length() > 0 && f.index() != file.index())
        .toList();
  }

  /** What came of a file of the listed length that is not empty. */
  FileCheck check(TorrentFile file, Path at) {
    long first = torrent.firstPiece(file);
    long last = torrent.lastPiece(file);
    long held = 0;
    long unknown = 0;
    for (long piece = first; piece <= last; piece++) {
      State state = states[(int) piece];
      held += state == State.HOLDS ? 1 : 0;
      if (state == State.DIFFERS && isOwn(file, piece)) {
        return differs(file, at, "piece " + piece + " of the torrent differs");
      }
      if (state == State.DIFFERS) {
        TorrentFile other = toBlame(file, piece);
        if (other == null) {
          return differs(
              file,
              at,
              "piece "
                  + piece
                  + " of the torrent differs, which it shares with "
                  + names(file, piece));
        }
        unknown++;
      }
      unknown += state == State.UNKNOWN ? 1 : 0;
    }
    long count = last - first + 1;
    if (unknown == 0) {
      return new FileCheck(file, at, Verdict.VERIFIED_FULL, held, count, null);
    }
    String why =
        unknown
            + " of "
            + count
            + " pieces are shared with files that are not there or are damaged";
    Verdict verdict = held > 0 ? Verdict.VERIFIED_INTERIOR : Verdict.NOT_COVERED;
    return new FileCheck(file, at, verdict, held, count, why);
  }

  private FileCheck differs(TorrentFile file, Path at, String why) {
    long held = 0;
    long first = torrent.firstPiece(file);
    long last = torrent.lastPiece(file);
    for (long piece = first; piece <= last; piece++) {
      held += states[(int) piece] == State.HOLDS ? 1 : 0;
    }
    return new FileCheck(file, at, Verdict.MISMATCH, held, last - first + 1, why);
  }

  /** A neighbour that is damaged in a piece of its own, where this file is not. */
  private TorrentFile toBlame(TorrentFile file, long piece) {
    if (damaged[file.index()]) {
      return null;
    }
    return neighbours(file, piece).stream()
        .filter(f -> damaged[f.index()])
        .findFirst()
        .orElse(null);
  }

  private String names(TorrentFile file, long piece) {
    List<TorrentFile> others = neighbours(file, piece);
    String more = others.size() > 1 ? " and " + (others.size() - 1) + " more" : "";
    return others.getFirst().path() + more;
  }
}
