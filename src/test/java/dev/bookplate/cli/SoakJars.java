package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;

/** Folders of jars that the program does not bring along, fetched by its own script, once. */
final class SoakJars {
  private SoakJars() {}

  /**
   * A folder of them.
   *
   * @param kind as {@code src/cluster/jars} names it
   */
  static Path of(String kind) throws Exception {
    Path folder = Path.of("target/soak", kind).toAbsolutePath();
    Path whole = folder.resolve("fetched");
    if (!Files.exists(whole)) {
      Process fetch =
          new ProcessBuilder("src/cluster/jars", kind, folder.toString()).inheritIO().start();
      assertEquals(0, fetch.waitFor(), "src/cluster/jars " + kind);
      Files.createFile(whole);
    }
    return folder;
  }
}
