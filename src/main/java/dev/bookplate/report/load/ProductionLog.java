package dev.bookplate.report.load;

import java.util.List;

/**
 * What {@code production.json} says of a production. Nothing of it depends on the time or the
 * machine.
 *
 * @param format {@link #FORMAT}
 * @param runManifestSha256 of the run that was exported
 * @param loadFormat label of the load files' format
 * @param profile label of the columns' names
 * @param encoding label of the load files' encoding
 * @param designation or null
 * @param redaction words of each side of a passage that remain, {@code all}, or null
 * @param firstNumber of the production
 * @param lastNumber of the production
 * @param documents training documents
 * @param sheets match-evidence sheets
 * @param natives files that were copied
 * @param volumes in order
 * @param escaped values that a reader has to unescape, so that none reads them wrong unnoticed
 */
public record ProductionLog(
    String format,
    String runManifestSha256,
    String loadFormat,
    String profile,
    String encoding,
    String designation,
    String redaction,
    String firstNumber,
    String lastNumber,
    long documents,
    long sheets,
    long natives,
    List<Volume> volumes,
    List<Escaped> escaped) {
  /** Name and version of the form. */
  public static final String FORMAT = "bookplate-production/1";

  /** Its file in the production's folder. */
  public static final String FILE = "production.json";

  /** A row for each file of the production but itself and {@link #FILE}: {@link LoggedFile}. */
  public static final String FILES = "production-log.csv";

  /**
   * A volume.
   *
   * @param name of its folder
   * @param firstNumber in it
   * @param lastNumber in it
   * @param loadFile relative to the production, with {@code /}
   * @param rows of its load file
   * @param bytes of its texts and natives
   */
  public record Volume(
      String name, String firstNumber, String lastNumber, String loadFile, long rows, long bytes) {}

  /**
   * A value that holds what a delimiter is, and stands escaped.
   *
   * @param number of the document
   * @param field its column
   */
  public record Escaped(String number, String field) {}

  /**
   * A file of the production.
   *
   * @param volume that it is in
   * @param path relative to the production, with {@code /}
   * @param number of its document, or null for a load file
   * @param size in bytes
   * @param sha256 of its bytes
   * @param md5 of its bytes
   */
  public record LoggedFile(
      String volume, String path, String number, long size, String sha256, String md5) {}
}
