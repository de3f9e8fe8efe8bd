package dev.bookplate.books;

import dev.bookplate.catalogue.rows.BookRow;
import dev.bookplate.catalogue.rows.FileFacts;
import dev.bookplate.catalogue.rows.Identifier;
import dev.bookplate.catalogue.titles.TitleKeys;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** What records are found by exactly: a byte for the kind, then the digest or the number. */
final class BookTerms {
  private static final int KEY = 64;
  private static final int TITLE = 65;
  private static final int IDENTIFIER = 32;

  /** Letters; what is longer is found by its words. */
  private static final int LONGEST_TITLE = 200;

  private BookTerms() {}

  /** A file's digest. */
  static byte[] of(FileFacts.Digest kind, String hex) {
    return term(kind.ordinal(), HexFormat.of().parseHex(hex));
  }

  /** A number of a book. */
  static byte[] of(Identifier identifier) {
    return term(
        IDENTIFIER + identifier.kind().ordinal(),
        identifier.value().getBytes(StandardCharsets.UTF_8));
  }

  /** What its source calls a record. */
  static byte[] ofKey(String key) {
    return term(KEY, key.getBytes(StandardCharsets.UTF_8));
  }

  /** A main title, as {@link TitleKeys} has it. */
  static byte[] ofTitle(String key) {
    return term(TITLE, key.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] term(int kind, byte[] value) {
    byte[] term = new byte[1 + value.length];
    term[0] = (byte) kind;
    System.arraycopy(value, 0, term, 1, value.length);
    return term;
  }

  /** All of a row. */
  static List<byte[]> of(BookRow row) {
    List<byte[]> terms = new ArrayList<>();
    terms.add(ofKey(row.key()));
    String title = TitleKeys.of(row.names());
    if (!title.isEmpty() && title.length() <= LONGEST_TITLE) {
      terms.add(ofTitle(title));
    }
    row.identifiers().forEach(identifier -> terms.add(of(identifier)));
    for (Map.Entry<FileFacts.Digest, String> digest : row.file().digests().entrySet()) {
      terms.add(of(digest.getKey(), digest.getValue()));
    }
    return terms;
  }
}
