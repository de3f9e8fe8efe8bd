package dev.bookplate.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads the file of a group of shards, after holding each to its digest, and then its lines to its
 * counts.
 */
public final class ShardFile implements Closeable {
  static final String ENDING = ".jsonl";

  private final Path file;
  private final String plan;
  private final Iterator<String> digests;
  private final Stream<ShardLine> stream;
  private final Iterator<ShardLine> lines;
  private final Map<String, Long> findings = new TreeMap<>();
  private final Map<String, Long> skipped = new TreeMap<>();
  private long failed;
  private int ordinal = -1;
  private String sha256;
  private ShardReceipt receipt;

  /**
   * Opens a file and checks that its shards are whole.
   *
   * @param first ordinal of its first shard
   * @throws RunFolderException.Damaged if they are not
   */
  ShardFile(Path folder, int first, String plan) throws IOException {
    this.file = in(folder, first);
    this.plan = plan;
    this.digests = ShardSeal.check(file).iterator();
    this.stream = JsonLines.read(file, ShardLine.class);
    this.lines = stream.iterator();
  }

  /** Where the file of a group is, by the ordinal of its first shard. */
  public static Path in(Path folder, int ordinal) {
    return folder.resolve(String.format(Locale.ROOT, "%08d%s", ordinal, ENDING));
  }

  /** Whether shards need not be read again. */
  public sealed interface Check {
    /** The file is whole and of this plan; the receipt is what its worker handed back. */
    record Whole(GroupReceipt receipt) implements Check {}

    /** There is no such file, or it is another plan's, or it is damaged. */
    record Unusable(String why) implements Check {}
  }

  /** Reads a file to its end and says whether it is whole and of this plan. */
  public static Check check(Path folder, int first, String plan) throws IOException {
    try (ShardFile file = new ShardFile(folder, first, plan)) {
      List<ShardReceipt> shards = new ArrayList<>();
      while (file.hasShard()) {
        int ordinal = file.shard();
        if (shards.isEmpty() && ordinal != first) {
          throw file.ofAnother();
        }
        ShardLine line = file.next();
        while (line != null) {
          line = file.next();
        }
        shards.add(file.receipt());
      }
      return new Check.Whole(new GroupReceipt(shards));
    } catch (RunFolderException.Damaged e) {
      return new Check.Unusable(e.getMessage());
    }
  }

  /** Whether there is a shard after the one that was read to its end. */
  boolean hasShard() {
    return digests.hasNext();
  }

  /**
   * Begins the next shard.
   *
   * @return its ordinal
   * @throws RunFolderException.Damaged if it is not of the plan
   */
  int shard() throws IOException {
    sha256 = digests.next();
    findings.clear();
    skipped.clear();
    failed = 0;
    receipt = null;
    ShardLine.Header header = line().header();
    if (header == null || !ShardLine.FORMAT.equals(header.format())) {
      throw damaged("it is not a shard's file of this version");
    }
    if (header.ordinal() <= ordinal || !plan.equals(header.plan())) {
      throw ofAnother();
    }
    ordinal = header.ordinal();
    return ordinal;
  }

  /**
   * Begins the next shard, which is a certain one.
   *
   * @throws RunFolderException.Damaged if it is another
   */
  void shard(int expected) throws IOException {
    if (shard() != expected) {
      throw ofAnother();
    }
  }

  /**
   * The next finding, condition, completion or unread record, or null after the last.
   *
   * @throws RunFolderException.Damaged if the lines are not those of a shard, or not as many as it
   *     says
   */
  ShardLine next() throws IOException {
    ShardLine line = line();
    if (line.finding() != null) {
      findings.merge(line.finding().grade(), 1L, Long::sum);
    } else if (line.unread() != null) {
      count(line.unread());
    } else if (line.condition() != null
        || line.output() != null
        || line.candidate() != null
        || line.markers() != null) {
      return line;
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
  public void close() {
    stream.close();
  }

  private void count(UnreadLine unread) {
    if (unread.outcome().equals(UnreadLine.FAILED)) {
      failed++;
    } else {
      skipped.merge(unread.reason(), 1L, Long::sum);
    }
  }

  private void end(ShardCounts counts) throws IOException {
    if (!counts.addUp()
        || !counts.findings().equals(findings)
        || !counts.skipped().equals(skipped)
        || counts.failed() != failed) {
      throw damaged("its counts are not those of its lines");
    }
    if (!line().isEnd()) {
      throw damaged("something comes after its counts");
    }
    receipt = new ShardReceipt(ordinal, counts, sha256);
  }

  private ShardLine line() throws IOException {
    try {
      if (!lines.hasNext()) {
        throw damaged("it ends too early");
      }
      return lines.next();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** That what is next in the file is not what is meant. */
  RunFolderException.Damaged ofAnother() {
    return damaged("it belongs to another shard or another plan");
  }

  /** That the shard is not the one that its receipt is for. */
  RunFolderException.Damaged notOfReceipt() {
    return damaged("it is not the file that its receipt is for");
  }

  private RunFolderException.Damaged damaged(String why) {
    return new RunFolderException.Damaged(file, why);
  }
}
