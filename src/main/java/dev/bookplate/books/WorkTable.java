package dev.bookplate.books;

import dev.bookplate.index.IndexException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Which work and which edition each record was merged to. Works are numbered in the order of their
 * ids, editions by their first record. Memory-mapped; may be used by many threads.
 */
final class WorkTable {
  static final long MAGIC = 0x626B706C574B5331L; // "bkplWKS1"
  static final int HEADER = 24; // magic, records, works, editions, bytes of the ids

  private final int works;
  private final int editions;
  private final IntBuffer workOf;
  private final IntBuffer editionOf;
  private final IntBuffer starts;
  private final IntBuffer members;
  private final IntBuffer idStarts;
  private final ByteBuffer ids;

  private WorkTable(ByteBuffer file, int records, int works, int editions) {
    this.works = works;
    this.editions = editions;
    int at = HEADER;
    workOf = ints(file, at, records);
    at += records * Integer.BYTES;
    editionOf = ints(file, at, records);
    at += records * Integer.BYTES;
    starts = ints(file, at, works + 1);
    at += (works + 1) * Integer.BYTES;
    members = ints(file, at, records);
    at += records * Integer.BYTES;
    idStarts = ints(file, at, works + 1);
    at += (works + 1) * Integer.BYTES;
    ids = file.slice(at, file.limit() - at);
  }

  /** Maps a table's file. */
  static WorkTable open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IndexException(file + " is not there: build the catalogue again");
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      boolean isTable = bytes.limit() >= HEADER && bytes.getLong(0) == MAGIC;
      if (!isTable) {
        throw new IndexException(
            file + " is not a table of works of this version: build the catalogue again");
      }
      int records = bytes.getInt(8);
      int works = bytes.getInt(12);
      long size = HEADER + 4L * (3L * records + 2L * (works + 1L)) + bytes.getInt(20);
      if (records < 0 || works < 0 || bytes.limit() != size) {
        throw new IndexException(
            file + " has another size than its header says: build the catalogue again");
      }
      return new WorkTable(bytes, records, works, bytes.getInt(16));
    }
  }

  private static IntBuffer ints(ByteBuffer file, int at, int count) {
    return file.slice(at, count * Integer.BYTES).asIntBuffer();
  }

  int works() {
    return works;
  }

  int editions() {
    return editions;
  }

  /** The work of a record. */
  int workOf(int record) {
    return workOf.get(record);
  }

  /** The edition of a record. */
  int editionOf(int record) {
    return editionOf.get(record);
  }

  /** The records of a work, ascending. */
  int[] records(int work) {
    int start = starts.get(work);
    int[] records = new int[starts.get(work + 1) - start];
    members.get(start, records);
    return records;
  }

  String id(int work) {
    int start = idStarts.get(work);
    byte[] id = new byte[idStarts.get(work + 1) - start];
    ids.get(start, id);
    return new String(id, StandardCharsets.UTF_8);
  }

  /** The work of an id, or -1. */
  int find(String id) {
    int low = 0;
    int high = works - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = id(middle).compareTo(id);
      if (order == 0) {
        return middle;
      } else if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }
}
