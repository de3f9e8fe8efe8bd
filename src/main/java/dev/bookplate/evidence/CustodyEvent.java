package dev.bookplate.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What may be done to a run. */
public enum CustodyEvent {
  /** A scan, or a merge of its parts, wrote it. Always the first. */
  @JsonProperty("created")
  CREATED,
  /** It was checked; the detail says how far and what came of it. */
  @JsonProperty("verified")
  VERIFIED,
  /** It was made again from its inputs and compared. */
  @JsonProperty("rerun")
  RERUN,
  /** Reports were made of it. */
  @JsonProperty("reported")
  REPORTED,
  /** Load files or exhibits were made of it. */
  @JsonProperty("exported")
  EXPORTED,
  /** An export of it left text out. */
  @JsonProperty("redacted")
  REDACTED,
  /** It was put into one file. */
  @JsonProperty("bundled")
  BUNDLED,
  /** Somebody vouched for all that stands before, and for the run as it was created. */
  @JsonProperty("signed")
  SIGNED;

  /** The name in files. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
