package dev.bookplate.report.exhibit;

import java.util.List;

/**
 * What {@code exhibits.json} says of exhibits. Nothing of it depends on the time or the machine.
 *
 * @param format {@link #FORMAT}
 * @param runManifestSha256 of the run
 * @param designation or null
 * @param redaction words of each side of a passage that remain, {@code all}, or null
 * @param firstNumber of the pages
 * @param lastNumber of the pages
 * @param pages in all files
 * @param documents training documents with sheets
 * @param sheets one for each finding
 * @param files the exhibits and their index
 */
public record ExhibitLog(
    String format,
    String runManifestSha256,
    String designation,
    String redaction,
    String firstNumber,
    String lastNumber,
    long pages,
    long documents,
    long sheets,
    List<LoggedFile> files) {
  /** Name and version of the form. */
  public static final String FORMAT = "bookplate-exhibits/1";

  /** Its file in the folder. */
  public static final String FILE = "exhibits.json";

  /** A row for each sheet: {@link SheetRow}. */
  public static final String INDEX = "exhibit-index.csv";

  /**
   * A file.
   *
   * @param path in the folder
   * @param firstNumber of its pages, or null
   * @param lastNumber of its pages, or null
   * @param size in bytes
   * @param sha256 of its bytes
   * @param md5 of its bytes
   */
  public record LoggedFile(
      String path, String firstNumber, String lastNumber, long size, String sha256, String md5) {}
}
