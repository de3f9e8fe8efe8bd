package dev.bookplate.books;

import dev.bookplate.catalogue.rows.BookRow;
import dev.bookplate.catalogue.rows.FileFacts;
import dev.bookplate.catalogue.rows.Identifier;
import dev.bookplate.catalogue.titles.TitleKeys;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** What records are found by exactly: the kind, a colon, then the digest or the number. */
final class BookTerms {
  /** Letters; what is longer is found by its words. */
  private static final int LONGEST_TITLE = 200;

  private BookTerms() {}

  /** A file's digest. */
  static byte[] of(FileFacts.Digest kind, String hex) {
    return term(kind.label(), HexFormat.of().parseHex(hex));
  }

  /** A number of a book. */
  static byte[] of(Identifier identifier) {
    return term(identifier.kind().label(), identifier.value().getBytes(StandardCharsets.UTF_8));
  }

  /** What its source calls a record. */
  static byte[] ofKey(String key) {
    return term("key", key.getBytes(StandardCharsets.UTF_8));
  }

  /** A main title, as {@link TitleKeys} has it. */
  static byte[] ofTitle(String key) {
    return term("title", key.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether records are found by a main title; a longer one is found by its words. */
  static boolean isTitle(String key) {
    return !key.isEmpty() && key.length() <= LONGEST_TITLE;
  }

  private static byte[] term(String kind, byte[] value) {
    byte[] prefix = (kind + ":").getBytes(StandardCharsets.UTF_8);
    byte[] term = Arrays.copyOf(prefix, prefix.length + value.length);
    System.arraycopy(value, 0, term, prefix.length, value.length);
    return term;
  }

  /** All of a row. */
  static List<byte[]> of(BookRow row) {
    List<byte[]> terms = new ArrayList<>();
    terms.add(ofKey(row.key()));
    String title = TitleKeys.of(row.names());
    if (isTitle(title)) {
      terms.add(ofTitle(title));
    }
    row.identifiers().forEach(identifier -> terms.add(of(identifier)));
    for (Map.Entry<FileFacts.Digest, String> digest : row.file().digests().entrySet()) {
      terms.add(of(digest.getKey(), digest.getValue()));
    }
    return terms;
  }
}
