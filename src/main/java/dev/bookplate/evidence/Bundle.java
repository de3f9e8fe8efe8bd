package dev.bookplate.evidence;

import dev.bookplate.origin.Digests;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Puts a run into one file: a zip with a folder {@link #FOLDER}, its files by name, and two lists
 * of their digests, as {@code sha256sum -c} and {@code md5sum -c} read them. Nothing is packed and
 * every entry has the same date, so that the same run gives the same bytes with every Java.
 */
public final class Bundle {
  /** The folder in the zip; it is a run. */
  public static final String FOLDER = "bookplate-run";

  static final String SHA256 = "SHA256SUMS";
  static final String MD5 = "MD5SUMS";
  private static final LocalDateTime DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

  private Bundle() {}

  /**
   * Writes a bundle of a run. That it was bundled before, and nothing since, is left out, so that
   * bundling twice gives the same bytes.
   *
   * @param zip is not there yet
   */
  public static void write(Path run, Manifest manifest, Path zip) throws IOException {
    StringBuilder sha256 = new StringBuilder();
    StringBuilder md5 = new StringBuilder();
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(zip), 1 << 16);
        ZipOutputStream out = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
      for (String name : Verifier.names(manifest)) {
        Path source = run.resolve(name);
        if (name.equals(manifest.custody())) {
          byte[] log = log(run);
          list(name, Digests.of(log), sha256, md5);
          add(out, name, log);
        } else {
          list(name, Digests.of(source), sha256, md5);
          add(out, name, source);
        }
      }
      add(out, MD5, md5.toString().getBytes(StandardCharsets.UTF_8));
      add(out, SHA256, sha256.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void list(String name, Digests digests, StringBuilder sha256, StringBuilder md5) {
    sha256.append(digests.sha256()).append("  ").append(name).append('\n');
    md5.append(digests.md5()).append("  ").append(name).append('\n');
  }

  private static byte[] log(Path run) throws IOException {
    List<CustodyEntry> entries = new ArrayList<>(CustodyLog.read(run).entries());
    while (!entries.isEmpty() && entries.getLast().event() == CustodyEvent.BUNDLED) {
      entries.removeLast();
    }
    StringBuilder lines = new StringBuilder();
    entries.forEach(e -> lines.append(RunJson.line(e)).append('\n'));
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void add(ZipOutputStream out, String name, byte[] bytes) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    out.putNextEntry(entry(name, bytes.length, crc.getValue()));
    out.write(bytes);
    out.closeEntry();
  }

  private static void add(ZipOutputStream out, String name, Path source) throws IOException {
    CRC32 crc = new CRC32();
    byte[] buffer = new byte[1 << 16];
    long size = 0;
    try (InputStream in = Files.newInputStream(source)) {
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
        crc.update(buffer, 0, n);
        size += n;
      }
    }
    out.putNextEntry(entry(name, size, crc.getValue()));
    Files.copy(source, out);
    out.closeEntry();
  }

  private static ZipEntry entry(String name, long size, long crc) {
    ZipEntry entry = new ZipEntry(FOLDER + "/" + name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(size);
    entry.setCompressedSize(size);
    entry.setCrc(crc);
    entry.setTimeLocal(DATE);
    return entry;
  }
}
