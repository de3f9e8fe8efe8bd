package dev.bookplate.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.UUID;

/**
 * Holds a run's folder against other processes and other runs of this one. The system lets go of it
 * when the process ends, however it ends; the file that may stay behind then holds nobody up.
 */
final class RunLock implements Closeable {
  private final Path file;
  private final FileChannel channel;

  private RunLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the folder.
   *
   * @throws RunFolderException.InUse if another run has it
   */
  static RunLock take(Path folder) throws IOException {
    Path file = folder.resolve(RunFiles.LOCK);
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null && isStill(file, channel)) {
        return new RunLock(file, channel);
      }
    } catch (OverlappingFileLockException heldInThisProcess) {
      // as good as held by another process: the channel is closed and the folder refused
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    throw new RunFolderException.InUse(folder);
  }

  /** Whether the locked file still has the name: who had it before may have deleted it just now. */
  private static boolean isStill(Path file, FileChannel channel) throws IOException {
    byte[] token = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(token), 0);
    try {
      return Arrays.equals(token, Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Lets go. */
  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      // while it is held: afterwards it might be another run's
      Files.deleteIfExists(file);
      channel.close();
    }
  }
}
