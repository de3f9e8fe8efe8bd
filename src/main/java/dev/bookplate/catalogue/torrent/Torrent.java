package dev.bookplate.catalogue.torrent;

import java.util.List;
import java.util.Map;

/**
 * What a torrent says of its files.
 *
 * @param name of the file or the folder
 * @param pieceLength in bytes
 * @param files in order; of a hybrid one those of version 1, with the roots of version 2
 * @param pieces SHA-1 of each piece, 20 bytes each; null where there is no version 1
 * @param layers SHA-256 of the pieces of a file, 32 bytes each, by the file's root
 * @param infohashes of its versions
 * @param madeBy program that made it, or null
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never a key
public record Torrent(
    String name,
    long pieceLength,
    List<TorrentFile> files,
    byte[] pieces,
    Map<String, byte[]> layers,
    Infohashes infohashes,
    String madeBy) {

  /**
   * What the torrent is known by, in hex; null where it has not this version.
   *
   * @param v1 SHA-1 of the bytes of info
   * @param v2 SHA-256 of the same
   */
  public record Infohashes(String v1, String v2) {}

  /** {@code v1}, {@code v2} or {@code hybrid}. */
  public String version() {
    return infohashes.v2() == null ? "v1" : infohashes.v1() == null ? "v2" : "hybrid";
  }

  /** Bytes of all files. */
  public long length() {
    return files.isEmpty() ? 0 : files.getLast().end();
  }

  /** Whether its name is that of a folder. */
  public boolean isFolder() {
    return files.size() != 1 || !files.getFirst().path().equals(name);
  }

  /** A file's path with the name of the folder in front. */
  public String fullPath(TorrentFile file) {
    return isFolder() ? name + "/" + file.path() : file.path();
  }

  /** The piece in which a file starts. */
  public long firstPiece(TorrentFile file) {
    return file.start() / pieceLength;
  }

  /** The piece in which it ends; the first one where it is empty. */
  public long lastPiece(TorrentFile file) {
    return file.length() == 0 ? firstPiece(file) : (file.end() - 1) / pieceLength;
  }

  /** Pieces of version 1. */
  int pieceCount() {
    return pieces == null ? 0 : pieces.length / 20;
  }
}
