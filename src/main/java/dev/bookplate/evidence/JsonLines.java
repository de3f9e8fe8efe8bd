package dev.bookplate.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Files of one JSON value a line. */
final class JsonLines {
  private JsonLines() {}

  /** The file's values, one after the other. To be closed. */
  static <T> Stream<T> read(Path file, Class<T> type) throws IOException {
    BufferedReader in = Files.newBufferedReader(file);
    AtomicLong line = new AtomicLong();
    return in.lines()
        .map(json -> parse(json, type, file, line.incrementAndGet()))
        .onClose(() -> close(in));
  }

  private static <T> T parse(String json, Class<T> type, Path file, long line) {
    try {
      return RunJson.read(json, type);
    } catch (IOException e) {
      throw new UncheckedIOException(
          new RunFolderException.Damaged(
              file, "line %d is not a %s".formatted(line, type.getSimpleName())));
    }
  }

  private static void close(BufferedReader in) {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
