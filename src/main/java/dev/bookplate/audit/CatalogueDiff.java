package dev.bookplate.audit;

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
  public record Works(long added, long removed, long changed, long same) {}

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
      if (order < 0) {
        tell(ofOld(before.work(old++).orElseThrow()), visitor);
      } else if (order > 0) {
        CataloguedWork work = after.work(young++).orElseThrow();
        // one that had another id was told where that stood
        if (same(work, after, before) == null) {
          tell(WorkChange.added(work, otherId(work, before)), visitor);
        }
      } else {
        CataloguedWork work = before.work(old++).orElseThrow();
        tell(WorkChange.changed(work, after.work(young++).orElseThrow()), visitor);
      }
    }
    return counts.told();
  }

  private void tell(WorkChange change, Visitor visitor) throws IOException {
    counts.add(change);
    if (change != null) {
      visitor.change(change);
    }
  }

  private WorkChange ofOld(CataloguedWork work) throws IOException {
    CataloguedWork now = same(work, before, after);
    return now == null
        ? WorkChange.removed(work, otherId(work, after))
        : WorkChange.changed(work, now);
  }

  /** The work of the other state that is this one under another id, and has no other there. */
  private static CataloguedWork same(CataloguedWork work, CatalogueWorks its, CatalogueWorks other)
      throws IOException {
    String id = otherId(work, other);
    if (id == null || its.work(id).isPresent()) {
      return null;
    }
    CataloguedWork found = other.work(id).orElseThrow();
    return work.work().id().equals(otherId(found, its)) ? found : null;
  }

  private int order(int old, int young) {
    if (old == before.size()) {
      return 1;
    }
    return young == after.size() ? -1 : before.id(old).compareTo(after.id(young));
  }

  private static String otherId(CataloguedWork work, CatalogueWorks other) throws IOException {
    Optional<BookStore> records = other.records();
    return records.isEmpty() ? null : records.get().counterpart(work).orElse(null);
  }
}
