package dev.bookplate.books;

import com.google.common.hash.Hashing;
import dev.bookplate.catalogue.rows.BookRow;
import dev.bookplate.catalogue.rows.FileFacts;
import dev.bookplate.catalogue.rows.Identifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something that a record may have in common with another.
 *
 * @param kind what it is
 * @param text number, digest, name or title in the one form that it has
 */
record JoinKey(JoinKind kind, String text) {
  /** More numbers of one kind than this has a list of books, not a book. */
  private static final int NUMBERS = 30;

  private static final int KIND_SHIFT = 60;

  /** All of a row, each once. */
  static List<JoinKey> of(BookRow row) {
    Set<JoinKey> keys = new LinkedHashSet<>();
    keys.add(new JoinKey(JoinKind.RECORD, row.key()));
    for (Map.Entry<FileFacts.Digest, String> digest : row.file().digests().entrySet()) {
      JoinKind kind = JoinKind.of(digest.getKey());
      if (kind != null) {
        keys.add(new JoinKey(kind, digest.getValue()));
      }
    }
    boolean isList = isList(row);
    for (Identifier identifier : row.identifiers()) {
      JoinKind kind = JoinKind.of(identifier.kind());
      if (kind != null && !isList) {
        keys.add(new JoinKey(kind, identifier.value()));
      }
    }
    for (String title : TitleKey.of(row.names())) {
      keys.add(new JoinKey(JoinKind.TITLE, title));
    }
    return new ArrayList<>(keys);
  }

  /** Whether a row has more ISBNs than one book can have: they join it to nothing. */
  static boolean isList(BookRow row) {
    return row.identifiers().stream().filter(i -> i.kind() == Identifier.Kind.ISBN).count()
        > NUMBERS;
  }

  /** Stands for the key where millions are compared; its first four bits are the kind. */
  @SuppressWarnings("EnumOrdinal") // written and read by the same build of the records
  long hash() {
    long bits = Hashing.farmHashFingerprint64().hashString(text, StandardCharsets.UTF_8).asLong();
    return (long) kind.ordinal() << KIND_SHIFT | bits >>> Long.SIZE - KIND_SHIFT;
  }

  /** The kind of a key that only its hash is left of. */
  static JoinKind kind(long hash) {
    return JoinKind.of((int) (hash >>> KIND_SHIFT));
  }
}
