package dev.bookplate.books;

import dev.bookplate.index.IndexException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Why records were merged, and why others were not: an entry each, in the order of deciding. */
final class JoinLog implements Closeable {
  private static final long MAGIC = 0x626B706C4A4E5331L; // "bkplJNS1"
  private static final JoinOutcome[] OUTCOMES = JoinOutcome.values();

  /** Bytes of an entry. */
  private static final int ENTRY = 1 + 2 * Integer.BYTES + Long.BYTES;

  private final DataOutputStream out;
  private long merges;
  private long conflicts;

  /**
   * One decision.
   *
   * @param outcome what was decided
   * @param one number of a record
   * @param other number of a later record; of {@link JoinOutcome#SHARED} how many records have it
   * @param key hash of what they share
   */
  record Entry(JoinOutcome outcome, int one, int other, long key) {}

  JoinLog(Path file) throws IOException {
    out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    out.writeLong(MAGIC);
  }

  @SuppressWarnings("EnumOrdinal") // the file bears the version of its form
  void add(JoinOutcome outcome, int one, int other, long key) throws IOException {
    out.writeByte(outcome.ordinal());
    out.writeInt(one);
    out.writeInt(other);
    out.writeLong(key);
    if (outcome == JoinOutcome.WORK) {
      merges++;
    } else if (!outcome.isMerge()) {
      conflicts++;
    }
  }

  long merges() {
    return merges;
  }

  long conflicts() {
    return conflicts;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /** What is told to {@link #read}. */
  @FunctionalInterface
  interface Visitor {
    void entry(Entry entry) throws IOException;
  }

  /**
   * Tells of every entry.
   *
   * @throws IndexException if the file is none, or ends within an entry
   */
  static void read(Path file, Visitor visitor) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      long magic = Files.size(file) < Long.BYTES ? 0 : in.readLong();
      if (magic != MAGIC || (Files.size(file) - Long.BYTES) % ENTRY != 0) {
        throw damaged(file);
      }
      for (int outcome = in.read(); outcome >= 0; outcome = in.read()) {
        if (outcome >= OUTCOMES.length) {
          throw damaged(file);
        }
        visitor.entry(new Entry(OUTCOMES[outcome], in.readInt(), in.readInt(), in.readLong()));
      }
    }
  }

  private static IndexException damaged(Path file) {
    return new IndexException(
        file + " is no whole list of merges of this version: build the catalogue again");
  }
}
