package dev.bookplate.audit;

import dev.bookplate.fingerprint.FingerprintKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/** Files of one fingerprint key each: a line of text that only their owner may read. */
public final class KeyFile {
  private static final int MOST_BYTES = 4096;

  private KeyFile() {}

  /**
   * A key, and whether it was made just now.
   *
   * @param key the key
   * @param isNew whether there was none
   */
  public record Held(FingerprintKey key, boolean isNew) {}

  /**
   * The key of a file.
   *
   * @throws CatalogueException if it holds something else
   */
  public static FingerprintKey read(Path file) throws IOException {
    byte[] bytes;
    try (var in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES);
    }
    return FingerprintKey.parse(new String(bytes, StandardCharsets.ISO_8859_1))
        .orElseThrow(
            () ->
                new CatalogueException(
                    file
                        + " holds no fingerprint key: name the key file that came apart from the"
                        + " fingerprints"));
  }

  /** The key of a file; makes one, and the file, where it is not there. */
  public static Held readOrMake(Path file) throws IOException {
    if (Files.exists(file)) {
      return new Held(read(file), false);
    }
    FingerprintKey key = FingerprintKey.random(new SecureRandom());
    try (var channel =
        Files.newByteChannel(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            ownerOnly(file))) {
      channel.write(StandardCharsets.US_ASCII.encode(key.line() + "\n"));
    }
    return new Held(key, true);
  }

  private static FileAttribute<?>[] ownerOnly(Path file) throws FileSystemException {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /**
   * Of several key files the key with an id.
   *
   * @param what it is needed for, as people name it
   * @throws CatalogueException if none has it
   */
  static FingerprintKey find(String id, Path what, List<Path> files) throws IOException {
    StringJoiner others = new StringJoiner(", ");
    for (Path file : files) {
      FingerprintKey key = read(file);
      if (key.id().equals(id)) {
        return key;
      }
      others.add(file + " holds key " + key.id());
    }
    throw new CatalogueException(
        what
            + " was made with key "
            + id
            + (files.isEmpty() ? ": give it with --key" : ", and " + others)
            + (files.isEmpty() ? "" : ": give the key that came with it"));
  }
}
