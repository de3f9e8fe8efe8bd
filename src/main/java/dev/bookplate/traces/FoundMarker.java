package dev.bookplate.traces;

import dev.bookplate.origin.Span;
import java.io.Serializable;

/**
 * A mark that a rule knows. It supports other evidence and proves nothing alone: marks are copied,
 * and left by honest programs, too.
 *
 * @param rule that found it
 * @param place where it was found
 * @param span of what the pattern matched, in code points: of the text, or of the path, value or
 *     name
 * @param quote what the pattern matched, at most {@value MarkerScanner#QUOTE} code points
 */
public record FoundMarker(MarkerRule rule, Place place, Span span, String quote)
    implements Serializable {}
