package dev.bookplate.catalogue.torrent;

import dev.bookplate.origin.Digests;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reads pieces of version 1 from the files that are there; padding is zeros. */
final class PieceReader implements Closeable {
  /** What came of a piece. */
  enum State {
    /** Its SHA-1 is the listed one. */
    HOLDS,
    /** It is another. */
    DIFFERS,
    /** A part of it is not there. */
    UNKNOWN
  }

  private final Torrent torrent;
  private final List<TorrentFile> files;
  private final Map<Integer, Path> located;
  private final MessageDigest sha1 = Digests.algorithm("SHA-1");
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
  private FileChannel open;
  private int openIndex = -1;

  /**
   * Of files with the listed length.
   *
   * @param located by index in the torrent
   */
  PieceReader(Torrent torrent, Map<Integer, Path> located) {
    this.torrent = torrent;
    this.files = torrent.files();
    this.located = located;
  }

  /** Checks a piece, reading its bytes in order. */
  State check(int piece) throws IOException {
    long start = piece * torrent.pieceLength();
    long end = Math.min(start + torrent.pieceLength(), torrent.length());
    int first = firstFile(start);
    for (int i = first; i < files.size() && files.get(i).start() < end; i++) {
      TorrentFile file = files.get(i);
      boolean isThere = file.kind() == TorrentFile.Kind.PAD || located.containsKey(file.index());
      if (file.length() > 0 && !isThere) {
        return State.UNKNOWN;
      }
    }
    for (int i = first; i < files.size() && files.get(i).start() < end; i++) {
      TorrentFile file = files.get(i);
      long from = Math.max(start, file.start()) - file.start();
      long to = Math.min(end, file.end()) - file.start();
      if (to > from && !digest(file, from, to)) {
        sha1.reset();
        return State.UNKNOWN;
      }
    }
    byte[] digest = sha1.digest();
    return Arrays.equals(digest, 0, 20, torrent.pieces(), piece * 20, piece * 20 + 20)
        ? State.HOLDS
        : State.DIFFERS;
  }

  /** The first file that ends behind a place: files stand in order. */
  private int firstFile(long at) {
    int low = 0;
    int high = files.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (files.get(middle).end() > at) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** False where the file ends before. */
  private boolean digest(TorrentFile file, long from, long to) throws IOException {
    FileChannel channel = file.kind() == TorrentFile.Kind.PAD ? null : channel(file);
    long at = from;
    while (at < to) {
      buffer.clear().limit((int) Math.min(buffer.capacity(), to - at));
      if (channel == null) {
        Arrays.fill(buffer.array(), 0, buffer.limit(), (byte) 0);
        buffer.position(buffer.limit());
      } else if (channel.read(buffer, at) <= 0) {
        return false;
      }
      at += buffer.position();
      sha1.update(buffer.flip());
    }
    return true;
  }

  private FileChannel channel(TorrentFile file) throws IOException {
    if (openIndex != file.index()) {
      close();
      open = FileChannel.open(located.get(file.index()));
      openIndex = file.index();
    }
    return open;
  }

  @Override
  public void close() throws IOException {
    if (open != null) {
      open.close();
    }
    open = null;
    openIndex = -1;
  }
}
