package dev.bookplate.report.page;

import dev.bookplate.report.VisibleText;
import java.util.List;

/**
 * Text of one look.
 *
 * @param text in one line; whatever would hide or reorder something stands in it by number
 * @param look of all of it
 */
public record Words(String text, Look look) {
  /** Takes text from anywhere. */
  public Words {
    text = VisibleText.oneLine(text);
  }

  /** Plain text as a paragraph. */
  public static List<Words> plain(String text) {
    return List.of(new Words(text, Look.PLAIN));
  }
}
