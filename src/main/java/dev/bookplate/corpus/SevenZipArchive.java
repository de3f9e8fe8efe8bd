package dev.bookplate.corpus;

import dev.bookplate.extract.Source;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Iterator;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;

/** A 7z archive; the library holds every member against its checksum. */
final class SevenZipArchive implements Archive {
  /**
   * Enough for the dictionaries of the largest presets, and a bound on what a hostile file asks.
   */
  private static final int MEMORY_KIB = 1 << 20;

  private final SevenZFile file;
  private final Iterator<SevenZArchiveEntry> entries;

  private SevenZipArchive(SevenZFile file) {
    this.file = file;
    entries = file.getEntries().iterator();
  }

  /**
   * Reads the directory.
   *
   * @throws IOException if there is none that can be read
   */
  static SevenZipArchive open(Source source) throws IOException {
    SeekableByteChannel channel = source.channel();
    try {
      return new SevenZipArchive(
          SevenZFile.builder()
              .setSeekableByteChannel(channel)
              .setMaxMemoryLimitKiB(MEMORY_KIB)
              .get());
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e instanceof PasswordRequiredException
          ? new IOException("its directory has a password; pack it without one", e)
          : new IOException("its directory cannot be read: " + Problems.of(e), e);
    }
  }

  @Override
  public Member next() throws IOException {
    while (entries.hasNext()) {
      SevenZArchiveEntry entry = entries.next();
      if (!entry.isDirectory() && !entry.isAntiItem()) {
        return member(entry);
      }
    }
    return null;
  }

  private Member member(SevenZArchiveEntry entry) throws IOException {
    try {
      return new Member(entry.getName(), entry.getSize(), null, file.getInputStream(entry));
    } catch (PasswordRequiredException e) {
      Obstacle password =
          new Obstacle(SkipReason.ENCRYPTED, "with a password; pack it without one");
      return new Member(entry.getName(), entry.getSize(), password, null);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
