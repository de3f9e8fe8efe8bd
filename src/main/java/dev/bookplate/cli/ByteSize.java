package dev.bookplate.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Sizes such as 500K, 64M and 1G, in powers of 1,024, as far as one array can be. */
final class ByteSize implements ITypeConverter<Integer> {
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,10})([KMG]?)B?");
  private static final int LARGEST = Integer.MAX_VALUE - 16;

  @Override
  public Integer convert(String typed) {
    Matcher size = SIZE.matcher(typed.toUpperCase(Locale.ROOT));
    long bytes = size.matches() ? Long.parseLong(size.group(1)) << shift(size.group(2)) : 0;
    if (bytes < 1) {
      throw new TypeConversionException(
          "'" + typed + "' is no size; give bytes, as 500K, 64M or 1G");
    }
    if (bytes > LARGEST + 16L + 1) {
      throw new TypeConversionException("'" + typed + "' is too large; 2G is the most");
    }
    return (int) Math.min(bytes, LARGEST);
  }

  private static int shift(String unit) {
    return switch (unit) {
      case "K" -> 10;
      case "M" -> 20;
      case "G" -> 30;
      default -> 0;
    };
  }
}
