package dev.bookplate.extract;

import java.time.Duration;

/**
 * What a parser of another's making may take for one file.
 *
 * @param time after which it is stopped
 * @param memoryBytes heap of the process that it runs in
 * @param ocr whether pictures of pages are read by OCR, which writes temporary files
 */
public record ParseLimits(Duration time, long memoryBytes, boolean ocr) {
  /** What is done unless the user says otherwise. */
  public static final ParseLimits DEFAULT = new ParseLimits(Duration.ofSeconds(60), 512L << 20);

  /** Without OCR. */
  public ParseLimits(Duration time, long memoryBytes) {
    this(time, memoryBytes, false);
  }
}
