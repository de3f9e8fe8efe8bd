package dev.bookplate.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;

/**
 * Whether a work is in copyright, by which rule, as of when. What no rule decides is unknown.
 *
 * @param status in copyright, public domain or unknown
 * @param jurisdiction ISO 3166 code of the country whose law is meant, or null
 * @param rule name of the rule or source that decided, or null
 * @param asOf ISO date, or null
 */
public record Rights(Status status, String jurisdiction, String rule, String asOf)
    implements Serializable {
  /** Nobody said. */
  public static final Rights UNKNOWN = new Rights(Status.UNKNOWN, null, null, null);

  /** The three answers. */
  public enum Status {
    /** In copyright. */
    IN_COPYRIGHT("in-copyright"),
    /** In the public domain. */
    PUBLIC_DOMAIN("public-domain"),
    /** Not decided. */
    UNKNOWN("unknown");

    private final String label;

    Status(String label) {
      this.label = label;
    }

    /** The name in files. */
    @JsonValue
    public String label() {
      return label;
    }
  }
}
