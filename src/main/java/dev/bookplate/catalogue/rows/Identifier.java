package dev.bookplate.catalogue.rows;

import java.io.Serializable;
import java.util.Locale;

/**
 * A number that stands for a work, an edition or a file.
 *
 * @param kind what gives the numbers out
 * @param value in the one form that {@code kind} has
 */
public record Identifier(Kind kind, String value) implements Serializable, Comparable<Identifier> {
  /** What gives the numbers out; the first ones join rows to one edition. */
  public enum Kind {
    /** 13 digits with a right check digit. */
    ISBN(true),
    /** Ten letters and digits, upper case, of Amazon. */
    ASIN(true),
    /** Digits without zeros in front, of WorldCat. */
    OCLC(true),
    /** Normalised as the Library of Congress says. */
    LCCN(true),
    /** Lower case, from {@code 10.} on. */
    DOI(true),
    /** 12 characters: prefix and number, filled with zeros. */
    REGISTRATION(false),
    /** Class and number of a renewal, upper case, without blanks. */
    RENEWAL(false),
    /** What the source itself calls the record, or another source: {@code zlib:123}. */
    RECORD(false);

    private final boolean joins;

    Kind(boolean joins) {
      this.joins = joins;
    }

    /** Whether two rows with one such number are of one edition. */
    public boolean joins() {
      return joins;
    }

    /** The name in files. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public int compareTo(Identifier other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return kind.label() + ":" + value;
  }
}
