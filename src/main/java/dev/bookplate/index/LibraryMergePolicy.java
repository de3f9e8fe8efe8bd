package dev.bookplate.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.FilterMergePolicy;
import org.apache.lucene.index.MergeTrigger;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;

/**
 * Leaves few segments when it is asked to, for each costs every lookup of a phrase that is in a
 * book: one behind a library that was added at once, and behind additions to it a series in which
 * each is over {@link #RATIO} times as large as all smaller ones together. So a book that is added
 * does not rewrite the library, and each book is rewritten a few times while the library grows to
 * many times its size.
 */
final class LibraryMergePolicy extends FilterMergePolicy {
  private static final int RATIO = 3;
  private static final int MAX_SEGMENT_MB = 64 << 10;

  LibraryMergePolicy() {
    super(new TieredMergePolicy().setMaxMergedSegmentMB(MAX_SEGMENT_MB));
  }

  private record Sized(SegmentCommitInfo segment, long bytes) {}

  @Override
  public MergeSpecification findMerges(
      MergeTrigger trigger, SegmentInfos segments, MergeContext context) throws IOException {
    if (trigger != MergeTrigger.EXPLICIT) {
      return super.findMerges(trigger, segments, context);
    }
    List<Sized> ascending = new ArrayList<>();
    for (SegmentCommitInfo segment : segments) {
      if (!context.getMergingSegments().contains(segment)) {
        ascending.add(new Sized(segment, size(segment, context)));
      }
    }
    ascending.sort(Comparator.comparingLong(Sized::bytes));
    int count = together(ascending);
    if (count < 2) {
      return null;
    }
    MergeSpecification merges = new MergeSpecification();
    // in the order that they have in the index, which is that of the editions' numbers
    List<SegmentCommitInfo> chosen =
        ascending.subList(0, count).stream().map(Sized::segment).toList();
    merges.add(new OneMerge(segments.asList().stream().filter(chosen::contains).toList()));
    return merges;
  }

  /** So many of the smallest belong together. */
  private static int together(List<Sized> ascending) {
    int count = 0;
    long smaller = 0;
    for (int i = 0; i < ascending.size(); i++) {
      if (ascending.get(i).bytes <= RATIO * smaller) {
        count = i + 1;
      }
      smaller += ascending.get(i).bytes;
    }
    return count;
  }
}
