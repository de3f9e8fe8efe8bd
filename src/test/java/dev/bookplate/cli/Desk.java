package dev.bookplate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A folder with a shelf of two generated books, a corpus that quotes the first, and a cache. */
final class Desk {
  static final String BOOK = new Prose(1).text(2000);
  static final String OTHER_BOOK = new Prose(2).text(1500);

  private final Path folder;

  Desk(Path folder) throws IOException {
    this.folder = folder;
    write("shelf/first-book.txt", BOOK);
    write("shelf/second-book.txt", OTHER_BOOK);
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  Path shelf() {
    return path("shelf");
  }

  Path run() {
    return path("run");
  }

  Path cache() {
    return path("cache");
  }

  /** A file in the folder. */
  Path write(String name, String content) {
    try {
      Path file = path(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A record of JSON lines; the text needs no escapes. */
  static String line(String id, String text) {
    return "{\"id\":\"" + id + "\",\"text\":\"" + text + "\"}\n";
  }

  /** A corpus of one shard with texts. */
  Path corpus(String... texts) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < texts.length; i++) {
      lines.append(line("doc-" + i, texts[i]));
    }
    return write("corpus/part-0.jsonl", lines.toString());
  }

  /** Two clean documents, and one that quotes so many words. */
  Path quoting(int words) {
    String quote = Prose.words(BOOK, 500, 500 + words);
    return corpus(
        new Prose(10).text(200),
        new Prose(11).text(60) + " " + quote + " " + new Prose(12).text(60),
        new Prose(13).text(90));
  }

  /** Scans to the usual run. */
  CliRun scan(Path corpus, Object... more) {
    List<Object> arguments =
        new ArrayList<>(List.of("scan", corpus, "-c", shelf(), "-o", run(), "--cache", cache()));
    arguments.addAll(Arrays.asList(more));
    return CliRun.of(arguments.toArray());
  }
}
