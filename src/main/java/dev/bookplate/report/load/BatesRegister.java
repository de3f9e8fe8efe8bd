package dev.bookplate.report.load;

import dev.bookplate.evidence.RunJson;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The numbers that were ever given out, a line of JSON for each production. It is only appended to,
 * and locked while numbers are given out, so that none is used twice.
 */
public final class BatesRegister implements Closeable {
  /**
   * Numbers of one production.
   *
   * @param prefix of the numbers
   * @param first of them
   * @param last of them
   * @param production folder that they went to
   * @param run SHA-256 of the run's manifest
   * @param exported ISO time
   */
  public record Range(
      String prefix, long first, long last, String production, String run, String exported) {}

  private final Path file;
  private final FileChannel channel;
  private final List<Range> ranges = new ArrayList<>();

  private BatesRegister(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Opens a register, made if it is not there, and keeps others out until it is closed.
   *
   * @throws IOException if it is in use, or holds other things
   */
  public static BatesRegister open(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw new ProductionException(file + " is in use by another export; wait for its end");
      }
      BatesRegister register = new BatesRegister(file, channel);
      register.read();
      return register;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private void read() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(channel.size(), 1 << 28));
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
      // until all of it is here
    }
    int number = 0;
    for (String line :
        new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).lines().toList()) {
      number++;
      try {
        ranges.add(RunJson.read(line, Range.class));
      } catch (IOException e) {
        throw new ProductionException(
            file
                + ", line "
                + number
                + " is no line of a register of Bates numbers; name another --bates-register");
      }
    }
  }

  /** The first number behind all that were given out with a prefix. */
  public long next(String prefix) {
    return ranges.stream()
            .filter(range -> range.prefix().equals(prefix))
            .mapToLong(Range::last)
            .max()
            .orElse(0)
        + 1;
  }

  /**
   * Notes numbers as given out.
   *
   * @param count of them, which may be 0
   * @param runSha256 of the run's manifest
   * @param production folder that they go to
   */
  public void note(BatesNumbers numbers, long count, String runSha256, Path production)
      throws IOException {
    if (count > 0) {
      add(
          new Range(
              numbers.prefix(),
              numbers.start(),
              numbers.start() + count - 1,
              production.toString(),
              runSha256,
              Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()));
    }
  }

  private void add(Range range) throws IOException {
    byte[] line = (RunJson.line(range) + "\n").getBytes(StandardCharsets.UTF_8);
    channel.position(channel.size());
    ByteBuffer bytes = ByteBuffer.wrap(line);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(true);
    ranges.add(range);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
