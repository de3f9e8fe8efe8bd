package dev.bookplate.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.bookplate.extract.Extracted;
import dev.bookplate.extract.Stamps;
import dev.bookplate.origin.Places;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are one document each, and what is said of those that are none. */
class LooseFilesTest {
  private static final String OPF =
      "<package"
          + " xmlns:dc=\"d\"><metadata><dc:identifier>urn:isbn:1</dc:identifier><dc:date>2001</dc:date><dc:rights>All"
          + " rights reserved</dc:rights></metadata><manifest><item id=\"a\" href=\"a.xhtml\""
          + " media-type=\"application/xhtml+xml\"/></manifest><spine><itemref"
          + " idref=\"a\"/></spine></package>";

  @TempDir Path folder;

  private Path file(String name, byte[] bytes) throws Exception {
    return Files.write(folder.resolve(name), bytes);
  }

  private List<String> read(String name, String text) throws Exception {
    Path file = file(name, text.getBytes(StandardCharsets.UTF_8));
    return Readings.read(file, Readings.SMALL);
  }

  private static byte[] epub() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String[] entry :
          new String[][] {
            {"mimetype", "application/epub+zip"},
            {"a.opf", OPF},
            {"a.xhtml", "<html><body><p>Words.</p></body></html>"}
          }) {
        zip.putNextEntry(new ZipEntry(entry[0]));
        zip.write(entry[1].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void aBookIsOneDocumentWithItsOwnFacts() throws Exception {
    Path file = file("a.epub", epub());
    try (ShardReader reader = new ShardReaders(Readings.SMALL).open(Readings.shard(file))) {
      ReadOutcome.Read read = assertInstanceOf(ReadOutcome.Read.class, reader.next());
      assertEquals("Words.\n", read.document().text().toString());
      assertEquals("bookplate-0.1 epub", read.document().extractor());
      assertEquals(
          new CorpusDocument.Facts(
              "urn:isbn:1",
              new CorpusDocument.Claims(null, null, "All rights reserved", "2001"),
              new CorpusDocument.OfFile(
                  new Extracted.Metadata(
                      null,
                      List.of(),
                      List.of("urn:isbn:1"),
                      null,
                      null,
                      "2001",
                      "All rights reserved",
                      new Stamps(List.of(), List.of("mimetype", "a.opf", "a.xhtml"))),
                  null),
              new Places(List.of(new Places.Place(0, "spine item 1: a.xhtml")))),
          read.document().facts().get());
    }
  }

  @Test
  void aTruncatedBookIsAFailure() throws Exception {
    byte[] whole = epub();
    Path file = file("cut.epub", Arrays.copyOf(whole, whole.length / 2));
    List<String> read = Readings.read(file, Readings.SMALL);
    assertEquals(1, read.size());
    assertTrue(read.getFirst().startsWith("failed 0@0-" + whole.length / 2), read.getFirst());
    assertTrue(read.getFirst().contains("damaged or cut off"), read.getFirst());
  }

  @Test
  void textsArePlain() throws Exception {
    assertEquals(List.of("read 0@0-9 null=# Title\n\n"), read("a.md", "# Title\n\n"));
    assertEquals(List.of("read 0@0-5 null=words"), read("README", "words"));
    assertEquals(List.of("empty 0@0-0 an empty file"), read("a.txt", ""));
    assertEquals(List.of("empty 0@0-3 nothing but blanks"), read("b.txt", " \n\n"));
    assertEquals(
        List.of("over-limit 0@0-1001 longer than 1000 bytes"), read("c.txt", "x".repeat(1001)));
  }

  @Test
  void otherFilesAreSkippedWithAReason() throws Exception {
    String lit = "ITOLITLS" + "\0".repeat(200);
    assertEquals(
        List.of(
            "unsupported 0@0-208 recognised as a Microsoft Reader book (LIT), but no text can be"
                + " read from it; convert or unpack it first"),
        read("a.lit", lit));
    assertEquals(
        List.of(
            "not-text 0@0-4 not text, but application/octet-stream by its bytes; if it is token ids"
                + " one after the other, say with --token-type uint16 or uint32 how they are"
                + " written"),
        read("a.bin", "a\0b\1"));
    assertEquals(
        List.of(
            "unsupported 0@0-7 recognised as a RAR archive, but no text can be read from it;"
                + " convert or unpack it first"),
        read("a.rar", "Rar!\u001a\7\0"));
  }

  @Test
  void aFileThatMayNotBeReadIsAFailure() throws Exception {
    Path file = file("secret.jsonl", new byte[] {'{'});
    Files.setPosixFilePermissions(file, Set.of());
    assumeFalse(Files.isReadable(file), "root reads everything");
    assertEquals(
        List.of(
            "failed 0@0-1 the file may not be read; change its permissions, and those of its"
                + " folders"),
        Readings.read(file, Readings.SMALL));
  }

  @Test
  void readersOfOneThreadDoNotDisturbEachOther() throws Exception {
    ShardReaders readers = new ShardReaders(Readings.SMALL);
    Path a =
        file("a.jsonl", "{\"text\":\"a\\n\"}\n{\"text\":\"b\"}".getBytes(StandardCharsets.UTF_8));
    try (ShardReader one = readers.open(Readings.shard(a));
        ShardReader two = readers.open(Readings.shard(a))) {
      ReadOutcome.Read first = (ReadOutcome.Read) one.next();
      two.next();
      two.next();
      assertEquals("a\n", first.document().text().toString());
    }
  }
}
