package dev.bookplate.audit;

import dev.bookplate.corpus.Shard;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Neighbouring shards that one worker searches one after the other, into one file. What is found
 * does not depend on how shards are grouped, so those that are left of a scan may be grouped
 * otherwise.
 *
 * @param tasks by ordinal, without a gap; at least one
 */
record SearchGroup(List<SearchTask> tasks) implements Serializable {
  /** Larger files are alone: they may take long. */
  private static final long SMALL_BYTES = 1 << 20;

  private static final long MOST_BYTES = 4 << 20;
  private static final int MOST_SHARDS = 256;

  /** So that few files are shared out as well. */
  private static final int LEAST_GROUPS = 256;

  /** What a shard costs beside its bytes. */
  private static final long EACH = 4096;

  SearchGroup {
    tasks = List.copyOf(tasks);
  }

  /**
   * Groups shards: small whole files together, any other alone.
   *
   * @param tasks by ordinal
   * @return the largest first
   */
  static List<SearchGroup> of(List<SearchTask> tasks) {
    int most = Math.clamp(tasks.size() / LEAST_GROUPS, 1, MOST_SHARDS);
    List<SearchGroup> groups = new ArrayList<>();
    List<SearchTask> group = new ArrayList<>();
    long bytes = 0;
    for (SearchTask task : tasks) {
      bytes += task.shard().weight();
      boolean fits = group.size() < most && bytes <= MOST_BYTES && isSmall(task.shard());
      if (!group.isEmpty() && !(fits && follows(group.getLast().shard(), task.shard()))) {
        groups.add(new SearchGroup(group));
        group.clear();
        bytes = task.shard().weight();
      }
      group.add(task);
    }
    if (!group.isEmpty()) {
      groups.add(new SearchGroup(group));
    }
    groups.sort(Comparator.comparingLong(SearchGroup::cost).reversed());
    return groups;
  }

  private static boolean follows(Shard before, Shard shard) {
    return isSmall(before) && before.ordinal() + 1 == shard.ordinal();
  }

  private static boolean isSmall(Shard shard) {
    return shard.range().unit() == Shard.Unit.FILE && shard.weight() <= SMALL_BYTES;
  }

  private long cost() {
    return bytes() + EACH * tasks.size();
  }

  /** Of the corpus, that the group stands for. */
  long bytes() {
    return tasks.stream().mapToLong(task -> task.shard().weight()).sum();
  }

  /** Ordinal of the first shard. */
  int first() {
    return tasks.getFirst().shard().ordinal();
  }
}
