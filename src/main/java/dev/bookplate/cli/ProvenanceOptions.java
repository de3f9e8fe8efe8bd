package dev.bookplate.cli;

import dev.bookplate.audit.Provenance;
import dev.bookplate.audit.ReceivedHashes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is said of how the corpora came here, as typed. */
final class ProvenanceOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--supplied-by",
      paramLabel = "NAME",
      description = "Who supplied the corpora, for the record.")
  private String suppliedBy;

  @Option(
      names = "--received",
      paramLabel = "DATE",
      description = "When they were received: a date, or a time with its offset, by ISO 8601.")
  private String received;

  @Option(
      names = "--media",
      paramLabel = "ID",
      description = "What they came on, such as the number of a disk.")
  private String media;

  @Option(
      names = "--received-hashes",
      paramLabel = "FILE",
      description =
          "The list of digests that came with them: lines of md5sum, sha1sum or sha256sum, or CSV"
              + " with columns path and md5, sha1 or sha256. Missing, extra and differing files are"
              + " named in the manifest and the report.")
  private Path hashes;

  void check() {
    if (received != null && !isDate(received)) {
      throw new ParameterException(
          command.commandLine(),
          "--received " + received + " is no date; give one such as 2026-03-31");
    }
    if (hashes != null) {
      InputPaths.requireAll("list of digests", List.of(hashes));
    }
  }

  private static boolean isDate(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeException noDate) {
      try {
        OffsetDateTime.parse(text);
        return true;
      } catch (DateTimeException noTime) {
        return false;
      }
    }
  }

  Provenance with(String operator) throws IOException {
    return new Provenance(
        operator, suppliedBy, received, media, hashes == null ? null : ReceivedHashes.read(hashes));
  }
}
