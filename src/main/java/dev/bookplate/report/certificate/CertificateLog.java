package dev.bookplate.report.certificate;

import java.util.List;

/**
 * What {@code certificate.json} says of a pack. Nothing of it depends on the time or the machine.
 *
 * @param format {@link #FORMAT}
 * @param runManifestSha256 of the run
 * @param designation or null
 * @param copies why there is no draft under 902(14), or null where there is one
 * @param files the drafts
 */
public record CertificateLog(
    String format,
    String runManifestSha256,
    String designation,
    String copies,
    List<LoggedFile> files) {
  /** Name and version of the form. */
  public static final String FORMAT = "bookplate-certificate/1";

  /** Its file in the folder. */
  public static final String FILE = "certificate.json";

  /**
   * A file.
   *
   * @param path in the folder
   * @param size in bytes
   * @param sha256 of its bytes
   */
  public record LoggedFile(String path, long size, String sha256) {}
}
