package dev.bookplate.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The share of a text's 8-word shingles that stand in a library. */
final class ShingleShare {
  private static final Pattern WORD = Pattern.compile("\\p{L}+(?:['’]\\p{L}+)*");
  private static final long FACTOR = 0x9E3779B97F4A7C15L | 1;

  private final int shingle;
  private final Set<Long> asked;
  private final Set<Long> found = new HashSet<>();

  ShingleShare(String text, int shingle) {
    this.shingle = shingle;
    asked = new HashSet<>();
    each(text, asked::add);
  }

  void add(String book) {
    each(
        book,
        hash -> {
          if (asked.contains(hash)) {
            found.add(hash);
          }
        });
  }

  double share() {
    return (double) found.size() / asked.size();
  }

  private void each(String text, java.util.function.LongConsumer sink) {
    long power = 1;
    for (int i = 0; i < shingle; i++) {
      power *= FACTOR;
    }
    long[] ring = new long[shingle];
    long hash = 0;
    int n = 0;
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      long h = word.group().toLowerCase(Locale.ROOT).hashCode() * 0xBF58476D1CE4E5B9L;
      h ^= h >>> 31;
      hash = hash * FACTOR + h - ring[n % shingle] * power;
      ring[n++ % shingle] = h;
      if (n >= shingle) {
        sink.accept(hash);
      }
    }
  }

  /** {@code SHINGLE TEXT LIBRARY [BOOKS]}: prints the share over the first books of a folder. */
  public static void main(String[] args) throws IOException {
    String text = Files.readString(Path.of(args[1]), StandardCharsets.UTF_8);
    ShingleShare share = new ShingleShare(text, Integer.parseInt(args[0]));
    List<Path> books;
    try (Stream<Path> all = Files.list(Path.of(args[2]))) {
      books =
          all.sorted().limit(args.length > 3 ? Long.parseLong(args[3]) : Long.MAX_VALUE).toList();
    }
    int n = 0;
    for (Path book : books) {
      share.add(Files.readString(book, StandardCharsets.UTF_8));
      if (Integer.bitCount(++n) == 1 || n == books.size()) {
        System.err.printf(Locale.ROOT, "%d books: %.5f%n", n, share.share());
      }
    }
  }
}
