package dev.bookplate.corpus;

import java.io.Serializable;

/** Where it is said which rows of a data file are deleted. */
public sealed interface DeletedRows extends Serializable {
  /** Where that is, for people. */
  String people();

  /**
   * A bitmap in a file.
   *
   * @param file where it is, absolute
   * @param offset of the bitmap, its length before it
   * @param length of the bitmap in bytes, without its own length and checksum
   */
  record InFile(String file, long offset, int length) implements DeletedRows {
    @Override
    public String people() {
      return file;
    }
  }

  /**
   * A bitmap in the log itself.
   *
   * @param text in Z85
   */
  record Inline(String text) implements DeletedRows {
    @Override
    public String people() {
      return "the log";
    }
  }

  /**
   * A Parquet file of positions.
   *
   * @param file where it is, absolute
   * @param of the data file, as the table names it there
   */
  record Positions(String file, String of) implements DeletedRows {
    @Override
    public String people() {
      return file;
    }
  }
}
