package dev.bookplate.evidence;

import dev.bookplate.origin.Digests;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the file of one shard, line by line, and holds it to its own digests and counts. Only after
 * {@link #next} has returned null is the file known to be whole.
 */
public final class ShardFile implements Closeable {
  private final Path file;
  private final int ordinal;
  private final InputStream in;
  private final MessageDigest digest = Digests.algorithm("SHA-256");
  private final MessageDigest beforeEnd = Digests.algorithm("SHA-256");
  private final Map<String, Long> findings = new TreeMap<>();
  private final Map<String, Long> skipped = new TreeMap<>();
  private long failed;
  private ShardReceipt receipt;

  /**
   * Opens a shard's file and checks that it is the one that is meant.
   *
   * @throws RunFolderException.Damaged if it is not
   */
  ShardFile(Path folder, int ordinal, String plan) throws IOException {
    this.file = in(folder, ordinal);
    this.ordinal = ordinal;
    if (!Files.isRegularFile(file)) {
      throw damaged("it is not there");
    }
    this.in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      checkHeader(line().header(), plan);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** Where the file of a shard is. */
  public static Path in(Path folder, int ordinal) {
    return folder.resolve("%08d.jsonl".formatted(ordinal));
  }

  /** Whether a shard need not be read again. */
  public sealed interface Check {
    /** The file is whole and of this plan; the receipt is what its worker handed back. */
    record Whole(ShardReceipt receipt) implements Check {}

    /** There is no such file, or it is another plan's, or it is damaged. */
    record Unusable(String why) implements Check {}
  }

  /** Reads a shard's file to its end and says whether it is whole and of this plan. */
  public static Check check(Path folder, int ordinal, String plan) throws IOException {
    try (ShardFile shard = new ShardFile(folder, ordinal, plan)) {
      ShardLine line = shard.next();
      while (line != null) {
        line = shard.next();
      }
      return new Check.Whole(shard.receipt());
    } catch (RunFolderException.Damaged e) {
      return new Check.Unusable(e.getMessage());
    }
  }

  /**
   * The next finding or unread record, or null after the last.
   *
   * @throws RunFolderException.Damaged if the file is not as its worker wrote it
   */
  ShardLine next() throws IOException {
    ShardLine line = line();
    if (line.finding() != null) {
      findings.merge(line.finding().grade(), 1L, Long::sum);
    } else if (line.unread() != null) {
      count(line.unread());
    } else if (line.counts() != null) {
      end(line.counts());
      return null;
    } else {
      throw damaged("a line holds nothing that belongs there");
    }
    return line;
  }

  /** The receipt, worked out again from the file; null before its end. */
  ShardReceipt receipt() {
    return receipt;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void count(UnreadLine unread) {
    if (unread.outcome().equals(UnreadLine.FAILED)) {
      failed++;
    } else {
      skipped.merge(unread.reason(), 1L, Long::sum);
    }
  }

  private void end(ShardCounts counts) throws IOException {
    String before = Digests.hex(beforeEnd.digest());
    if (!before.equals(line().sha256())) {
      throw damaged("its digest is not the one at its end");
    }
    if (in.read() >= 0) {
      throw damaged("it goes on after its end");
    }
    if (!counts.addUp()
        || !counts.findings().equals(findings)
        || !counts.skipped().equals(skipped)
        || counts.failed() != failed) {
      throw damaged("its counts are not those of its lines");
    }
    receipt = new ShardReceipt(ordinal, counts, Digests.hex(digest.digest()));
  }

  private void checkHeader(ShardLine.Header header, String plan) throws IOException {
    if (header == null || !header.format().equals(ShardLine.FORMAT)) {
      throw damaged("it is not a shard's file of this version");
    }
    if (header.ordinal() != ordinal || !header.plan().equals(plan)) {
      throw damaged("it belongs to another shard or another plan");
    }
  }

  private ShardLine line() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 10);
    int next = in.read();
    while (next >= 0 && next != '\n') {
      bytes.write(next);
      next = in.read();
    }
    if (next < 0) {
      throw damaged("it ends too early");
    }
    bytes.write('\n');
    digest.update(bytes.toByteArray());
    ShardLine line = parse(bytes.toString(StandardCharsets.UTF_8));
    if (line.sha256() == null) {
      beforeEnd.update(bytes.toByteArray());
    }
    return line;
  }

  private ShardLine parse(String json) throws IOException {
    try {
      return RunJson.read(json, ShardLine.class);
    } catch (IOException e) {
      throw damaged("a line is not JSON of the right form");
    }
  }

  private RunFolderException.Damaged damaged(String why) {
    return new RunFolderException.Damaged(file, why);
  }
}
