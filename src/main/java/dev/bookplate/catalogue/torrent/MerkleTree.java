package dev.bookplate.catalogue.torrent;

import dev.bookplate.origin.Digests;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The tree of BEP 52: SHA-256 of blocks of 16 KiB, the last one as short as it is; leaves beyond
 * the end are zeros, up to a power of two. Takes hashes of one level in order and keeps one a
 * level.
 */
final class MerkleTree {
  static final int BLOCK = 1 << 14;
  private static final int LEVELS = 48;

  private final MessageDigest sha256 = Digests.algorithm("SHA-256");
  private final byte[][] waiting = new byte[LEVELS][];
  private final byte[][] padding = new byte[LEVELS][];
  private long count;

  /**
   * A tree over hashes.
   *
   * @param pad what stands for a hash beyond the end
   */
  MerkleTree(byte[] pad) {
    padding[0] = pad;
    for (int i = 1; i < LEVELS; i++) {
      padding[i] = pair(padding[i - 1], padding[i - 1]);
    }
  }

  /** A tree over blocks. */
  static MerkleTree ofBlocks() {
    return new MerkleTree(new byte[32]);
  }

  /** The root over the hashes of pieces. */
  static String rootOfPieces(byte[] layer, long pieceLength) {
    int level = Long.numberOfTrailingZeros(pieceLength / BLOCK);
    MerkleTree tree = new MerkleTree(ofBlocks().padding[level]);
    for (int i = 0; i < layer.length; i += 32) {
      tree.add(Arrays.copyOfRange(layer, i, i + 32));
    }
    return Digests.hex(tree.root(0));
  }

  /** The next hash. */
  void add(byte[] hash) {
    count++;
    byte[] carried = hash;
    int level = 0;
    while (waiting[level] != null) {
      carried = pair(waiting[level], carried);
      waiting[level] = null;
      level++;
    }
    waiting[level] = carried;
  }

  /**
   * The root, filled up with what stands beyond the end.
   *
   * @param atLeast level that the root must have
   */
  byte[] root(int atLeast) {
    int top = Math.max(atLeast, count <= 1 ? 0 : 64 - Long.numberOfLeadingZeros(count - 1));
    byte[] carried = null;
    for (int level = 0; level < top; level++) {
      byte[] left = waiting[level];
      if (left != null) {
        carried = pair(left, carried == null ? padding[level] : carried);
      } else if (carried != null) {
        carried = pair(carried, padding[level]);
      }
    }
    if (waiting[top] != null) {
      return waiting[top];
    }
    return carried == null ? padding[top] : carried;
  }

  private byte[] pair(byte[] left, byte[] right) {
    sha256.update(left);
    return sha256.digest(right);
  }
}
