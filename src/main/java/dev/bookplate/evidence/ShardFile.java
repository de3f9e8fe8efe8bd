package dev.bookplate.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads the file of one shard, after holding it to its digest, and then its lines to its counts.
 */
public final class ShardFile implements Closeable {
  static final String ENDING = ".jsonl";

  private final Path file;
  private final int ordinal;
  private final String sha256;
  private final Stream<ShardLine> stream;
  private final Iterator<ShardLine> lines;
  private final Map<String, Long> findings = new TreeMap<>();
  private final Map<String, Long> skipped = new TreeMap<>();
  private long failed;
  private ShardReceipt receipt;

  /**
   * Opens a shard's file and checks that it is whole and the one that is meant.
   *
   * @throws RunFolderException.Damaged if it is not
   */
  ShardFile(Path folder, int ordinal, String plan) throws IOException {
    this.file = in(folder, ordinal);
    this.ordinal = ordinal;
    this.sha256 = ShardSeal.check(file);
    this.stream = JsonLines.read(file, ShardLine.class);
    this.lines = stream.iterator();
    try {
      checkHeader(line().header(), plan);
    } catch (IOException e) {
      stream.close();
      throw e;
    }
  }

  /** Where the file of a shard is. */
  public static Path in(Path folder, int ordinal) {
    return folder.resolve(String.format(Locale.ROOT, "%08d%s", ordinal, ENDING));
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
    receipt = new ShardReceipt(ordinal, counts, sha256);
  }

  private void checkHeader(ShardLine.Header header, String plan) throws IOException {
    if (header == null || !ShardLine.FORMAT.equals(header.format())) {
      throw damaged("it is not a shard's file of this version");
    }
    if (header.ordinal() != ordinal || !plan.equals(header.plan())) {
      throw damaged("it belongs to another shard or another plan");
    }
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

  private RunFolderException.Damaged damaged(String why) {
    return new RunFolderException.Damaged(file, why);
  }
}
