package dev.bookplate.evidence;

import dev.bookplate.origin.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The last line of a shard: the SHA-256 of every byte before it, from the shard's first. A file is
 * held to all of its seals before any other line is looked into, so that what is parsed is what a
 * worker wrote.
 */
final class ShardSeal {
  private static final byte[] START = "{\"sha256\":\"".getBytes(StandardCharsets.UTF_8);
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
   * Holds a file to the last lines of its shards.
   *
   * @return SHA-256 of each shard, in their order; at least one
   * @throws RunFolderException.Damaged if there is no such file, or it does not end with such a
   *     line, or one is another
   */
  static List<String> check(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new RunFolderException.Damaged(file, "it is not there");
    }
    Checker checker = new Checker(file);
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        checker.take(buffer, n);
      }
    }
    return checker.end();
  }

  /** Takes a file's bytes; those of a line that may be a seal wait for its end. */
  private static final class Checker {
    private final Path file;
    private final MessageDigest digest = Digests.algorithm("SHA-256");
    private final List<String> shards = new ArrayList<>();
    private final byte[] line = new byte[BYTES];
    private int waiting;
    private boolean isLong;
    private boolean isSealed;

    Checker(Path file) {
      this.file = file;
    }

    void take(byte[] bytes, int count) throws RunFolderException.Damaged {
      for (int from = 0; from < count; ) {
        int to = from;
        while (to < count && bytes[to] != '\n') {
          to++;
        }
        boolean ends = to < count;
        to += ends ? 1 : 0;
        add(bytes, from, to);
        if (ends) {
          lineEnded();
        }
        from = to;
      }
    }

    private void add(byte[] bytes, int from, int to) {
      isSealed = false;
      if (!isLong && waiting + to - from > BYTES) {
        digest.update(line, 0, waiting);
        isLong = true;
      }
      if (isLong) {
        digest.update(bytes, from, to - from);
      } else {
        System.arraycopy(bytes, from, line, waiting, to - from);
        waiting += to - from;
      }
    }

    private void lineEnded() throws RunFolderException.Damaged {
      boolean mayBeSeal =
          !isLong
              && waiting == BYTES
              && Arrays.equals(line, 0, START.length, START, 0, START.length);
      if (mayBeSeal && !Arrays.equals(after(digest), line)) {
        throw damaged();
      }
      digest.update(line, 0, isLong ? 0 : waiting);
      if (mayBeSeal) {
        shards.add(Digests.hex(digest.digest()));
        isSealed = true;
      }
      waiting = 0;
      isLong = false;
    }

    List<String> end() throws RunFolderException.Damaged {
      if (!isSealed) {
        throw damaged();
      }
      return shards;
    }

    private RunFolderException.Damaged damaged() {
      return new RunFolderException.Damaged(file, "its digest is not the one at its end");
    }
  }

  private static byte[] line(String sha256) {
    return (RunJson.line(ShardLine.end(sha256)) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
