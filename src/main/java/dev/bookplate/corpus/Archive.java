package dev.bookplate.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** What is in an archive, one member after the other as they stand in it. Belongs to one thread. */
interface Archive extends Closeable {
  /**
   * The next member, or null after the last; the bytes of the one before are then gone.
   *
   * @throws IOException if the archive is damaged there; nothing can be read after it
   */
  Member next() throws IOException;

  /**
   * A member.
   *
   * @param path as the archive has it, with {@code /} between its parts
   * @param size of its bytes as the archive says, or -1
   * @param obstacle why it is not read, or null
   * @param bytes to be read once
   * @param sample of a WebDataset that it belongs to, or null
   */
  record Member(String path, long size, Obstacle obstacle, InputStream bytes, Sample sample) {
    /** Of no sample. */
    Member(String path, long size, Obstacle obstacle, InputStream bytes) {
      this(path, size, obstacle, bytes, null);
    }
  }

  /** Why a member is not read. */
  record Obstacle(SkipReason reason, String detail) {}
}
