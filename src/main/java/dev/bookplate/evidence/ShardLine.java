package dev.bookplate.evidence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One line of a shard: exactly one component is not null. First the header, then findings,
 * conditions, completions, candidates and unread records as they came, then markers, where any
 * document was looked at for them, the counts, and last the SHA-256 of every byte before it.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShardLine(
    Header header,
    FindingLine finding,
    UnreadLine unread,
    ConditionLine condition,
    OutputLine output,
    CandidateLine candidate,
    MarkersLine markers,
    ShardCounts counts,
    String sha256) {
  static final String FORMAT = "bookplate-shard/1";

  /** Which shard of which plan it is. */
  record Header(String format, int ordinal, String plan) {}

  /** Whether it is the last. */
  @JsonIgnore
  boolean isEnd() {
    return sha256 != null;
  }

  static ShardLine header(int ordinal, String plan) {
    return new ShardLine(
        new Header(FORMAT, ordinal, plan), null, null, null, null, null, null, null, null);
  }

  static ShardLine of(FindingLine finding) {
    return new ShardLine(null, finding, null, null, null, null, null, null, null);
  }

  static ShardLine of(UnreadLine unread) {
    return new ShardLine(null, null, unread, null, null, null, null, null, null);
  }

  static ShardLine of(ConditionLine condition) {
    return new ShardLine(null, null, null, condition, null, null, null, null, null);
  }

  static ShardLine of(OutputLine output) {
    return new ShardLine(null, null, null, null, output, null, null, null, null);
  }

  static ShardLine of(CandidateLine candidate) {
    return new ShardLine(null, null, null, null, null, candidate, null, null, null);
  }

  static ShardLine of(MarkersLine markers) {
    return new ShardLine(null, null, null, null, null, null, markers, null, null);
  }

  static ShardLine of(ShardCounts counts) {
    return new ShardLine(null, null, null, null, null, null, null, counts, null);
  }

  static ShardLine end(String sha256) {
    return new ShardLine(null, null, null, null, null, null, null, null, sha256);
  }
}
