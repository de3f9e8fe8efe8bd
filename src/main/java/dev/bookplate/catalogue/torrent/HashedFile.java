package dev.bookplate.catalogue.torrent;

import dev.bookplate.origin.Digests;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A file's Merkle root and the hashes of its pieces (BEP 52).
 *
 * @param root 64 hex digits; null for a file of no bytes
 * @param layer 32 bytes a piece; of a file of one piece none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never a key
record HashedFile(String root, byte[] layer) {

  /** Reads a file once. */
  static HashedFile of(Path file, long size, long pieceLength) throws IOException {
    MerkleTree whole = MerkleTree.ofBlocks();
    MessageDigest sha256 = Digests.algorithm("SHA-256");
    long blocks = (size + MerkleTree.BLOCK - 1) / MerkleTree.BLOCK;
    long inPiece = pieceLength / MerkleTree.BLOCK;
    int level = Long.numberOfTrailingZeros(inPiece);
    byte[] layer =
        size > pieceLength ? new byte[(int) ((blocks + inPiece - 1) / inPiece * 32)] : new byte[0];
    byte[] block = new byte[MerkleTree.BLOCK];
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      MerkleTree piece = MerkleTree.ofBlocks();
      for (long i = 0; i < blocks; i++) {
        int length = in.readNBytes(block, 0, block.length);
        sha256.update(block, 0, length);
        byte[] hash = sha256.digest();
        whole.add(hash);
        piece.add(hash);
        if (layer.length > 0 && ((i + 1) % inPiece == 0 || i + 1 == blocks)) {
          System.arraycopy(piece.root(level), 0, layer, (int) (i / inPiece * 32), 32);
          piece = MerkleTree.ofBlocks();
        }
      }
    }
    return new HashedFile(blocks == 0 ? null : Digests.hex(whole.root(0)), layer);
  }

  /** The first piece that is another than in a layer, or -1. */
  long firstOther(byte[] listed) {
    for (int i = 0; i + 32 <= Math.min(layer.length, listed.length); i += 32) {
      if (!Arrays.equals(layer, i, i + 32, listed, i, i + 32)) {
        return i / 32;
      }
    }
    return -1;
  }

  /** Pieces that are as in a layer. */
  long held(byte[] listed) {
    long held = 0;
    for (int i = 0; i + 32 <= Math.min(layer.length, listed.length); i += 32) {
      held += Arrays.equals(layer, i, i + 32, listed, i, i + 32) ? 1 : 0;
    }
    return held;
  }
}
