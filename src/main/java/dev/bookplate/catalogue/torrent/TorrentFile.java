package dev.bookplate.catalogue.torrent;

import java.io.Serializable;

/**
 * A file that a torrent lists.
 *
 * @param index from 0, among all files of the torrent
 * @param path below the torrent's name where it has more than one file, with {@code /}, made safe
 *     as clients do
 * @param length in bytes
 * @param start of its bytes among all bytes of the torrent
 * @param kind what it is for
 * @param root of version 2: 64 hex digits of its Merkle tree (SHA-256 over 16 KiB), or null
 * @param sha1 hint of BEP 47, 40 hex digits, or null
 */
public record TorrentFile(
    int index, String path, long length, long start, Kind kind, String root, String sha1)
    implements Serializable {
  /** What a file is for. */
  public enum Kind {
    /** Content. */
    DATA,
    /** Zeros that bring the next file to the start of a piece. */
    PAD,
    /** A link to another file. */
    LINK
  }

  /** First byte behind it. */
  public long end() {
    return start + length;
  }

  /** Whether it is content. */
  public boolean isData() {
    return kind == Kind.DATA;
  }
}
