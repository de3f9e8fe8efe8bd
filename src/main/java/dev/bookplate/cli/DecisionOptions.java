package dev.bookplate.cli;

import dev.bookplate.books.BookBuilder;
import java.time.LocalDate;
import java.time.ZoneOffset;
import picocli.CommandLine.Option;

/** Why something is decided by hand, and by whom. */
final class DecisionOptions {
  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why; it stays in the catalogue, and merges --by-hand lists it.")
  private String reason;

  @Option(
      names = "--operator",
      paramLabel = "NAME",
      description = "Who decides, as you state it. Default: nobody is named.")
  private String operator;

  /** What was typed, today. */
  BookBuilder.Reason reason() {
    if (reason.isBlank()) {
      throw new UsageException("--reason is empty; say why.");
    }
    return new BookBuilder.Reason(reason, operator, LocalDate.now(ZoneOffset.UTC).toString());
  }
}
