package dev.bookplate.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the frames of a Zstandard file begin: by the table of the seekable format where there is
 * one, else by the headers of frames and blocks (RFC 8878, 3.1).
 */
final class ZstdFrames {
  private static final int MAGIC = 0xFD2FB528;
  private static final int SKIPPABLE = 0x184D2A50;
  private static final int SKIPPABLE_MASK = 0xFFFFFFF0;
  private static final int TABLE = 0x184D2A5E;
  private static final int TABLE_FOOTER = 0x8F92EAB1;
  private static final int FOOTER_BYTES = 9;
  private static final int HEADER_BYTES = 6;

  private final PackedCuts.PackedFile file;

  ZstdFrames(PackedCuts.PackedFile file) {
    this.file = file;
  }

  /** Frames that hold data, as far as the file is whole. */
  List<Long> starts() throws IOException {
    List<Long> starts = tabled();
    return starts == null ? scanned() : starts;
  }

  /** Null where there is no table, or one that does not fit the file. */
  private List<Long> tabled() throws IOException {
    long footerAt = file.size() - FOOTER_BYTES;
    ByteBuffer footer = footerAt < 0 ? ByteBuffer.allocate(0) : file.read(footerAt, FOOTER_BYTES);
    if (footer.remaining() < FOOTER_BYTES || footer.getInt(5) != TABLE_FOOTER) {
      return null;
    }
    long frames = Integer.toUnsignedLong(footer.getInt(0));
    int entryBytes = (footer.get(4) & 0x80) == 0 ? 8 : 12;
    long tableAt = footerAt - frames * entryBytes - 8;
    if (tableAt < 0 || frames * entryBytes > Integer.MAX_VALUE - 16) {
      return null;
    }
    ByteBuffer table = file.read(tableAt, (int) (8 + frames * entryBytes));
    List<Long> starts = new ArrayList<>();
    long at = 0;
    for (int i = 0; i < frames; i++) {
      starts.add(at);
      at += Integer.toUnsignedLong(table.getInt(8 + i * entryBytes));
    }
    return table.getInt(0) == TABLE && at == tableAt && areFrames(starts) ? starts : null;
  }

  /** A table is a claim: what it names must be there. */
  private boolean areFrames(List<Long> starts) throws IOException {
    for (long start : starts) {
      ByteBuffer magic = file.read(start, 4);
      if (magic.remaining() < 4 || magic.getInt() != MAGIC) {
        return false;
      }
    }
    return true;
  }

  private List<Long> scanned() throws IOException {
    List<Long> starts = new ArrayList<>();
    long at = 0;
    while (at >= 0 && at < file.size()) {
      ByteBuffer header = file.read(at, HEADER_BYTES + 2);
      if (header.remaining() < HEADER_BYTES) {
        return starts;
      }
      int magic = header.getInt(0);
      if ((magic & SKIPPABLE_MASK) == SKIPPABLE && header.remaining() == 8) {
        at += 8 + Integer.toUnsignedLong(header.getInt(4));
      } else if (magic == MAGIC) {
        starts.add(at);
        at = endOfFrame(at, header.get(4));
      } else {
        return starts;
      }
    }
    return starts;
  }

  /** Where the frame ends, or -1 where it is damaged or cut off. */
  private long endOfFrame(long start, int descriptor) throws IOException {
    long at = start + 5 + headerFields(descriptor);
    while (true) {
      ByteBuffer header = file.read(at, 3);
      if (header.remaining() < 3) {
        return -1;
      }
      int block = header.getShort(0) & 0xFFFF | (header.get(2) & 0xFF) << 16;
      int type = block >> 1 & 3;
      if (type == 3) {
        return -1;
      }
      // a block of one repeated byte holds just that
      at += 3 + (type == 1 ? 1 : block >> 3);
      if ((block & 1) == 1) {
        return at + ((descriptor & 4) == 0 ? 0 : 4);
      }
    }
  }

  /** Bytes of window, dictionary and content size. */
  private static int headerFields(int descriptor) {
    boolean single = (descriptor & 0x20) != 0;
    int dictionary = new int[] {0, 1, 2, 4}[descriptor & 3];
    int content = new int[] {single ? 1 : 0, 2, 4, 8}[descriptor >> 6 & 3];
    return (single ? 0 : 1) + dictionary + content;
  }
}
