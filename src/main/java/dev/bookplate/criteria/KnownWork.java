package dev.bookplate.criteria;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a work beside what a run tells.
 *
 * @param published first, or null
 * @param registrations of it
 * @param saidUnregistered whether somebody looked, and says that there is none
 * @param saidUnnumbered whether somebody says that it has neither ISBN nor ASIN
 * @param said other facts, by the name of their column in a file of facts
 */
public record KnownWork(
    DateRange published,
    List<Registration> registrations,
    boolean saidUnregistered,
    boolean saidUnnumbered,
    Map<String, String> said) {
  /** Of which nothing is. */
  public static final KnownWork NONE = new KnownWork(null, List.of(), false, false, Map.of());

  /** The same, with what another knows where this does not; what this says stands. */
  public KnownWork or(KnownWork other) {
    Map<String, String> all = new LinkedHashMap<>(other.said);
    all.putAll(said);
    boolean tells = !registrations.isEmpty() || saidUnregistered;
    return new KnownWork(
        published == null ? other.published : published,
        tells ? registrations : other.registrations,
        tells ? saidUnregistered : other.saidUnregistered,
        saidUnnumbered || other.saidUnnumbered,
        all);
  }

  /** A fact, or null. */
  public String fact(String column) {
    return said.get(column);
  }
}
