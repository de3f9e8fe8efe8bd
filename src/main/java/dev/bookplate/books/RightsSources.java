package dev.bookplate.books;

import java.util.Optional;
import java.util.stream.Stream;

/** Where the rules of copyright come from, for whoever is told that one decided. */
public final class RightsSources {
  private RightsSources() {}

  /** What a rule rests on, with its limits; empty for a name that no shipped rule has. */
  public static Optional<String> of(String rule) {
    RightsRules rules = RightsRules.shipped();
    if (rules.hathi().name().equals(rule)) {
      return Optional.of(rules.hathi().cite());
    }
    return Stream.of(rules.published(), rules.renewed(), rules.notRenewed(), rules.life())
        .filter(each -> each.name().equals(rule))
        .map(RightsRules.TermRule::cite)
        .findFirst();
  }
}
