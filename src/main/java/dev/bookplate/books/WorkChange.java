package dev.bookplate.books;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What became of a work between two states of a catalogue.
 *
 * @param change what, in a word
 * @param id of the work
 * @param title of it, the newer one
 * @param otherId of a work that is in one state alone: the work of the other that has its records,
 *     or null; of one that is in both under two ids: the older one; else null
 * @param fields what is said of it otherwise
 * @param editions that it has in one state alone
 * @param hashes likewise
 * @param identifiers likewise
 */
public record WorkChange(
    Change change,
    String id,
    String title,
    String otherId,
    List<FieldChange> fields,
    Difference editions,
    Difference hashes,
    Difference identifiers) {
  /** What became of it. */
  public enum Change {
    /** Only the newer state has it. */
    ADDED,
    /** Only the older state has it. */
    REMOVED,
    /** Both have it. */
    CHANGED
  }

  /** A field that is another; null where it says nothing. */
  public record FieldChange(String field, String before, String after) {}

  /** Names that only one state has. */
  public record Difference(List<String> added, List<String> removed) {
    private static Difference of(Set<String> before, Set<String> after) {
      return new Difference(without(after, before), without(before, after));
    }

    private static List<String> without(Set<String> all, Set<String> those) {
      Set<String> left = new TreeSet<>(all);
      left.removeAll(those);
      return List.copyOf(left);
    }

    @JsonIgnore
    boolean isNone() {
      return added.isEmpty() && removed.isEmpty();
    }
  }

  private static final WorkNames NOTHING = new WorkNames(Map.of(), Set.of(), Set.of(), Set.of());

  /** A work that only the newer state has. */
  public static WorkChange added(CataloguedWork work, String otherId) {
    return of(Change.ADDED, work, otherId, NOTHING, WorkNames.of(work));
  }

  /** A work that only the older state has. */
  public static WorkChange removed(CataloguedWork work, String otherId) {
    return of(Change.REMOVED, work, otherId, WorkNames.of(work), NOTHING);
  }

  /** A work of both states, of one id or of two; null where they say the same. */
  public static WorkChange changed(CataloguedWork before, CataloguedWork after) {
    WorkChange change = of(Change.CHANGED, after, null, WorkNames.of(before), WorkNames.of(after));
    boolean isSame =
        change.fields.isEmpty()
            && change.editions.isNone()
            && change.hashes.isNone()
            && change.identifiers.isNone();
    return isSame ? null : change;
  }

  private static WorkChange of(
      Change change, CataloguedWork work, String otherId, WorkNames before, WorkNames after) {
    List<FieldChange> fields = new ArrayList<>();
    if (change == Change.CHANGED) {
      after
          .fields()
          .forEach(
              (name, value) -> {
                if (!Objects.equals(before.fields().get(name), value)) {
                  fields.add(new FieldChange(name, before.fields().get(name), value));
                }
              });
    }
    return new WorkChange(
        change,
        work.work().id(),
        work.work().title(),
        otherId,
        fields,
        Difference.of(before.editions(), after.editions()),
        Difference.of(before.hashes(), after.hashes()),
        Difference.of(before.identifiers(), after.identifiers()));
  }
}
