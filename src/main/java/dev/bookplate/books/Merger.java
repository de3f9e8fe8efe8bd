package dev.bookplate.books;

import dev.bookplate.index.RecordIndex;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Merges records to works and editions. Two records become one where they share a number, a file or
 * a title with its author, and their titles and authors agree as far as they have any. Only pairs
 * are compared, and a chain is as good as its weakest pair: a wrong number joins nothing, because
 * what it would join disagrees. Same records in the same order, same works.
 *
 * <p>A record without a title, such as a line of a table of hashes, goes to the records that it
 * shares its surest key with, and has their title from then on; if these are of two minds, to none.
 */
final class Merger {
  /** As many unrelated titles have one number only where it is no number of a book. */
  private static final int UNRELATED = 5;

  private final RecordIndex index;
  private final JoinLog log;
  private final Forest works;
  private final Forest editions;
  private final Apart apart = new Apart();
  private final long[] main;
  private final long[] full;
  private final long[] authors;
  private int[] classOf = new int[64];

  Merger(RecordIndex index, JoinLog log) {
    this.index = index;
    this.log = log;
    int size = index.size();
    works = new Forest(size);
    editions = new Forest(size);
    main = new long[size];
    full = new long[size];
    authors = new long[size];
  }

  /** Merges all records. */
  void merge(HandDecisions decisions) throws IOException {
    List<HandJoin> byHand = decisions.standing();
    // before anything is joined: a mark is on a record that still is a set of its own
    for (int i = 0; i < byHand.size(); i++) {
      if (!byHand.get(i).isJoin()) {
        apart.part(i, byHand.get(i).one(), byHand.get(i).other());
      }
    }
    read();
    for (HandJoin hand : byHand) {
      if (hand.isJoin()) {
        join(hand.one(), hand.other(), said(JoinKind.HAND));
      }
    }
    for (JoinKind.Stage stage : JoinKind.Stage.values()) {
      new KeyGroups(index, stage).forEach(this::group);
      if (stage == JoinKind.Stage.NUMBERS) {
        new KeyGroups(index, JoinKind.Stage.RECORDS).forEach(this::untitled);
        new KeyGroups(index, JoinKind.Stage.FILES).forEach(this::untitled);
        new KeyGroups(index, JoinKind.Stage.NUMBERS).forEach(this::untitled);
      }
    }
  }

  private static long said(JoinKind kind) {
    return new JoinKey(kind, "").hash();
  }

  private void read() throws IOException {
    RecordKeys keys = new RecordKeys();
    Map<String, Integer> shelfWorks = new HashMap<>();
    index.forEachKeys(
        (number, bytes, offset, length) -> {
          keys.read(bytes, offset, length);
          take(number, keys.likeness());
          String shelf = keys.shelfWork();
          if (!shelf.isEmpty()) {
            apart.shelf(number, shelf);
            Integer first = shelfWorks.putIfAbsent(shelf, number);
            if (first != null) {
              join(first, number, said(JoinKind.SHELF));
            }
          }
        });
  }

  private void take(int record, Likeness likeness) {
    main[record] = likeness.main();
    full[record] = likeness.full();
    authors[record] = likeness.authors();
  }

  private Likeness likeness(int record) {
    return new Likeness(main[record], full[record], authors[record]);
  }

  /** The first record of a record's work. */
  int work(int record) {
    return works.first(record);
  }

  /** The first record of a record's edition. */
  int edition(int record) {
    return editions.first(record);
  }

  /** Records that share a key: those that agree become one, in classes around the first of each. */
  private void group(long key, int[] records, int from, int to) throws IOException {
    int[] firsts = new int[UNRELATED];
    int classes = 0;
    classOf = classOf.length < to - from ? Arrays.copyOf(classOf, 2 * (to - from)) : classOf;
    for (int i = from; i < to; i++) {
      int its = full[records[i]] == 0 ? -1 : classOf(records[i], firsts, classes);
      if (its == classes) {
        if (classes == UNRELATED) {
          log.add(JoinOutcome.SHARED, records[from], to - from, key);
          return;
        }
        firsts[classes++] = records[i];
      }
      classOf[i - from] = its;
    }
    for (int i = from; i < to; i++) {
      int its = classOf[i - from];
      if (its < 0) {
        follow(records[i], firsts, classes, key);
      } else if (firsts[its] != records[i]) {
        join(firsts[its], records[i], key);
      } else if (its > 0) {
        log.add(JoinOutcome.DISAGREE, firsts[0], records[i], key);
      }
    }
  }

  private int classOf(int record, int[] firsts, int classes) {
    Likeness likeness = likeness(record);
    for (int i = 0; i < classes; i++) {
      if (Likeness.agree(likeness(firsts[i]), likeness)) {
        return i;
      }
    }
    return classes;
  }

  /** A record without a title goes to those that share its key, if they agree. */
  private void follow(int record, int[] firsts, int classes, long key) throws IOException {
    if (classes > 1) {
      log.add(JoinOutcome.AMBIGUOUS, firsts[0], record, key);
    } else if (classes == 1 && join(firsts[0], record, key)) {
      take(record, likeness(firsts[0]));
    }
  }

  /** Records that are still without a title become one with each other. */
  private void untitled(long key, int[] records, int from, int to) throws IOException {
    int first = -1;
    for (int i = from; i < to; i++) {
      if (full[records[i]] == 0 && first < 0) {
        first = records[i];
      } else if (full[records[i]] == 0) {
        join(first, records[i], key);
      }
    }
  }

  /** False where somebody keeps them apart. */
  private boolean join(int one, int other, long key) throws IOException {
    int a = works.first(one);
    int b = works.first(other);
    boolean byHand = JoinKey.kind(key) == JoinKind.HAND;
    if (a != b && !byHand && !apart.mayJoin(a, b)) {
      log.add(JoinOutcome.APART, Math.min(one, other), Math.max(one, other), key);
      return false;
    }
    boolean isNewWork = works.join(a, b);
    if (isNewWork) {
      apart.joined(Math.min(a, b), Math.max(a, b));
    }
    boolean isNewEdition = JoinKey.kind(key).joinsEditions() && editions.join(one, other);
    if (isNewWork || isNewEdition) {
      log.add(isNewWork ? JoinOutcome.WORK : JoinOutcome.EDITION, one, other, key);
    }
    return true;
  }
}
