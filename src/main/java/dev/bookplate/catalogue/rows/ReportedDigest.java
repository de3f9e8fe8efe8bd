package dev.bookplate.catalogue.rows;

import dev.bookplate.catalogue.rows.FileFacts.Digest;

/**
 * The MD5 that a library reports of a file, which need not be that of the file: Z-Library's records
 * have it beside the one that others measured. It stands among the notes of a row, so that nothing
 * is found by it where a measured one is there.
 */
public final class ReportedDigest {
  private static final String OTHER = "md5-reported";
  private static final String SAME = "the same";
  private static final String ITSELF = "md5";
  private static final String ITSELF_IS = "as reported";

  private ReportedDigest() {}

  /**
   * Notes what is reported, behind what was measured. Where nothing was measured, the reported one
   * stands in its place, and the note says so.
   *
   * @param reported any text, or null
   */
  static void add(RowBuilder book, String reported) {
    String measured = book.file.digest(Digest.MD5);
    String hex = reported == null ? null : Numbers.digest(Digest.MD5, reported).orElse(null);
    if (hex == null) {
      return;
    } else if (measured == null) {
      book.file.digest(Digest.MD5, hex);
      book.note(ITSELF, ITSELF_IS);
    } else {
      book.note(OTHER, measured.equals(hex) ? SAME : hex);
    }
  }

  /** What a row's library reports, 32 hex digits in lower case, or null. */
  public static String md5(BookRow row) {
    String own = row.file().digests().get(Digest.MD5);
    String reported = null;
    for (String note : row.standing().notes()) {
      if (note.equals(ITSELF + ": " + ITSELF_IS) || note.equals(OTHER + ": " + SAME)) {
        reported = own;
      } else if (note.startsWith(OTHER + ": ")) {
        reported = Numbers.digest(Digest.MD5, note.substring(OTHER.length() + 2)).orElse(reported);
      }
    }
    return reported;
  }
}
