package dev.bookplate.cli;

import dev.bookplate.evidence.Manifest;
import java.math.BigDecimal;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How many records with text, perhaps, may stay unread.
 *
 * @param number of records, or their share in per cent
 * @param isShare which of the two
 */
record Tolerance(BigDecimal number, boolean isShare) {
  /** Not one. */
  static final Tolerance NONE = new Tolerance(BigDecimal.ZERO, false);

  /** Whether a run left no more than that unread. */
  boolean covers(Manifest.Counts counts) {
    return covers(counts.mayHoldText(), counts.seen());
  }

  /** The same of any records. */
  boolean covers(long unread, long seen) {
    BigDecimal most = isShare ? number.multiply(BigDecimal.valueOf(seen)).movePointLeft(2) : number;
    return BigDecimal.valueOf(unread).compareTo(most) <= 0;
  }

  /** Reads {@code 12} and {@code 0.5%}. */
  static final class Converter implements ITypeConverter<Tolerance> {
    @Override
    public Tolerance convert(String typed) {
      if (typed.matches("[0-9]{1,18}")) {
        return new Tolerance(new BigDecimal(typed), false);
      }
      if (typed.matches("[0-9]{1,3}(\\.[0-9]{1,9})?%")) {
        return new Tolerance(new BigDecimal(typed.substring(0, typed.length() - 1)), true);
      }
      throw new TypeConversionException(
          "'" + typed + "' is neither a number of records nor a share such as 0.5%");
    }
  }
}
