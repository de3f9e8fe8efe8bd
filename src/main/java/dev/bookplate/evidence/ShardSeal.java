package dev.bookplate.evidence;

import dev.bookplate.origin.Digests;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The last line of a shard's file: the SHA-256 of every byte before it. It is checked before any
 * other line is looked into, so that what is parsed is what a worker wrote.
 */
final class ShardSeal {
  private static final int BYTES = line("0".repeat(64)).length;

  private ShardSeal() {}

  /** The last line, after the bytes that went into a digest, which may go on. */
  static byte[] after(MessageDigest digest) {
    try {
      return line(Digests.hex(((MessageDigest) digest.clone()).digest()));
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("this Java cannot copy a SHA-256 under way", e);
    }
  }

  /**
   * Holds a file to its last line.
   *
   * @return SHA-256 of the whole file
   * @throws RunFolderException.Damaged if there is no such file, or it has no last line of this
   *     form, or another
   */
  static String check(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new RunFolderException.Damaged(file, "it is not there");
    }
    MessageDigest digest = Digests.algorithm("SHA-256");
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      digestBytes(in, Files.size(file) - BYTES, digest);
      byte[] seal = after(digest);
      byte[] last = in.readAllBytes();
      if (!Arrays.equals(seal, last)) {
        throw new RunFolderException.Damaged(file, "its digest is not the one at its end");
      }
      digest.update(last);
    }
    return Digests.hex(digest.digest());
  }

  private static void digestBytes(InputStream in, long count, MessageDigest digest)
      throws IOException {
    byte[] buffer = new byte[1 << 16];
    long left = count;
    while (left > 0) {
      int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (n < 0) {
        return;
      }
      digest.update(buffer, 0, n);
      left -= n;
    }
  }

  private static byte[] line(String sha256) {
    return (RunJson.line(ShardLine.end(sha256)) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
