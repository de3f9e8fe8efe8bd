package dev.bookplate.corpus;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** A tar archive, read as a stream. */
final class TarArchive implements Archive {
  private final Ending ending;
  private final TarArchiveInputStream tar;

  TarArchive(InputStream in) {
    ending = new Ending(in);
    tar = new TarArchiveInputStream(ending, StandardCharsets.UTF_8.name());
  }

  @Override
  public Member next() throws IOException {
    TarArchiveEntry entry = tar.getNextEntry();
    while (entry != null && entry.isDirectory()) {
      entry = tar.getNextEntry();
    }
    if (entry == null) {
      ending.check();
      return null;
    }
    return new Member(entry.getName(), entry.getSize(), obstacle(entry), tar);
  }

  private Obstacle obstacle(TarArchiveEntry entry) {
    if (entry.isSymbolicLink() || entry.isLink()) {
      return new Obstacle(
          SkipReason.EXCLUDED, "a link to " + entry.getLinkName() + ", which is not followed");
    }
    if (!entry.isFile() || entry.isBlockDevice() || entry.isCharacterDevice() || entry.isFIFO()) {
      return new Obstacle(SkipReason.EXCLUDED, "not a file, but a device or the like");
    }
    return tar.canReadEntryData(entry)
        ? null
        : new Obstacle(SkipReason.UNSUPPORTED, "stored in a way that is not read");
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }

  /** Remembers whether the last block was of zeros: so a tar archive ends that is not cut off. */
  private static final class Ending extends FilterInputStream {
    private static final int BLOCK = 512;

    private long total;

    /** Up to where it is not known that all is zeros. */
    private long written;

    Ending(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int n = super.read(bytes, offset, length);
      int end = offset + Math.max(0, n);
      while (end > offset && bytes[end - 1] == 0) {
        end--;
      }
      written = end > offset ? total + end - offset : written;
      total += Math.max(0, n);
      return n;
    }

    @Override
    public long skip(long count) throws IOException {
      long n = super.skip(count);
      total += n;
      written = total;
      return n;
    }

    void check() throws IOException {
      transferTo(OutputStream.nullOutputStream());
      long from = (written + BLOCK - 1) / BLOCK * BLOCK;
      if (total < from + BLOCK) {
        throw new IOException("it has no mark at its end");
      }
    }
  }
}
