package dev.bookplate.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A file of one JSON value a line.
 *
 * @param <T> what the values are
 */
final class JsonLines<T> implements Iterator<T> {
  private final Path file;
  private final Class<T> type;
  private final BufferedReader in;
  private String next;
  private long line;

  private JsonLines(Path file, Class<T> type) throws IOException {
    this.file = file;
    this.type = type;
    this.in = Files.newBufferedReader(file);
    advance();
  }

  /** The file's values, one after the other. To be closed. */
  static <T> Stream<T> read(Path file, Class<T> type) throws IOException {
    JsonLines<T> lines = new JsonLines<>(file, type);
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(lines, Spliterator.ORDERED | Spliterator.NONNULL),
            false)
        .onClose(lines::close);
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public T next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    T value = parse();
    advance();
    return value;
  }

  private T parse() {
    try {
      return RunJson.read(next, type);
    } catch (IOException e) {
      throw damaged(String.format(Locale.ROOT, "line %d is not a %s", line, type.getSimpleName()));
    }
  }

  private void advance() {
    line++;
    try {
      next = in.readLine();
    } catch (IOException e) {
      throw damaged(String.format(Locale.ROOT, "line %d cannot be read", line));
    }
  }

  private UncheckedIOException damaged(String why) {
    return new UncheckedIOException(new RunFolderException.Damaged(file, why));
  }

  private void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
