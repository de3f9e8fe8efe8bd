package dev.bookplate.evidence;

import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Digests of a scan's inputs, a line each, written as they are made: whoever goes on with the scan
 * need not read these files again. A line that a killed process left half written does not count.
 */
public final class InputLog implements Closeable {
  private final FileOutputStream out;

  private InputLog(FileOutputStream out) {
    this.out = out;
  }

  /** What was digested so far; empty where there is no such file. */
  static Map<InputFile, ScannedFile> read(Path file) throws IOException {
    Map<InputFile, ScannedFile> known = new TreeMap<>();
    if (Files.exists(file)) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      text.lines().forEach(line -> add(line, known));
    }
    return known;
  }

  private static void add(String line, Map<InputFile, ScannedFile> known) {
    try {
      ScannedFile file = RunJson.read(line, ScannedFile.class);
      if (file.corpus() != null && file.path() != null && isHex(file.sha256(), 64)) {
        known.put(file.file(), file);
      }
    } catch (IOException torn) {
      // as if it had not been digested
    }
  }

  private static boolean isHex(String digest, int digits) {
    return digest != null && digest.matches("[0-9a-f]{" + digits + "}");
  }

  /** Starts with what is known and still holds; a file that was there is replaced in one step. */
  static InputLog open(Path file, Iterable<ScannedFile> known) throws IOException {
    StringBuilder lines = new StringBuilder();
    known.forEach(k -> lines.append(RunJson.line(k)).append('\n'));
    DurableFiles.write(file, lines.toString());
    return new InputLog(new FileOutputStream(file.toFile(), true));
  }

  /** Notes a file. */
  public void add(ScannedFile file) throws IOException {
    out.write((RunJson.line(file) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
