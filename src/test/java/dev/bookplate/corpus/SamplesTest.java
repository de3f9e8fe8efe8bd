package dev.bookplate.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** WebDatasets, and archives that look a little like one. */
class SamplesTest {
  private static final String PNG = "\u0089PNG\r\n\u001a\n\0\0\0\0";

  @TempDir Path folder;

  /** Names and contents by turns. */
  private static byte[] tar(String... members) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, 512, "UTF-8")) {
      for (int i = 0; i < members.length; i += 2) {
        byte[] content = members[i + 1].getBytes(StandardCharsets.ISO_8859_1);
        TarArchiveEntry entry = new TarArchiveEntry(members[i], true);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private List<String> read(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("a.tar"), bytes);
    List<String> told = new ArrayList<>();
    try (ShardReader reader = new ShardReaders(ReadOptions.DEFAULT).open(Readings.shard(file))) {
      for (ReadOutcome o = reader.next(); o != null; o = reader.next()) {
        told.add(
            switch (o) {
              case ReadOutcome.Read(CorpusDocument d) ->
                  d.origin().member()
                      + " "
                      + d.facts().get().id()
                      + " "
                      + d.facts().get().claims().url()
                      + " "
                      + d.text();
              case ReadOutcome.Skipped s -> s.where().member() + " " + s.reason().label();
              case ReadOutcome.Failed f -> f.where().member() + " failed";
            });
      }
    }
    return told;
  }

  @Test
  void aSampleIsItsTextWithWhatIsSaidOfIt() throws IOException {
    assertEquals(
        List.of(
            "s/1.cls excluded",
            "s/1.json excluded",
            "s/1.png excluded",
            "s/1.txt s/1 http://x A lamp.",
            "s/2.txt s/2 http://y A pier.",
            "s/2.json excluded",
            "s/3.json s/3 null A boat.",
            "s/3.png excluded"),
        read(
            tar(
                "s/1.cls",
                "7",
                "s/1.json",
                "{\"url\":\"http://x\"}",
                "s/1.png",
                PNG,
                "s/1.txt",
                "A lamp.",
                "s/2.txt",
                "A pier.",
                "s/2.json",
                "{\"url\":\"http://y\"}",
                "s/3.json",
                "{\"id\":\"other\",\"text\":\"A boat.\"}",
                "s/3.png",
                PNG)));
  }

  @Test
  void booksWithADotInTheirNamesAreNoSample() throws IOException {
    assertEquals(
        List.of(
            "A/Mr. Hale.epub.txt null null One.",
            "A/Mr. Reed.epub.txt null null Two.",
            "B/St.Ives.txt null null Three.",
            "B/St.Ronan.txt null null Four."),
        read(
            tar(
                "A/Mr. Hale.epub.txt",
                "One.",
                "A/Mr. Reed.epub.txt",
                "Two.",
                "B/St.Ives.txt",
                "Three.",
                "B/St.Ronan.txt",
                "Four.")));
  }

  @Test
  void lonelyMembersAndSaidTwiceAreNoSample() throws IOException {
    assertEquals(
        List.of("a.json no-text-field", "b.txt null null B.", "b.txt duplicate-member"),
        read(tar("a.json", "{\"url\":\"http://x\"}", "b.txt", "B.", "b.txt", "B.")));
  }

  @Test
  void clippedItSaysSo() throws IOException {
    byte[] whole = tar("1.json", "{\"url\":\"http://x\"}", "1.txt", "A lamp.");
    for (int length = 1; length < whole.length - 1024; length += 101) {
      List<String> read = read(Arrays.copyOf(whole, length));
      assertTrue(read.getLast().endsWith("failed"), "at " + length + ": " + read);
    }
  }

  @Test
  void keysAndKinds() {
    assertEquals("a.b/c", Sample.key("a.b/c.d.txt"));
    assertEquals("d.txt", Sample.kind("a.b/c.d.txt"));
    assertEquals("", Sample.kind("a/Mr. Hale.txt"));
    assertEquals("a/.hidden", Sample.key("a/.hidden"));
    assertTrue(Sample.isData("a/1.emb.NPY"));
    assertNull(CorpusDocument.Claims.NONE.url());
  }
}
