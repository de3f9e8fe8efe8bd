package dev.bookplate.match;

import java.util.Locale;

/** The rules that grade evidence without text, the strongest first. */
public enum HitRule {
  /** The file has the SHA-256 of one of the catalogue's. */
  SAME_SHA256(Grade.STRONG),
  /** The file has two of MD5, SHA-1 and eD2k of one of the catalogue's. */
  TWO_DIGESTS(Grade.STRONG),
  /** The file has its SHA-1, and no other digest is known. */
  SAME_SHA1(Grade.MODERATE),
  /** The file has its MD5, likewise. */
  SAME_MD5(Grade.MODERATE),
  /** The file has its eD2k, likewise. */
  SAME_ED2K(Grade.MODERATE),
  /** The file has its CRC32 and its size. */
  CRC32_AND_SIZE(Grade.LEAD),
  /** One digest, or the CRC32, agrees, and another digest or the size does not. */
  DIGESTS_DISAGREE(Grade.LEAD),
  /** The document names a number of the work. */
  IDENTIFIER(Grade.LEAD),
  /** The document has the title and the author of the work. */
  TITLE_AND_AUTHOR(Grade.LEAD),
  /** The document has a title of the work that no other book is likely to have. */
  LONG_TITLE(Grade.LEAD);

  private final Grade grade;

  HitRule(Grade grade) {
    this.grade = grade;
  }

  /** The grade that it gives. */
  public Grade grade() {
    return grade;
  }

  /** The name in files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it is about a file's bytes. */
  boolean isOfBytes() {
    return compareTo(IDENTIFIER) < 0;
  }

  /** Whether it is about what a document is called. */
  boolean isOfTitle() {
    return compareTo(IDENTIFIER) > 0;
  }
}
