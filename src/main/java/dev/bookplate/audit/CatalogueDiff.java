package dev.bookplate.audit;

import dev.bookplate.books.BookRecord;
import dev.bookplate.books.BookStore;
import dev.bookplate.books.CataloguedWork;
import dev.bookplate.books.WorkChange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Holds a later state of a catalogue against an earlier one, work by work in the order of their
 * ids; of each one work at a time is held.
 */
public final class CatalogueDiff {
  private final CatalogueWorks before;
  private final CatalogueWorks after;
  private final Counts counts = new Counts();

  /** What is told of each work that is not the same. */
  @FunctionalInterface
  public interface Visitor {
    /** One change. */
    void change(WorkChange change) throws IOException;
  }

  /** How much changed. A thing that went from one work to another is added there, removed here. */
  public static final class Counts {
    private long worksAdded;
    private long worksRemoved;
    private long worksChanged;
    private long worksSame;
    private final long[] added = new long[3];
    private final long[] removed = new long[3];

    private void add(WorkChange change) {
      if (change == null) {
        worksSame++;
        return;
      }
      switch (change.change()) {
        case ADDED -> worksAdded++;
        case REMOVED -> worksRemoved++;
        case CHANGED -> worksChanged++;
      }
      List<WorkChange.Difference> each =
          List.of(change.editions(), change.hashes(), change.identifiers());
      for (int i = 0; i < each.size(); i++) {
        added[i] += each.get(i).added().size();
        removed[i] += each.get(i).removed().size();
      }
    }

    /** As it is told. */
    public Told told() {
      return new Told(
          new Works(worksAdded, worksRemoved, worksChanged, worksSame),
          new Things(added[0], removed[0]),
          new Things(added[1], removed[1]),
          new Things(added[2], removed[2]));
    }
  }

  /** Works that only one state has, or both, with the same said of them or not. */
  public record Works(long added, long removed, long changed, long same) {
    /** Whether nothing is another. */
    public boolean isSame() {
      return added == 0 && removed == 0 && changed == 0;
    }
  }

  /** Things of works that only one state has there. */
  public record Things(long added, long removed) {}

  /** All counts. */
  public record Told(Works works, Things editions, Things hashes, Things identifiers) {}

  /** Of two open catalogues. */
  public CatalogueDiff(CatalogueWorks before, CatalogueWorks after) {
    this.before = before;
    this.after = after;
  }

  /** Tells of every work that is not the same in both, and counts. */
  public Told compare(Visitor visitor) throws IOException {
    int old = 0;
    int young = 0;
    while (old < before.size() || young < after.size()) {
      int order = order(old, young);
      WorkChange change;
      if (order < 0) {
        change = removed(before.work(old++).orElseThrow());
      } else if (order > 0) {
        change = added(after.work(young++).orElseThrow());
      } else {
        change =
            WorkChange.changed(before.work(old++).orElseThrow(), after.work(young++).orElseThrow());
      }
      counts.add(change);
      if (change != null) {
        visitor.change(change);
      }
    }
    return counts.told();
  }

  private int order(int old, int young) {
    if (old == before.size()) {
      return 1;
    }
    return young == after.size() ? -1 : before.id(old).compareTo(after.id(young));
  }

  private WorkChange removed(CataloguedWork work) throws IOException {
    return WorkChange.removed(work, otherId(work, after));
  }

  private WorkChange added(CataloguedWork work) throws IOException {
    return WorkChange.added(work, otherId(work, before));
  }

  private static String otherId(CataloguedWork work, CatalogueWorks other) throws IOException {
    Optional<BookStore> records = other.records();
    if (records.isEmpty()) {
      return null;
    }
    List<BookRecord> same = records.get().byKey(work.members().getFirst().row().key());
    return same.isEmpty() ? null : same.getFirst().workId();
  }
}
