package dev.bookplate.corpus;

import dev.bookplate.extract.ParseLimits;
import java.io.Serializable;
import java.time.Duration;

/**
 * What archives and books may ask of a scan.
 *
 * @param maxMemberBytes largest member that has to be held in memory to be read; lines are not
 * @param maxDepth archives in archives that are opened, the outermost counted
 * @param parseSeconds after which a parser is stopped
 * @param parseMemoryBytes heap of the process that it runs in
 * @param ocr whether pictures of pages are read by OCR
 */
public record Limits(
    long maxMemberBytes, int maxDepth, int parseSeconds, long parseMemoryBytes, boolean ocr)
    implements Serializable {
  /** What is done unless the user says otherwise. */
  public static final Limits DEFAULT = new Limits(512L << 20, 4, 60, 512L << 20);

  /** Without OCR. */
  public Limits(long maxMemberBytes, int maxDepth, int parseSeconds, long parseMemoryBytes) {
    this(maxMemberBytes, maxDepth, parseSeconds, parseMemoryBytes, false);
  }

  /** Those of parsers. */
  ParseLimits ofParsers() {
    return new ParseLimits(Duration.ofSeconds(parseSeconds), parseMemoryBytes, ocr);
  }
}
