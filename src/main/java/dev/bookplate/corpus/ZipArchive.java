package dev.bookplate.corpus;

import dev.bookplate.extract.Source;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Enumeration;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.input.ChecksumInputStream;

/** A zip archive, by the directory at its end; every member is held against its checksum. */
final class ZipArchive implements Archive {
  private final ZipFile zip;
  private final Enumeration<ZipArchiveEntry> entries;

  private ZipArchive(ZipFile zip) {
    this.zip = zip;
    entries = zip.getEntriesInPhysicalOrder();
  }

  /**
   * Reads the directory.
   *
   * @throws IOException if there is none that can be read
   */
  static ZipArchive open(Source source) throws IOException {
    SeekableByteChannel channel = source.channel();
    try {
      return new ZipArchive(ZipFile.builder().setSeekableByteChannel(channel).get());
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw new IOException("it has no readable directory at its end", e);
    }
  }

  @Override
  public Member next() throws IOException {
    while (entries.hasMoreElements()) {
      ZipArchiveEntry entry = entries.nextElement();
      if (!entry.isDirectory()) {
        return member(entry);
      }
    }
    return null;
  }

  private Member member(ZipArchiveEntry entry) throws IOException {
    Obstacle obstacle = obstacle(entry);
    return new Member(
        entry.getName(),
        entry.getSize(),
        obstacle,
        obstacle != null
            ? null
            : ChecksumInputStream.builder()
                .setInputStream(zip.getInputStream(entry))
                .setChecksum(new CRC32())
                .setExpectedChecksumValue(entry.getCrc())
                .setCountThreshold(entry.getSize())
                .get());
  }

  private Obstacle obstacle(ZipArchiveEntry entry) {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      return new Obstacle(SkipReason.ENCRYPTED, "with a password; pack it without one");
    }
    if (entry.isUnixSymlink()) {
      return new Obstacle(SkipReason.EXCLUDED, "a link, which is not followed");
    }
    return zip.canReadEntryData(entry)
        ? null
        : new Obstacle(
            SkipReason.UNSUPPORTED,
            "packed by method " + entry.getMethod() + ", which is not read; pack it with deflate");
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
