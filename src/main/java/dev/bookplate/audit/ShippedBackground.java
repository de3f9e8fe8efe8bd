package dev.bookplate.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The background that every scan has: phrases that stand in books of every publisher. */
final class ShippedBackground {
  /** As a run names it. */
  private static final String NAME = "shipped with bookplate";

  private static final String RESOURCES = "/dev/bookplate/background/";

  /** Names of the files, and what they are made of. */
  private static final Map<String, String> FILES =
      Map.of(
          // the program's own, which the build puts there
          "apache-licence-2.0.txt", "LICENSE",
          "copyright-pages.txt", "copyright-pages.txt",
          "open-licence-notices.txt", "open-licence-notices.txt");

  private ShippedBackground() {}

  /**
   * Writes its files, so that they are read as any other background is.
   *
   * @param folder that is there
   * @return a folder in it, by its name
   */
  static Path unpack(Path folder) throws IOException {
    Path unpacked = Files.createDirectory(folder.resolve(NAME));
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      String resource = RESOURCES + file.getValue();
      try (InputStream in = ShippedBackground.class.getResourceAsStream(resource)) {
        Files.copy(in, unpacked.resolve(file.getKey()));
      }
    }
    return unpacked;
  }
}
