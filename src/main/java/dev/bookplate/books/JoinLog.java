package dev.bookplate.books;

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
  private static final Outcome[] OUTCOMES = Outcome.values();

  private final DataOutputStream out;
  private long merges;
  private long conflicts;

  /** What was decided. */
  enum Outcome {
    /** Two records became records of one work. */
    WORK,
    /** Two records of one work became records of one edition. */
    EDITION,
    /** They share a key, and title or authors disagree. */
    DISAGREE,
    /** So many unrelated titles have the key that it tells nothing; the other is their number. */
    SHARED,
    /** They would be one work, but a shelf or somebody keeps them apart. */
    APART,
    /** A record without a title that may belong to either of two works. */
    AMBIGUOUS
  }

  /**
   * One decision.
   *
   * @param outcome what was decided
   * @param one number of a record
   * @param other number of a later record
   * @param key hash of what they share
   */
  record Entry(Outcome outcome, int one, int other, long key) {
    boolean isMerge() {
      return outcome == Outcome.WORK || outcome == Outcome.EDITION;
    }
  }

  JoinLog(Path file) throws IOException {
    out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    out.writeLong(MAGIC);
  }

  @SuppressWarnings("EnumOrdinal") // the file bears the version of its form
  void add(Outcome outcome, int one, int other, long key) throws IOException {
    out.writeByte(outcome.ordinal());
    out.writeInt(one);
    out.writeInt(other);
    out.writeLong(key);
    if (outcome == Outcome.WORK) {
      merges++;
    } else if (outcome != Outcome.EDITION) {
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

  /** Tells of every entry. */
  static void read(Path file, Visitor visitor) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      if (in.readLong() != MAGIC) {
        throw new IOException(file + " is not a list of merges of this version");
      }
      for (int outcome = in.read(); outcome >= 0; outcome = in.read()) {
        visitor.entry(new Entry(OUTCOMES[outcome], in.readInt(), in.readInt(), in.readLong()));
      }
    }
  }
}
