package dev.bookplate.evidence;

import java.util.List;

/**
 * What a shard's file says of markers.
 *
 * @param looked documents that were looked at for them
 * @param rules those that found something, by id
 */
public record MarkersLine(long looked, List<MarkerLine> rules) {
  /** The same without text of the corpus. */
  MarkersLine unquoted() {
    return new MarkersLine(looked, rules.stream().map(MarkerLine::unquoted).toList());
  }
}
