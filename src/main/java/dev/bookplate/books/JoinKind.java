package dev.bookplate.books;

import dev.bookplate.catalogue.rows.FileFacts;
import dev.bookplate.catalogue.rows.Identifier;
import java.util.Locale;

/** What two records may have in common that makes them records of one work. */
public enum JoinKind {
  /** Somebody said so. */
  HAND(Stage.SAID),
  /** Texts of one work of a shelf. */
  SHELF(Stage.SAID),
  /** The same name in the same source. */
  RECORD(Stage.RECORDS),
  /** The same file. */
  SHA256(Stage.FILES),
  /** The same file. */
  SHA1(Stage.FILES),
  /** The same file. */
  MD5(Stage.FILES),
  /** The same file. */
  ED2K(Stage.FILES),
  /** The same number. */
  ISBN(Stage.NUMBERS),
  /** The same number. */
  ASIN(Stage.NUMBERS),
  /** The same number. */
  DOI(Stage.NUMBERS),
  /** The same number. */
  OCLC(Stage.NUMBERS),
  /** The same number. */
  LCCN(Stage.NUMBERS),
  /** The same title and an author of one name: one work, if not one edition. */
  TITLE(Stage.TITLES);

  /** In this order they are compared, so that what is surest comes first. */
  enum Stage {
    SAID,
    RECORDS,
    FILES,
    NUMBERS,
    TITLES
  }

  private static final JoinKind[] ALL = values();

  private final Stage stage;

  JoinKind(Stage stage) {
    this.stage = stage;
  }

  Stage stage() {
    return stage;
  }

  /** Whether it makes two records records of one edition as well. */
  boolean joinsEditions() {
    return stage != Stage.TITLES && stage != Stage.SAID;
  }

  /** The name in files. */
  public String label() {
    return this == TITLE ? "title and author" : name().toLowerCase(Locale.ROOT);
  }

  static JoinKind of(int ordinal) {
    return ALL[ordinal];
  }

  /** Null for what joins nothing. */
  static JoinKind of(FileFacts.Digest digest) {
    return switch (digest) {
      case SHA256 -> SHA256;
      case SHA1 -> SHA1;
      case MD5 -> MD5;
      case ED2K -> ED2K;
      case CRC32 -> null;
    };
  }

  /** Null for what joins nothing. */
  static JoinKind of(Identifier.Kind identifier) {
    return switch (identifier) {
      case ISBN -> ISBN;
      case ASIN -> ASIN;
      case DOI -> DOI;
      case OCLC -> OCLC;
      case LCCN -> LCCN;
      case RECORD -> RECORD;
      case REGISTRATION, RENEWAL -> null;
    };
  }
}
