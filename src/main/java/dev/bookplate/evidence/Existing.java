package dev.bookplate.evidence;

/**
 * What may be done with what the folder of a scan holds already.
 *
 * @param overwrite whether a run, a part or an unfinished scan may be replaced
 * @param resume whether to go on with an unfinished scan, where there is one
 */
public record Existing(boolean overwrite, boolean resume) {
  /** Nothing: there must be nothing. */
  public static final Existing NOTHING = new Existing(false, false);

  /** It may be replaced. */
  public static final Existing REPLACED = new Existing(true, false);

  /** Whether an unfinished scan may be thrown away. */
  boolean anew() {
    return overwrite && !resume;
  }
}
