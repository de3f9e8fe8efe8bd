package dev.bookplate.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.extract.Source;
import dev.bookplate.origin.Origin;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class ArchivesTest {
  private static final String LINES = "{\"text\":\"one\"}\n{\"id\":7}\n{\"text\":\"three\"}\n";
  private static final List<String> READ =
      List.of(
          "read a/b.txt 0@0-13 null=a plain text\n",
          "read data.jsonl 0@0-14 text=one",
          "no-text-field data.jsonl 1@15-23 none of the fields text, content, raw_content, body,"
              + " document",
          "read data.jsonl 2@24-40 text=three");

  @TempDir Path folder;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Named(String name, byte[] bytes) {}

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<Named> usual() {
    return List.of(
        new Named("a/b.txt", utf8("a plain text\n")), new Named("data.jsonl", utf8(LINES)));
  }

  private static byte[] tar(List<Named> members) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, 512, "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      tar.setAddPaxHeadersForNonAsciiNames(true);
      for (Named member : members) {
        TarArchiveEntry entry = new TarArchiveEntry(member.name, true);
        entry.setSize(member.bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(member.bytes);
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(List<Named> members) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      for (Named member : members) {
        zip.putArchiveEntry(new ZipArchiveEntry(member.name));
        zip.write(member.bytes);
        zip.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] sevenZip(List<Named> members) throws IOException {
    SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
    try (SevenZOutputFile file = new SevenZOutputFile(channel)) {
      for (Named member : members) {
        SevenZArchiveEntry entry = new SevenZArchiveEntry();
        entry.setName(member.name);
        file.putArchiveEntry(entry);
        file.write(member.bytes);
        file.closeArchiveEntry();
      }
    }
    return Arrays.copyOf(channel.array(), (int) channel.size());
  }

  /** Opens a stream that packs. */
  private interface Packer {
    OutputStream on(OutputStream out) throws IOException;
  }

  private static byte[] packed(byte[] bytes, Packer packer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream to = packer.on(out)) {
      to.write(bytes);
    }
    return out.toByteArray();
  }

  private List<String> read(String name, byte[] bytes) throws IOException {
    return read(name, bytes, ReadOptions.DEFAULT);
  }

  private List<String> read(String name, byte[] bytes, ReadOptions options) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, bytes);
    return told(new ShardReaders(options).open(Readings.shard(file)));
  }

  private static List<String> told(ShardReader open) {
    List<String> all = new ArrayList<>();
    try (ShardReader reader = open) {
      for (ReadOutcome o = reader.next(); o != null; o = reader.next()) {
        all.add(
            switch (o) {
              case ReadOutcome.Read(CorpusDocument d) ->
                  "read " + where(d.origin()) + " " + d.field() + "=" + d.text();
              case ReadOutcome.Skipped s ->
                  s.reason().label() + " " + where(s.where()) + " " + s.detail();
              case ReadOutcome.Failed f -> "failed " + where(f.where()) + " " + f.message();
            });
        assertEquals(all.size(), reader.records());
      }
    }
    return all;
  }

  private static String where(Origin o) {
    return o.member() + " " + o.record() + "@" + o.byteStart() + "-" + o.byteEnd();
  }

  @Test
  void membersAreReadAsFilesOfTheirNamesHoweverTheyArePacked() throws IOException {
    byte[] tar = tar(usual());
    Map<String, byte[]> archives = new TreeMap<>();
    archives.put("x.tar", tar);
    archives.put("no-name", tar);
    archives.put("x.tar.gz", packed(tar, GZIPOutputStream::new));
    archives.put("x.tgz", packed(tar, GZIPOutputStream::new));
    archives.put("x.tar.bz2", packed(tar, BZip2CompressorOutputStream::new));
    archives.put("x.tar.xz", packed(tar, out -> new XZOutputStream(out, new LZMA2Options(1))));
    archives.put("x.zip", zip(usual()));
    archives.put("x.zip.gz", packed(zip(usual()), GZIPOutputStream::new));
    archives.put("x.7z", sevenZip(usual()));
    for (Map.Entry<String, byte[]> archive : archives.entrySet()) {
      assertEquals(READ, read(archive.getKey(), archive.getValue()), archive.getKey());
    }
  }

  @Test
  void archivesInArchivesAreOpenedToADepth() throws IOException {
    byte[] inner = zip(usual());
    byte[] middle = packed(tar(List.of(new Named("in.zip", inner))), GZIPOutputStream::new);
    byte[] outer = tar(List.of(new Named("m.tar.gz", middle), new Named("z.txt", utf8("last"))));
    List<String> all = read("outer.tar", outer);
    assertEquals("read m.tar.gz!in.zip!a/b.txt 0@0-13 null=a plain text\n", all.get(0));
    assertEquals("read m.tar.gz!in.zip!data.jsonl 2@24-40 text=three", all.get(3));
    assertEquals("read z.txt 0@0-4 null=last", all.get(4));
    ReadOptions d = ReadOptions.DEFAULT;
    Limits two = new Limits(1 << 20, 2, 60, 64 << 20);
    ReadOptions shallow =
        new ReadOptions(
            d.fields(), null, 1000, d.shardBytes(), two, false, Selection.ALL, Tokens.NONE);
    assertEquals(
        List.of(
            "over-limit m.tar.gz!in.zip 0@0-"
                + inner.length
                + " archives in archives are opened up to 2 deep; raise --max-depth",
            "read z.txt 0@0-4 null=last"),
        read("outer.tar", outer, shallow));
  }

  @Test
  void anArchiveThatIsCutOffAnywhereSaysSo() throws IOException {
    Map<String, byte[]> archives = new TreeMap<>();
    archives.put("x.tar", tar(usual()));
    archives.put("x.tar.gz", packed(tar(usual()), GZIPOutputStream::new));
    archives.put("x.zip", zip(usual()));
    archives.put("x.7z", sevenZip(usual()));
    for (Map.Entry<String, byte[]> archive : archives.entrySet()) {
      byte[] whole = archive.getValue();
      // what is behind the mark at the end of a tar archive only fills its last block
      int last = archive.getKey().equals("x.tar") ? whole.length - 512 : whole.length - 1;
      for (int length = 1; length < last; length++) {
        List<String> all = read(archive.getKey(), Arrays.copyOf(whole, length));
        String what = archive.getKey() + " of " + length + " bytes: " + all;
        assertTrue(
            all.stream().anyMatch(o -> o.startsWith("failed") || o.startsWith("not-text")), what);
        assertTrue(READ.containsAll(all.stream().filter(o -> o.startsWith("read")).toList()), what);
      }
    }
  }

  @Test
  void aChecksumThatDoesNotFitIsAFailureOfItsMember() throws IOException {
    byte[] stored;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      zip.setLevel(0);
      for (Named member : usual()) {
        zip.putArchiveEntry(new ZipArchiveEntry(member.name));
        zip.write(member.bytes);
        zip.closeArchiveEntry();
      }
    }
    stored = bytes.toByteArray();
    int at = new String(stored, StandardCharsets.ISO_8859_1).indexOf("plain");
    stored[at] ^= 1;
    List<String> all = read("x.zip", stored);
    assertTrue(all.get(0).startsWith("failed"), all.get(0));
  }

  @Test
  void namesLinksAndDuplicatesDoNoHarm() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, 512, "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
      for (String name :
          List.of("../../outside.txt", "dup.txt", "dup.txt", "n".repeat(300) + ".txt", ".hidden")) {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(4);
        tar.putArchiveEntry(entry);
        tar.write(utf8("text"));
        tar.closeArchiveEntry();
      }
      TarArchiveEntry link = new TarArchiveEntry("link", TarConstants.LF_SYMLINK);
      link.setLinkName("/etc/passwd");
      tar.putArchiveEntry(link);
      tar.closeArchiveEntry();
      TarArchiveEntry other = new TarArchiveEntry("dup.txt");
      other.setSize(5);
      tar.putArchiveEntry(other);
      tar.write(utf8("other"));
      tar.closeArchiveEntry();
    }
    assertEquals(
        List.of(
            "read ../../outside.txt 0@0-4 null=text",
            "read dup.txt 0@0-4 null=text",
            "duplicate-member dup.txt 0@0-4 the same name and the same bytes as one before it",
            "read " + "n".repeat(300) + ".txt 0@0-4 null=text",
            "excluded .hidden 0@0-4 a hidden file",
            "excluded link 0@0-0 a link to /etc/passwd, which is not followed",
            "read dup.txt~2 0@0-5 null=other"),
        read("x.tar", bytes.toByteArray()));
    try (var left = Files.list(folder)) {
      assertEquals(1, left.count(), "nothing is unpacked to the disk");
    }
  }

  @Test
  void aLockedMemberIsNamedAndTheOthersAreRead() throws IOException {
    byte[] zip = zip(usual());
    // the bit for a password, in the member's own header and in the directory
    int directory = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
    zip[6] |= 1;
    zip[directory + 8] |= 1;
    List<String> all = read("x.zip", zip);
    assertEquals("encrypted a/b.txt 0@0-13 with a password; pack it without one", all.get(0));
    assertEquals(READ.subList(1, 4), all.subList(1, 4));
  }

  @Test
  void aBombIsGivenUpAndSaysWhy() throws IOException {
    byte[] zeros = new byte[1 << 20];
    Entry entry =
        Entry.of(
            Origin.ofFile("c", "bomb.tar", 0),
            new Source.OfBytes(tar(List.of(new Named("a.txt", zeros), new Named("b.txt", zeros)))),
            Around.NOTHING);
    Expansion expansion = new Expansion(0, 1 << 19);
    ArchiveReader reader =
        new ArchiveReader(
            entry,
            () -> new TarArchive(entry.unpacked()),
            member -> new OneOutcomeReader(() -> null),
            Limits.DEFAULT,
            expansion,
            MemberBytes.UNSEEN);
    List<String> all = told(reader);
    assertEquals(1, all.size(), all::toString);
    assertTrue(all.get(0).startsWith("over-limit null"), all.get(0));
    assertTrue(all.get(0).contains("taken for a bomb"), all.get(0));
  }

  @Test
  void linesLargerThanWhatIsHeldAreStreamed() throws IOException {
    String line = "{\"text\":\"" + "word ".repeat(199) + "end\"}\n";
    int count = (17 << 20) / line.length();
    byte[] tar = tar(List.of(new Named("big.jsonl", utf8(line.repeat(count)))));
    List<String> all = read("x.tar", tar);
    assertEquals(count, all.size());
    assertTrue(all.get(count - 1).startsWith("read big.jsonl " + (count - 1) + "@"));
    assertFalse(all.stream().anyMatch(o -> !o.startsWith("read")));
  }

  @Test
  void anEmptyArchiveIsSaidToBeEmpty() throws IOException {
    assertEquals(
        List.of("empty null 0@0-1024 an archive without members"), read("x.tar", new byte[1024]));
    byte[] none = zip(List.of());
    assertEquals(
        List.of("empty null 0@0-" + none.length + " an archive without members"),
        read("x.zip", none));
  }

  @Test
  void aStreamedMemberIsReadOnce() throws IOException {
    Source source = new MemberSource(utf8("ab"), new ByteArrayInputStream(utf8("cd")), 4, 10);
    assertEquals("abc", new String(source.head(3), StandardCharsets.UTF_8));
    assertEquals("ab", new String(source.head(2), StandardCharsets.UTF_8));
  }
}
