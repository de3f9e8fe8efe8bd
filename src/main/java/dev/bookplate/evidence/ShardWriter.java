package dev.bookplate.evidence;

import dev.bookplate.match.Finding;
import dev.bookplate.origin.Digests;
import dev.bookplate.origin.Origin;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes one shard into the file of its group. Records are counted from the start of the shard; the
 * merge adds what came before. Belongs to one thread.
 */
public final class ShardWriter implements Closeable {
  private final GroupWriter group;
  private final GroupFile out;
  private final int ordinal;
  private final CanonicalOrder order = new CanonicalOrder();
  private final MessageDigest digest = Digests.algorithm("SHA-256");
  private final Map<String, Long> skipped = new TreeMap<>();
  private final Map<String, Long> findings = new TreeMap<>();
  private boolean finished;
  private long read;
  private long failed;
  private long mayHoldText;
  private long textBytes;
  private long words;

  ShardWriter(GroupWriter group, GroupFile out, int ordinal) throws IOException {
    this.group = group;
    this.out = out;
    this.ordinal = ordinal;
    write(ShardLine.header(ordinal, group.plan()));
  }

  /**
   * Counts a document that was searched.
   *
   * @param bytes of its text, UTF-8
   * @param wordCount of its text
   */
  public void read(long bytes, long wordCount) {
    read++;
    textBytes += bytes;
    words += wordCount;
  }

  /**
   * Writes a finding.
   *
   * @throws IllegalStateException if it does not come after the one before: by document, then by
   *     work, edition and catalogue
   */
  public void finding(Finding finding) throws IOException {
    FindingLine line = group.lines().of(finding);
    order.next(line);
    findings.merge(line.grade(), 1L, Long::sum);
    write(ShardLine.of(line));
  }

  /**
   * Writes a record that was skipped.
   *
   * @param where the record, or the file
   * @param reason from the closed list, by its label
   * @param unread whether there may be text that nobody looked at
   * @param detail one phrase for the user, or null
   */
  public void skipped(Origin where, String reason, boolean unread, String detail)
      throws IOException {
    skipped.merge(reason, 1L, Long::sum);
    mayHoldText += unread ? 1 : 0;
    write(ShardLine.of(UnreadLine.skipped(where, reason, unread, detail)));
  }

  /** Notes what is wrong with a document that was searched. */
  public void condition(ConditionLine condition) throws IOException {
    write(ShardLine.of(condition));
  }

  /** Notes a completion of a model that was searched. */
  public void output(OutputLine output) throws IOException {
    write(ShardLine.of(output));
  }

  /** Notes what markers the shard's documents have; once, before it is finished. */
  public void markers(MarkersLine markers) throws IOException {
    write(ShardLine.of(group.lines().quotes().isNone() ? markers.unquoted() : markers));
  }

  /** Notes what was considered and rejected. */
  public void candidate(CandidateLine candidate) throws IOException {
    write(ShardLine.of(candidate));
  }

  /**
   * Writes a record, or the rest of a file, that could not be read.
   *
   * @param message one sentence for the user
   */
  public void failed(Origin where, String message) throws IOException {
    failed++;
    mayHoldText++;
    write(ShardLine.of(UnreadLine.failed(where, message)));
  }

  /**
   * Ends the shard.
   *
   * @param records of every outcome, as the reader counted them
   * @return what to hand back; {@link #close} is still to be called
   * @throws IllegalStateException if the records are not those that were read, skipped or failed
   */
  public ShardReceipt finish(long records) throws IOException {
    return finish(records, 0);
  }

  /**
   * The same of a shard whose offsets count from its own start.
   *
   * @param streamBytes that they go over, or 0
   */
  public ShardReceipt finish(long records, long streamBytes) throws IOException {
    ShardCounts counts =
        new ShardCounts(
            records, read, skipped, failed, mayHoldText, findings, textBytes, words, streamBytes);
    if (!counts.addUp()) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "shard %d has %d records, but %d read, %d skipped and %d failed",
              ordinal,
              records,
              read,
              counts.skippedRecords(),
              failed));
    }
    write(ShardLine.of(counts));
    write(ShardSeal.after(digest));
    ShardReceipt receipt = new ShardReceipt(ordinal, counts, Digests.hex(digest.digest()));
    finished = true;
    group.finished(receipt);
    return receipt;
  }

  /** Lets go; a shard that was not finished is no part of the group. */
  @Override
  public void close() throws IOException {
    if (!finished) {
      out.reset();
    }
  }

  private void write(ShardLine line) throws IOException {
    write((RunJson.line(line) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private void write(byte[] bytes) throws IOException {
    digest.update(bytes);
    out.write(bytes);
  }
}
