package dev.bookplate.audit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What killed programs left goes; what somebody works on stays. */
class WorkplaceTest {
  @TempDir private Path cache;

  private Path left(String name) throws IOException {
    Files.createDirectories(cache.resolve(name).resolve("index"));
    Files.writeString(cache.resolve(name).resolve("index/segment"), "half");
    return cache.resolve(name);
  }

  @Test
  void whatIsLeftIsRemovedAndNothingElse() throws IOException {
    Path building = left("building-1");
    Path unpacked = left("unpacked-2");
    Path kept = left("0123456789abcdef0123456789abcdef");
    Path file = Files.writeString(cache.resolve("building-notes"), "a user's own");

    Workplace.in(cache).close();

    assertFalse(Files.exists(building));
    assertFalse(Files.exists(unpacked));
    assertTrue(Files.exists(kept));
    assertTrue(Files.exists(file));
  }

  @Test
  void whatIsBeingBuiltStays() throws IOException {
    try (Workplace one = Workplace.in(cache)) {
      Path building = one.folder("building-");
      Workplace.in(cache).close();
      try (Workplace two = Workplace.in(cache)) {
        assertTrue(Files.exists(two.folder("building-")));
        assertTrue(Files.exists(building));
      }
    }
  }

  /** As another process sees it: there nobody else may hold the file alone. */
  @Test
  void theLockIsGivenBack() throws IOException {
    Workplace.in(cache).close();
    try (FileChannel channel =
            FileChannel.open(cache.resolve(".building.lock"), StandardOpenOption.WRITE);
        FileLock alone = channel.tryLock()) {
      assertTrue(alone.isValid());
    }
  }
}
