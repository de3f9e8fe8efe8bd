package dev.bookplate.report.page;

import java.io.IOException;

/**
 * What stands on every page.
 *
 * @param head at its top
 * @param designation at its lower left, or null
 * @param numbers gives what stands at its lower right
 */
public record Stamp(String head, String designation, Numbers numbers) {
  /** Numbers pages. */
  @FunctionalInterface
  public interface Numbers {
    /**
     * The number of a page.
     *
     * @param page from 0
     */
    String of(long page) throws IOException;
  }
}
