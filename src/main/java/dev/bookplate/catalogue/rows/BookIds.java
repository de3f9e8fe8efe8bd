package dev.bookplate.catalogue.rows;

import java.util.Optional;

/** Identifiers as e-book programs keep them: a kind in words and a value. */
final class BookIds {
  private BookIds() {}

  /** Adds what the kind says; of an unknown kind what is an ISBN or DOI for certain. */
  static void add(String kind, String value, FoundNumbers numbers) {
    switch (kind) {
      case "isbn" -> numbers.add(Numbers.isbn(bare(kind, value)));
      case "doi" -> numbers.add(Numbers.doi(bare(kind, value)));
      case "lccn" -> numbers.add(Numbers.lccn(bare(kind, value)));
      case "oclc", "worldcat" -> numbers.add(Numbers.oclc(bare(kind, value)));
      default -> {
        if (kind.equals("asin") || kind.equals("mobi-asin") || kind.startsWith("amazon")) {
          numbers.add(Numbers.asin(bare(kind, value)));
        } else if (value.startsWith("urn:isbn:")) {
          numbers.add(Numbers.isbn(value));
        } else {
          Optional<Identifier> isbn =
              value.matches("97[89][0-9-]{10,14}") ? Numbers.isbn(value) : Optional.empty();
          numbers.add(isbn);
        }
      }
    }
  }

  private static String bare(String kind, String value) {
    return value.regionMatches(true, 0, kind + ":", 0, kind.length() + 1)
        ? value.substring(kind.length() + 1)
        : value;
  }
}
