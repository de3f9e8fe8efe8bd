package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code inspect} says of things in things: every level, and what is in the innermost. */
class InspectContainersTest {
  private static final Path BOOK =
      Path.of("corpora/example-corpus/loose/harbour-library/the_umbrella_post.epub");

  @TempDir private Path folder;

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] tar(Map<String, byte[]> members) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
      for (Map.Entry<String, byte[]> member : new TreeMap<>(members).entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(member.getKey());
        entry.setSize(member.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(member.getValue());
        tar.closeArchiveEntry();
      }
    }
    return out.toByteArray();
  }

  private static byte[] zip(Map<String, byte[]> members) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> member : new TreeMap<>(members).entrySet()) {
        zip.putNextEntry(new ZipEntry(member.getKey()));
        zip.write(member.getValue());
      }
    }
    return out.toByteArray();
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private Path nested() throws IOException {
    byte[] shelf = zip(Map.of("b/book.epub", Files.readAllBytes(BOOK), "b/note.txt", text("A b.")));
    byte[] lines = gzip(text("{\"doc_id\":\"x\",\"text\":\"Some words.\"}\n"));
    return write("all.tar.gz", gzip(tar(Map.of("lines.jsonl.gz", lines, "shelf.zip", shelf))));
  }

  @Test
  void everyLevelIsNamedWithTheDocumentsThatAreInIt() throws IOException {
    CliRun run = CliRun.of("inspect", nested());

    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("  Format        tar archive, packed with gzip\n"), run.out());
    assertTrue(
        run.out()
            .contains(
                "  Containers    gzip > tar > gzip > JSON lines (1), gzip > tar > zip > EPUB (1),"
                    + " gzip > tar > zip > text (1)\n"),
        run.out());
    assertTrue(run.out().contains("shelf.zip!b/book.epub, "), run.out());
    assertTrue(run.out().contains("\u201cThe Umbrella Post\u201d"), run.out());
    assertTrue(run.out().contains("  Id field      doc_id\n"), run.out());
  }

  @Test
  void programsGetTheLevelsOfFileAndMembers() throws IOException {
    CliRun run = CliRun.of("inspect", "--json", nested());

    JsonNode file = new ObjectMapper().readTree(run.out());
    assertEquals("[\"gzip\",\"tar\"]", file.get("chain").toString());
    assertEquals(
        "{\"gzip > tar > gzip > JSON lines\":1,\"gzip > tar > zip > EPUB\":1,"
            + "\"gzip > tar > zip > text\":1}",
        file.get("containers").toString());
    JsonNode book = file.get("inside").get(1);
    assertEquals("shelf.zip!b/book.epub", book.get("member").asText());
    assertEquals("gzip > tar > zip > EPUB", book.get("chain").asText());
    assertEquals(Files.size(BOOK), book.get("bytes").asLong());
    assertEquals("The Umbrella Post", book.get("title").asText());
    assertEquals("{\"doc_id\":1}", file.get("idFields").toString());
  }

  @Test
  void aMemberThatCannotBeReadIsNamedWithItsLevels() throws IOException {
    Path file = write("some.zip", zip(Map.of("a.txt", text("A."), "in.djvu", text("AT&TFORM"))));

    CliRun run = CliRun.of("inspect", file);

    assertEquals(3, run.code());
    assertTrue(run.out().contains("  Containers    zip > text (1)\n"), run.out());
    assertTrue(
        run.out()
            .contains(
                "  Not read      in.djvu (zip > unread document), record 0, byte 0: unsupported,"
                    + " recognised as a DjVu document"),
        run.out());
  }

  @Test
  void archivesThatAreTooDeepAreNamedWithTheirLevels() throws IOException {
    byte[] inner = zip(Map.of("a.txt", text("A.")));
    Path file = write("deep.tar", tar(Map.of("x.zip", zip(Map.of("y.zip", inner)))));

    CliRun run = CliRun.of("inspect", file, "--max-depth", 2);

    assertEquals(3, run.code());
    assertTrue(run.out().contains("x.zip!y.zip (tar > zip > zip), record 0"), run.out());
  }

  @Test
  void aPackedFileHasItsLevelsAndAPlainOneNone() throws IOException {
    Path packed = write("a.txt.gz", gzip(text("Packed words.")));
    Path twice = write("b.jsonl", text("{\"text\":\"Plain words.\"}\n"));

    assertTrue(CliRun.of("inspect", packed).out().contains("  Containers    gzip > text (1)\n"));
    CliRun plain = CliRun.of("inspect", twice, "--json");
    assertEquals(
        "[\"JSON lines\"]", new ObjectMapper().readTree(plain.out()).get("chain").toString());
    assertTrue(!CliRun.of("inspect", twice).out().contains("Containers"));
  }
}
