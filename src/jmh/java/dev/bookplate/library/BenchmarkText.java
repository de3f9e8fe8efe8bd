package dev.bookplate.library;

import dev.bookplate.origin.Utf8Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What benchmarks work on: text that is made from a fixed seed, or real text where one is named
 * instead of a script, as in {@code -p text=/data/novel.txt}.
 */
public final class BenchmarkText {
  /** Bytes of a document, as in most corpora a few thousand. */
  private static final int DOCUMENT = 5_000;

  private BenchmarkText() {}

  /**
   * Documents of that many bytes in all, or a few more.
   *
   * @param text english, russian or chinese; or a file, or a folder of files, of text in UTF-8
   * @param seed of text that is made
   */
  public static List<Utf8Text> documents(String text, int bytes, long seed) throws IOException {
    Path path = Path.of(text);
    return Files.exists(path) ? real(path, bytes) : invented(text, bytes, seed);
  }

  private static List<Utf8Text> invented(String script, int bytes, long seed) {
    InventedText writer = new InventedText(InventedText.Script.of(script), seed);
    List<Utf8Text> documents = new ArrayList<>();
    for (int size = 0; size < bytes; ) {
      Utf8Text document = Utf8Text.of(writer.next(DOCUMENT));
      documents.add(document);
      size += document.length();
    }
    return documents;
  }

  /** From the start again where there is too little. */
  private static List<Utf8Text> real(Path path, int bytes) throws IOException {
    List<Utf8Text> documents = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> walk = Files.walk(path)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    int size = 0;
    while (size < bytes) {
      int before = size;
      for (Path file : files) {
        String all = Files.readString(file, StandardCharsets.UTF_8);
        for (int from = 0; from < all.length() && size < bytes; from += DOCUMENT) {
          int to = Math.min(all.length(), from + DOCUMENT);
          Utf8Text document = Utf8Text.of(all.substring(from, to));
          documents.add(document);
          size += document.length();
        }
      }
      if (size == before) {
        throw new IOException(path + " holds no text: name a file of text in UTF-8");
      }
    }
    return documents;
  }
}
