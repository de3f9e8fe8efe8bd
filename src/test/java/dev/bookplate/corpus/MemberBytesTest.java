package dev.bookplate.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bookplate.origin.Digests;
import dev.bookplate.origin.Origin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every byte of a member is shown once, whatever became of the member. */
class MemberBytesTest {
  private static final int LARGE = (17 << 20) + 5;

  @TempDir private Path folder;
  private final List<String> events = new ArrayList<>();

  private final class Watcher implements MemberBytes {
    @Override
    public Sink begin(Origin whole) {
      MessageDigest digest = Digests.algorithm("SHA-256");
      return new Sink() {
        @Override
        public void bytes(byte[] data, int from, int count) {
          digest.update(data, from, count);
        }

        @Override
        public void end() {
          events.add(whole.member() + " " + Digests.hex(digest.digest()));
        }
      };
    }
  }

  private void read(Path file) throws IOException {
    try (ShardReader reader =
        new ShardReaders(ReadOptions.DEFAULT, new Watcher()).open(Readings.shard(file))) {
      for (ReadOutcome o = reader.next(); o != null; o = reader.next()) {
        events.add(
            switch (o) {
              case ReadOutcome.Read read -> "read " + read.document().origin().record();
              case ReadOutcome.Skipped skipped -> "skipped " + skipped.reason().label();
              case ReadOutcome.Failed failed -> "failed";
            });
      }
    }
  }

  private static String sha256(byte[] bytes) {
    return Digests.hex(Digests.algorithm("SHA-256").digest(bytes));
  }

  private static byte[] tar(Object... namesAndBytes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      for (int i = 0; i < namesAndBytes.length; i += 2) {
        byte[] content = (byte[]) namesAndBytes[i + 1];
        TarArchiveEntry entry = new TarArchiveEntry((String) namesAndBytes[i]);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void ofDocumentsBeforeTheirOutcomeOfStreamedRecordsBehindThem() throws IOException {
    byte[] text = "some words\n".getBytes(StandardCharsets.UTF_8);
    byte[] longText = "word ".repeat(LARGE / 5).getBytes(StandardCharsets.UTF_8);
    byte[] lines =
        ("{\"text\":\"" + "word ".repeat(LARGE / 10) + "\"}\n")
            .repeat(2)
            .getBytes(StandardCharsets.UTF_8);
    byte[] noText = new byte[LARGE];
    Path file = folder.resolve("x.tar");
    Files.write(
        file,
        tar("a.txt", text, "b.jsonl", lines, "c.bin", noText, "d.txt", longText, "e.txt", text));
    read(file);
    assertEquals(
        List.of(
            "a.txt " + sha256(text),
            "read 0",
            "read 0",
            "read 1",
            "b.jsonl " + sha256(lines),
            "c.bin " + sha256(noText),
            "skipped not-text",
            "d.txt " + sha256(longText),
            "read 0",
            "e.txt " + sha256(text),
            "read 0"),
        events);
  }

  @Test
  void ofAMemberInAMemberAndOfWhatIsPacked() throws IOException {
    byte[] text = "some words\n".getBytes(StandardCharsets.UTF_8);
    byte[] inner = tar("deep.txt", text);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text);
    }
    Path file = folder.resolve("x.tar");
    Files.write(file, tar("in.tar", inner, "b.txt.gz", packed.toByteArray()));
    read(file);
    assertEquals(
        List.of(
            "in.tar " + sha256(inner),
            "in.tar!deep.txt " + sha256(text),
            "read 0",
            "b.txt.gz " + sha256(packed.toByteArray()),
            "b.txt.gz " + sha256(text),
            "read 0"),
        events);
  }

  @Test
  void neverOfAMemberThatIsCutOff() throws IOException {
    byte[] whole = tar("c.bin", new byte[LARGE]);
    Path file = folder.resolve("x.tar");
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length - (1 << 20)));
    read(file);
    assertEquals(List.of(), events.stream().filter(e -> e.startsWith("c.bin")).toList());
  }
}
