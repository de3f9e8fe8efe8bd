package dev.bookplate.cli;

import dev.bookplate.evidence.QuotePolicy;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code none}, or the words of a passage's quotation; a work may have ten times as many. */
final class Quotes implements ITypeConverter<QuotePolicy> {
  private static final int PASSAGES_A_WORK =
      QuotePolicy.DEFAULT.perWorkWords() / QuotePolicy.DEFAULT.perPassageWords();

  @Override
  public QuotePolicy convert(String typed) {
    if (typed.equals("none")) {
      return QuotePolicy.NONE;
    }
    if (!typed.matches("[0-9]{1,7}")) {
      throw new TypeConversionException(
          "'" + typed + "' is no cap on quotes; give a number of words, or none");
    }
    int words = Integer.parseInt(typed);
    return new QuotePolicy(words, words * PASSAGES_A_WORK);
  }
}
