package dev.bookplate.catalogue.torrent;

import dev.bookplate.catalogue.torrent.Bencoded.Bytes;
import dev.bookplate.catalogue.torrent.Bencoded.Dict;
import dev.bookplate.origin.Digests;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The hashes of pieces of version 2, each list held against the root that it belongs to. */
final class PieceLayers {
  private PieceLayers() {}

  /** Every file that is longer than a piece must have its own, and nothing else. */
  static Map<String, byte[]> read(Dict torrent, List<TorrentFile> files, long pieceLength)
      throws InvalidTorrentException {
    Dict written = torrent.dict("piece layers");
    Map<String, byte[]> layers = new HashMap<>();
    for (Bencoded.Entry each : written == null ? List.<Bencoded.Entry>of() : written.entries()) {
      if (each.key().length() != 32 || !(each.value() instanceof Bytes hashes)) {
        throw new InvalidTorrentException("its \"piece layers\" have an entry that is none");
      }
      layers.put(Digests.hex(each.key().copy()), hashes.copy());
    }
    Map<String, byte[]> wanted = new HashMap<>();
    for (TorrentFile file : files) {
      if (file.length() > pieceLength && file.root() != null) {
        wanted.put(file.root(), layer(layers.get(file.root()), file, pieceLength));
      }
    }
    if (wanted.size() < layers.size()) {
      throw new InvalidTorrentException("its \"piece layers\" have an entry that is of no file");
    }
    return wanted;
  }

  private static byte[] layer(byte[] layer, TorrentFile file, long pieceLength)
      throws InvalidTorrentException {
    if (layer == null) {
      throw new InvalidTorrentException(
          "its \"piece layers\" lack file " + file.index() + ", " + file.path());
    }
    long count = (file.length() + pieceLength - 1) / pieceLength;
    if (layer.length != count * 32) {
      throw new InvalidTorrentException(
          "the piece layer of file "
              + file.index()
              + " is "
              + layer.length
              + " bytes; its pieces need "
              + count * 32);
    }
    if (!MerkleTree.rootOfPieces(layer, pieceLength).equals(file.root())) {
      throw new InvalidTorrentException(
          "the piece layer of file " + file.index() + " does not fit its \"pieces root\"");
    }
    return layer;
  }
}
