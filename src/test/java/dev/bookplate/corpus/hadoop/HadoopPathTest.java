package dev.bookplate.corpus.hadoop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import org.junit.jupiter.api.Test;

/** Paths of Hadoop behave as those of this machine, with their root before them. */
class HadoopPathTest {
  private static final String ROOT = "hdfs://host:8020";

  private final HadoopTree tree = new HadoopTree(ROOT, null);

  private Path path(String path) {
    return new HadoopPath(tree, path);
  }

  @Test
  void isWrittenAsItsLocation() {
    assertEquals(ROOT + "/a b/c%20d", path("/a b/c%20d").toString());
    assertEquals(ROOT + "/", path("/").toString());
    assertEquals("a/b", path("a/b").toString());
  }

  @Test
  void partsAreThoseOfALocalPath() {
    for (String each : new String[] {"/", "/a", "/a/b/c", "a", "a/b"}) {
      Path local = Path.of(each);
      Path remote = path(each);
      assertEquals(local.getNameCount(), remote.getNameCount(), each);
      assertEquals(local.isAbsolute(), remote.isAbsolute(), each);
      assertSame(local.getFileName(), remote.getFileName());
      assertSame(local.getParent(), remote.getParent());
    }
  }

  @Test
  void normalisesAsALocalPath() {
    for (String each : new String[] {"/a/./b", "/a/../b", "/../a", "../a", "a/../../b", "/a//b/"}) {
      assertSame(Path.of(each).normalize(), path(each).normalize());
    }
  }

  @Test
  void resolvesAndRelativizesAsALocalPath() {
    assertSame(Path.of("/a").resolve("b/c"), path("/a").resolve("b/c"));
    assertSame(Path.of("/a").resolve("/b"), path("/a").resolve("/b"));
    assertSame(
        Path.of("/a/b").relativize(Path.of("/a/c/d")), path("/a/b").relativize(path("/a/c/d")));
    assertEquals(0, path("/a").relativize(path("/a")).getNameCount());
  }

  @Test
  void startsWithWholeNamesOfItsOwnTree() {
    assertTrue(path("/a/b").startsWith(path("/a")));
    assertFalse(path("/ab").startsWith(path("/a")));
    assertFalse(path("/a/b").startsWith(Path.of("/a")));
    assertFalse(Path.of("/a/b").startsWith(path("/a")));
    assertThrows(ProviderMismatchException.class, () -> path("/a").relativize(Path.of("/a")));
  }

  @Test
  void equalsBySpelling() {
    assertEquals(path("/a/b"), path("/a//b"));
    assertEquals(path("/a/b").hashCode(), path("/a//b").hashCode());
  }

  /** The same names; the remote one has its root before them where it is absolute. */
  private static void assertSame(Path local, Path remote) {
    if (local == null) {
      assertNull(remote);
    } else {
      assertEquals((local.isAbsolute() ? ROOT : "") + local, remote.toString());
    }
  }
}
