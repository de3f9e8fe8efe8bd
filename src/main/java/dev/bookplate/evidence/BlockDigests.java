package dev.bookplate.evidence;

import dev.bookplate.origin.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * Digests a file as a whole and in blocks, so that an altered one tells where it was altered. A
 * file has at most 64 blocks, of 4096 bytes or of a larger power of two.
 */
final class BlockDigests {
  private static final int LEAST = 4096;
  private static final int MOST = 64;

  /** Enough to tell a place: the whole file's digest decides. */
  private static final int DIGITS = 16;

  private BlockDigests() {}

  /** Bytes of a block of a file of that size; its last one may have fewer. */
  static long blockBytes(long size) {
    long bytes = LEAST;
    while (bytes * MOST < size) {
      bytes *= 2;
    }
    return bytes;
  }

  /** Reads a file once. */
  static Manifest.FileDigest of(Path file) throws IOException {
    return of(file, blockBytes(Files.size(file)));
  }

  /** In blocks of so many bytes, whatever the file's size. */
  static Manifest.FileDigest of(Path file, long blockBytes) throws IOException {
    MessageDigest whole = Digests.algorithm("SHA-256");
    MessageDigest block = Digests.algorithm("SHA-256");
    List<String> blocks = new ArrayList<>();
    byte[] buffer = new byte[LEAST];
    long size = 0;
    try (InputStream in = Files.newInputStream(file)) {
      // whole buffers: a block is a multiple of one
      for (int n = in.readNBytes(buffer, 0, LEAST); n > 0; n = in.readNBytes(buffer, 0, LEAST)) {
        whole.update(buffer, 0, n);
        block.update(buffer, 0, n);
        size += n;
        if (size % blockBytes == 0) {
          blocks.add(shortened(block));
        }
      }
    }
    if (size % blockBytes != 0) {
      blocks.add(shortened(block));
    }
    return new Manifest.FileDigest(size, Digests.hex(whole.digest()), List.copyOf(blocks));
  }

  private static String shortened(MessageDigest block) {
    return Digests.hex(block.digest()).substring(0, DIGITS);
  }
}
