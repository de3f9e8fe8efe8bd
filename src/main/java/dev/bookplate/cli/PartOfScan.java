package dev.bookplate.cli;

import dev.bookplate.evidence.Part;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 3/7}. */
final class PartOfScan implements ITypeConverter<Part> {
  @Override
  public Part convert(String typed) {
    if (typed.matches("[0-9]{1,6}/[0-9]{1,6}")) {
      int slash = typed.indexOf('/');
      int number = Integer.parseInt(typed.substring(0, slash));
      int of = Integer.parseInt(typed.substring(slash + 1));
      if (number >= 1 && number <= of) {
        return new Part(number, of);
      }
    }
    throw new TypeConversionException("'" + typed + "' is no part; give 1/7 to 7/7 of seven");
  }
}
