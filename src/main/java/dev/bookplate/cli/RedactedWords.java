package dev.bookplate.cli;

import dev.bookplate.report.Redaction;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How much of a quotation remains: a number of words, or {@code all} that is redacted. */
final class RedactedWords implements ITypeConverter<Redaction> {
  @Override
  public Redaction convert(String typed) {
    if (typed.equals("all")) {
      return Redaction.ALL;
    }
    try {
      return new Redaction(Integer.parseInt(typed));
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("\"" + typed + "\" is not a number of words, or all");
    }
  }
}
