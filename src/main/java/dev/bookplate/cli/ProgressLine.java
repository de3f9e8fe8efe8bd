package dev.bookplate.cli;

import dev.bookplate.audit.Progress;
import dev.bookplate.report.ColumnWidth;
import dev.bookplate.report.Figures;
import dev.bookplate.report.VisibleText;
import java.util.Locale;

/**
 * How a phase of work stands.
 *
 * @param what is done
 * @param counted what it goes through
 * @param total bytes in all, or 0 where that is not known
 * @param bytes that are done
 * @param items that were gone through
 * @param findings in them
 * @param seconds since the phase began
 */
record ProgressLine(
    String what,
    Progress.Counted counted,
    long total,
    long bytes,
    long items,
    long findings,
    double seconds) {
  private static final double BEFORE_A_SPEED_MEANS_ANYTHING = 1;

  /** The whole line. */
  String text() {
    StringBuilder line = new StringBuilder(VisibleText.oneLine(what));
    if (total > 0) {
      line.append(' ').append(Figures.bytes(bytes)).append(" of ").append(Figures.bytes(total));
      line.append(" (").append(100 * Math.min(bytes, total) / total).append("%)");
    } else if (bytes > 0) {
      line.append(' ').append(Figures.bytes(bytes));
    }
    if (bytes > 0 && seconds >= BEFORE_A_SPEED_MEANS_ANYTHING) {
      line.append(String.format(Locale.ROOT, ", %.1f MB/s", bytes / seconds / 1e6));
    }
    if (items > 0) {
      line.append(", ").append(gone());
    }
    if (items > 0 && counted == Progress.Counted.SEARCHED) {
      line.append(", ").append(Figures.count(findings, "finding", "findings"));
    }
    return line.append(left()).toString();
  }

  private String gone() {
    return switch (counted) {
      case SEARCHED, DOCUMENTS -> Figures.count(items, "document", "documents");
      case BOOKS -> Figures.count(items, "book", "books");
      case ROWS -> Figures.count(items, "row", "rows");
      case WORKS -> Figures.count(items, "work", "works");
      case PASSAGES -> Figures.count(items, "passage", "passages");
    };
  }

  /** As much of the line as fits. */
  String within(int columns) {
    String text = text();
    while (ColumnWidth.of(text) > columns) {
      text = text.substring(0, text.offsetByCodePoints(text.length(), -1));
    }
    return text;
  }

  /** At the speed so far. */
  private String left() {
    if (total == 0 || bytes == 0 || seconds < BEFORE_A_SPEED_MEANS_ANYTHING) {
      return "";
    }
    long left = Math.round(seconds * Math.max(0, total - bytes) / bytes);
    return ", " + duration(left) + " left";
  }

  /** 45 s, 3 min 20 s, 2 h 5 min. */
  static String duration(long seconds) {
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? seconds / 60 + " min " + seconds % 60 + " s"
        : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }
}
