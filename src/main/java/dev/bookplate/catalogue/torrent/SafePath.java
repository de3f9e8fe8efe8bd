package dev.bookplate.catalogue.torrent;

import dev.bookplate.catalogue.torrent.Bencoded.Bytes;
import java.util.ArrayList;
import java.util.List;

/** Paths of torrents as libtorrent makes them safe: nothing in them leads out of the folder. */
final class SafePath {
  /** What turns the direction of writing, to hide an ending. */
  private static final String TURNING = "\u202A\u202B\u202C\u202D\u202E\u200E\u200F";

  private SafePath() {}

  /** One part of a path; empty where nothing of it is left. */
  static String part(Bytes written) {
    StringBuilder part = new StringBuilder();
    written
        .text()
        .codePoints()
        .filter(c -> c != '/' && c != '\\' && TURNING.indexOf(c) < 0)
        .forEach(c -> part.appendCodePoint(c < ' ' || c == 0xFFFD ? '_' : c));
    if (written.length() == 0) {
      return "_";
    }
    String safe = part.toString();
    return safe.equals(".") || safe.equals("..") ? "" : safe;
  }

  /** A whole path; never empty. */
  static String of(List<Bytes> parts) {
    List<String> safe = new ArrayList<>();
    for (Bytes each : parts) {
      String part = part(each);
      if (!part.isEmpty()) {
        safe.add(part);
      }
    }
    return safe.isEmpty() ? "_" : String.join("/", safe);
  }
}
