package dev.bookplate.report;

import java.math.BigDecimal;
import java.util.Locale;

/** Numbers as people read them, the same in every place and locale. */
public final class Figures {
  private Figures() {}

  /** 12,345. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** "1 word", "2,000 words". */
  public static String count(long number, String one, String many) {
    return count(number) + " " + (number == 1 ? one : many);
  }

  /** A share as per cent, with the digits that the run has and no more: 0.0187 is 1.87%. */
  public static String percent(double share) {
    BigDecimal percent = BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros();
    return percent.toPlainString() + "%";
  }

  /** Bytes in the unit that keeps the figure short: 950 bytes, 1.2 MB, 34 GB. */
  public static String bytes(long bytes) {
    if (bytes < 1000) {
      return count(bytes, "byte", "bytes");
    }
    String[] units = {"kB", "MB", "GB", "TB", "PB", "EB"};
    double value = bytes / 1000.0;
    int unit = 0;
    for (; value >= 999.95 && unit < units.length - 1; unit++) {
      value /= 1000;
    }
    return String.format(Locale.ROOT, value < 10 ? "%.1f " : "%.0f ", value) + units[unit];
  }
}
