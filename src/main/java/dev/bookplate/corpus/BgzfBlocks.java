package dev.bookplate.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Blocks of a BGZF file: gzip members of at most 64 KiB that name their own size in the extra field
 * {@code BC} (the SAM format's specification, 4.1).
 */
final class BgzfBlocks {
  private static final int MAGIC = 0x04088B1F;
  private static final int SIZE_FIELD = 'B' | 'C' << 8;
  private static final int HEADER = 12;
  private static final int LARGEST = 1 << 16;

  /** So many blocks in a row are no chance. */
  private static final int CHAIN = 3;

  private final PackedCuts.PackedFile file;

  BgzfBlocks(PackedCuts.PackedFile file) {
    this.file = file;
  }

  /** Bytes of the block that begins at a place, or -1 where none does. */
  long sizeAt(long at) throws IOException {
    ByteBuffer header = file.read(at, HEADER);
    if (header.remaining() < HEADER || header.getInt(0) != MAGIC) {
      return -1;
    }
    int extra = Short.toUnsignedInt(header.getShort(10));
    ByteBuffer fields = file.read(at + HEADER, extra);
    while (fields.remaining() >= 4) {
      boolean size = fields.getShort() == SIZE_FIELD;
      int length = Short.toUnsignedInt(fields.getShort());
      if (size && length == 2 && fields.remaining() >= 2) {
        return Short.toUnsignedInt(fields.getShort()) + 1L;
      }
      fields.position(Math.min(fields.limit(), fields.position() + length));
    }
    return -1;
  }

  /** The first place from one on where blocks begin, or -1 where none do. */
  long from(long place) throws IOException {
    ByteBuffer near = file.read(place, LARGEST + 4);
    for (int i = 0; i + 4 <= near.limit(); i++) {
      if (near.getInt(i) == MAGIC && isChain(place + i)) {
        return place + i;
      }
    }
    return -1;
  }

  private boolean isChain(long start) throws IOException {
    long at = start;
    for (int i = 0; i < CHAIN && at != file.size(); i++) {
      long size = sizeAt(at);
      if (size < 0) {
        return false;
      }
      at += size;
    }
    return at <= file.size();
  }
}
