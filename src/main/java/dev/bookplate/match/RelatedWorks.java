package dev.bookplate.match;

import dev.bookplate.catalogue.Work;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which works are related: they share over a fifth of their text in some edition of each, or have
 * one id, or one title and author. To find one of them in the other is no error, and none explains
 * the other away. Not transitive: two novels in one omnibus have nothing to do with each other.
 */
final class RelatedWorks {
  private record Key(String catalogue, String work) {}

  private final Map<Key, Set<Key>> related = new HashMap<>();

  /** Takes in two related editions, each of its catalogue. */
  void add(Relation relation, String catalogueOfLarger, String catalogueOfSmaller) {
    Key larger = new Key(catalogueOfLarger, relation.larger().work());
    Key smaller = new Key(catalogueOfSmaller, relation.smaller().work());
    related.computeIfAbsent(larger, k -> new HashSet<>()).add(smaller);
    related.computeIfAbsent(smaller, k -> new HashSet<>()).add(larger);
  }

  /** Whether two works are related. */
  boolean related(Finding.Reference one, Finding.Reference other) {
    return one.work().id().equals(other.work().id())
        || related
            .getOrDefault(new Key(one.catalogue(), one.work().id()), Set.of())
            .contains(new Key(other.catalogue(), other.work().id()))
        || sameName(one.work(), other.work());
  }

  private static boolean sameName(Work one, Work other) {
    return title(one).equals(title(other))
        && Authors.of(one.authors()).shareOne(Authors.of(other.authors()));
  }

  private static String title(Work work) {
    return work.title().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
