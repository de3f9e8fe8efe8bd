package dev.bookplate.books;

import dev.bookplate.index.RecordIndex;
import java.io.IOException;
import java.util.Arrays;

/**
 * Brings the records together that share a key. Sorts hashes, so many at a time as a fixed piece of
 * memory holds.
 */
final class KeyGroups {
  /** 16 bytes each, and as many again while they are sorted. */
  private static final int AT_A_TIME = 6_000_000;

  private static final int DIGIT = 16;

  private final RecordIndex index;
  private final JoinKind.Stage stage;
  private final RecordKeys keys = new RecordKeys();
  private long[] hashes = new long[0];
  private int[] records = new int[0];
  private int count;

  KeyGroups(RecordIndex index, JoinKind.Stage stage) {
    this.index = index;
    this.stage = stage;
  }

  /** What is told to {@link #forEach}. */
  @FunctionalInterface
  interface Visitor {
    /**
     * Two or more records that share a key.
     *
     * @param records ascending, each once, from {@code from} to {@code to}
     */
    void group(long hash, int[] records, int from, int to) throws IOException;
  }

  /** Tells of every key of the stage that records share. */
  void forEach(Visitor visitor) throws IOException {
    long all = count();
    int parts = (int) (1 + all / AT_A_TIME);
    for (int part = 0; part < parts; part++) {
      collect(part, parts);
      sort();
      tell(visitor);
    }
  }

  private long count() throws IOException {
    long[] all = new long[1];
    index.forEachKeys(
        (number, bytes, offset, length) -> {
          keys.read(bytes, offset, length);
          for (int i = 0; i < keys.count(); i++) {
            all[0] += JoinKey.kind(keys.key(i)).stage() == stage ? 1 : 0;
          }
        });
    return all[0];
  }

  private void collect(int part, int parts) throws IOException {
    count = 0;
    index.forEachKeys(
        (number, bytes, offset, length) -> {
          keys.read(bytes, offset, length);
          for (int i = 0; i < keys.count(); i++) {
            long hash = keys.key(i);
            // the low bits say which part, the high ones the kind
            if (JoinKey.kind(hash).stage() == stage && (hash & 0xFFFF) % parts == part) {
              add(hash, number);
            }
          }
        });
  }

  private void add(long hash, int record) {
    if (count == hashes.length) {
      int size = Math.max(1024, count + (count >> 1));
      hashes = Arrays.copyOf(hashes, size);
      records = Arrays.copyOf(records, size);
    }
    hashes[count] = hash;
    records[count++] = record;
  }

  /** By hash, and records of one hash in their order: digit by digit from the last, stable. */
  private void sort() {
    long[] otherHashes = new long[count];
    int[] otherRecords = new int[count];
    for (int shift = 0; shift < Long.SIZE; shift += DIGIT) {
      int[] starts = new int[(1 << DIGIT) + 1];
      for (int i = 0; i < count; i++) {
        starts[digit(hashes[i], shift) + 1]++;
      }
      for (int i = 0; i < 1 << DIGIT; i++) {
        starts[i + 1] += starts[i];
      }
      for (int i = 0; i < count; i++) {
        int to = starts[digit(hashes[i], shift)]++;
        otherHashes[to] = hashes[i];
        otherRecords[to] = records[i];
      }
      long[] hashesBefore = hashes;
      int[] recordsBefore = records;
      hashes = otherHashes;
      records = otherRecords;
      otherHashes = hashesBefore.length == count ? hashesBefore : new long[count];
      otherRecords = recordsBefore.length == count ? recordsBefore : new int[count];
    }
  }

  private static int digit(long hash, int shift) {
    return (int) (hash >>> shift) & 0xFFFF;
  }

  private void tell(Visitor visitor) throws IOException {
    int from = 0;
    for (int i = 1; i <= count; i++) {
      if (i == count || hashes[i] != hashes[from]) {
        if (i - from > 1) {
          visitor.group(hashes[from], records, from, i);
        }
        from = i;
      }
    }
  }
}
