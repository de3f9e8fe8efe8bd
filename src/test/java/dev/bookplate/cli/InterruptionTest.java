package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A scan that is killed in the middle leaves nothing that looks whole. */
class InterruptionTest {
  /** So many copies of a book that a scan of them lasts longer than the test waits. */
  private static final int COPIES = 800;

  @Test
  @Timeout(600)
  void sigtermInTheMiddleOfAScan(@TempDir Path folder) throws Exception {
    Desk desk = new Desk(folder);
    Path corpus = copies(folder);
    ProcessBuilder builder =
        ChildProcess.of(
            List.of(),
            List.of("scan", corpus, "-c", desk.shelf(), "-o", desk.run(), "--threads", "1")
                .toArray());
    builder.environment().put("BOOKPLATE_CACHE", desk.cache().toString());
    // what the launcher says of a terminal: progress comes at once
    builder.environment().put("BOOKPLATE_TERMINALS", "2");
    builder.environment().put("TERM", "xterm");
    Process process = builder.start();
    try {
      StringBuilder said = new StringBuilder();
      readUntil(process.getErrorStream(), "scanning ", said);
      process.toHandle().destroy(); // SIGTERM; Process.destroy would close the streams too
      readUntil(process.getErrorStream(), null, said);

      assertTrue(process.waitFor(300, TimeUnit.SECONDS), "it ends");
      assertEquals(130, process.exitValue(), said.toString());
      assertTrue(
          said.toString().contains("bookplate: interrupted; nothing was left"), said.toString());
      assertFalse(Files.exists(desk.run().resolve("manifest.json")));
      assertFalse(Files.exists(desk.run().resolve("findings.jsonl")));
      assertFalse(Files.exists(desk.run().resolve(".lock")), "the folder is released");

      CliRun refused = desk.scan(corpus);
      assertEquals(2, refused.code());
      assertTrue(refused.err().contains("add --resume to go on with it"), refused.err());
      CliRun other = desk.scan(corpus, "--resume", "--quotes", "none");
      assertEquals(2, other.code());
      assertTrue(other.err().contains("because of --quotes"), other.err());
      assertEquals(0, desk.scan(corpus, "--resume").code());
      Map<String, String> resumed = SameBytesTest.bytes(desk.run());
      assertEquals(0, desk.scan(corpus, "--overwrite").code());
      assertEquals(SameBytesTest.bytes(desk.run()), resumed);
    } finally {
      process.destroyForcibly();
    }
  }

  private static Path copies(Path folder) throws IOException {
    Path corpus = folder.resolve("corpus.jsonl");
    String line = Desk.line("copy", Desk.BOOK + " " + Desk.OTHER_BOOK);
    try (BufferedWriter out = Files.newBufferedWriter(corpus)) {
      for (int i = 0; i < COPIES; i++) {
        out.write(line);
      }
    }
    return corpus;
  }

  /** Reads until a text has come, or to the end. */
  private static void readUntil(InputStream in, String text, StringBuilder said)
      throws IOException {
    byte[] buffer = new byte[4096];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      said.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
      if (text != null && said.indexOf(text) >= 0) {
        return;
      }
    }
    assertEquals(null, text, said.toString());
  }
}
