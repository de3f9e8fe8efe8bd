package dev.bookplate.catalogue.torrent;

import dev.bookplate.catalogue.torrent.Bencoded.Bytes;
import dev.bookplate.catalogue.torrent.Bencoded.Dict;
import dev.bookplate.origin.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;

/**
 * Reads metainfo of version 1 (BEP 3), 2 (BEP 52) and of both. What libtorrent refuses is refused,
 * by the same rules, with the reason.
 */
public final class TorrentParser {
  /** As libtorrent has it. */
  private static final int LARGEST_FILE = 80_000_000;

  private static final int MOST_PIECES = 0x200000;
  private static final long LONGEST_PIECE = Integer.MAX_VALUE / 2;
  private static final int BLOCK = MerkleTree.BLOCK;

  private final Dict root;
  private final Dict info;
  private final boolean isV2;

  private TorrentParser(Dict root, Dict info) throws InvalidTorrentException {
    this.root = root;
    this.info = info;
    isV2 = isV2();
  }

  /** Reads a torrent to its end. */
  public static Torrent parse(InputStream in) throws IOException, InvalidTorrentException {
    byte[] file = in.readNBytes(LARGEST_FILE + 1);
    if (file.length > LARGEST_FILE) {
      throw new InvalidTorrentException("it is larger than " + LARGEST_FILE + " bytes");
    }
    return parse(file);
  }

  /** Reads the bytes of a torrent. */
  public static Torrent parse(byte[] file) throws InvalidTorrentException {
    if (!(BencodeParser.parse(file) instanceof Dict root)) {
      throw new InvalidTorrentException("it is no dictionary");
    }
    Dict info = root.dict("info");
    if (info == null) {
      throw new InvalidTorrentException("it has no dictionary \"info\"");
    }
    return new TorrentParser(root, info).torrent(file);
  }

  private boolean isV2() throws InvalidTorrentException {
    Long version = info.number("meta version");
    boolean hasVersion = version != null && version > 0;
    if (hasVersion && info.lapse() != null) {
      throw new InvalidTorrentException("its \"info\" is not bencoded strictly: " + info.lapse());
    }
    if (hasVersion && version > 2) {
      throw new InvalidTorrentException("it is of version " + version + ", which nobody knows");
    }
    return hasVersion && version == 2;
  }

  private Torrent torrent(byte[] file) throws InvalidTorrentException {
    long pieceLength = pieceLength();
    Bytes written =
        info.bytes("name.utf-8") != null ? info.bytes("name.utf-8") : info.bytes("name");
    if (written == null) {
      throw new InvalidTorrentException("it has no name");
    }
    String v1 = digest("SHA-1", file);
    String v2 = isV2 ? digest("SHA-256", file) : null;
    String safe = SafePath.part(written);
    String name = safe.isEmpty() || written.length() == 0 ? (isV2 ? v2 : v1) : safe;
    FileLists lists = new FileLists(info, name, pieceLength);
    boolean hasV1 = !isV2 || info.list("files") != null || info.get("length") != null;
    List<TorrentFile> files = files(lists, hasV1, written);
    Map<String, byte[]> layers = isV2 ? PieceLayers.read(root, files, pieceLength) : Map.of();
    byte[] pieces = hasV1 ? pieces(files, pieceLength) : null;
    Bytes madeBy = root.bytes("created by");
    return new Torrent(
        name,
        pieceLength,
        List.copyOf(files),
        pieces,
        layers,
        new Torrent.Infohashes(hasV1 ? v1 : null, v2),
        madeBy == null ? null : madeBy.text());
  }

  private String digest(String algorithm, byte[] file) {
    MessageDigest digest = Digests.algorithm(algorithm);
    // of the bytes as they stand: writing them anew might give others
    digest.update(file, info.start(), info.end() - info.start());
    return Digests.hex(digest.digest());
  }

  private long pieceLength() throws InvalidTorrentException {
    Long length = info.number("piece length");
    if (length == null || length <= 0 || length > LONGEST_PIECE) {
      throw new InvalidTorrentException(
          "its piece length is "
              + (length == null ? "missing" : length)
              + ", and not from 1 to "
              + LONGEST_PIECE);
    }
    if (isV2 && (length < BLOCK || Long.bitCount(length) != 1)) {
      throw new InvalidTorrentException(
          "its piece length is " + length + ", and not a power of two from " + BLOCK + " on");
    }
    return length;
  }

  private List<TorrentFile> files(FileLists lists, boolean hasV1, Bytes written)
      throws InvalidTorrentException {
    List<TorrentFile> files;
    if (isV2) {
      List<TorrentFile> tree = lists.tree();
      files = hasV1 ? lists.both(lists.list(written), tree) : tree;
    } else {
      if (info.dict("file tree") != null) {
        throw new InvalidTorrentException("it has a file tree and no \"meta version\" 2");
      }
      files = lists.list(written);
    }
    if (files.isEmpty()) {
      throw new InvalidTorrentException("it lists no files");
    }
    FileLists.refuseDuplicates(files);
    if (files.getLast().end() == 0) {
      throw new InvalidTorrentException("its files are all empty");
    }
    return files;
  }

  private byte[] pieces(List<TorrentFile> files, long pieceLength) throws InvalidTorrentException {
    long count = (files.getLast().end() + pieceLength - 1) / pieceLength;
    if (count > MOST_PIECES) {
      throw new InvalidTorrentException(
          "it has " + count + " pieces, more than " + MOST_PIECES + " are not taken");
    }
    Bytes pieces = info.bytes("pieces");
    if (pieces == null) {
      throw new InvalidTorrentException("it has no \"pieces\"");
    }
    if (pieces.length() != count * 20) {
      throw new InvalidTorrentException(
          "its \"pieces\" are " + pieces.length() + " bytes; its files need " + count * 20);
    }
    return pieces.copy();
  }
}
