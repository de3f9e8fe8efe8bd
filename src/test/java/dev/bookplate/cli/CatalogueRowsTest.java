package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueRowsTest {
  private static final String SUMS =
      """
      0123456789abcdef0123456789abcdef  A/Writer - First Book.epub
      fedcba9876543210fedcba9876543210  A/Writer - Second Book.epub
      """;

  @TempDir Path folder;

  @Test
  void rowsAreCountedAndTheFirstIsShown() throws IOException {
    Path file = Files.writeString(folder.resolve("sums.md5"), SUMS);

    CliRun run = CliRun.of("catalogue", "rows", file);

    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("checksums"), run.out());
    assertTrue(run.out().contains("2 seen = 2 read + 0 rejected"), run.out());
    assertTrue(run.out().contains("md5 (2)"), run.out());
    assertTrue(run.out().contains("First Book"), run.out());
  }

  @Test
  void whatIsPackedIsUnpackedAndALimitHolds() throws IOException {
    Path file = folder.resolve("sums.md5.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(SUMS.getBytes(StandardCharsets.UTF_8));
    }

    CliRun run = CliRun.of("catalogue", "rows", "--json", "--limit", "1", file);

    assertEquals(0, run.code(), run.err());
    assertEquals(2, run.out().lines().count());
    assertTrue(run.out().contains("0123456789abcdef0123456789abcdef"), run.out());
  }

  @Test
  void damageIsSaid() throws IOException {
    Path whole = folder.resolve("sums.md5.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
      out.write(SUMS.repeat(1000).getBytes(StandardCharsets.UTF_8));
    }
    byte[] bytes = Files.readAllBytes(whole);
    Files.write(whole, Arrays.copyOf(bytes, bytes.length - 12));

    CliRun run = CliRun.of("catalogue", "rows", whole);

    assertEquals(3, run.code(), run.err());
    assertTrue(run.out().contains("nothing could be read"), run.out());
  }

  @Test
  void anUnknownFormatIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("sums.md5"), SUMS);

    CliRun run = CliRun.of("catalogue", "rows", "--format", "onyx", file);

    assertEquals(2, run.code());
    assertTrue(run.err().contains("mysqldump, annas-aac, torrent, onix"), run.err());
  }
}
