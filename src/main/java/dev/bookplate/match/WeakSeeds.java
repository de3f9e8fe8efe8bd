package dev.bookplate.match;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Places that do not admit their editions by themselves. Nearly all of them are chance, and there
 * are dozens a page: so no object for any, and clearing costs what was used.
 */
final class WeakSeeds {
  /** Of the latest places of an edition so many are held against a new one. */
  private static final int LOOK = 16;

  /** Words of the document between two places that are near. */
  private static final int NEAR_DOC = 60;

  /** Words of the edition between them. */
  private static final int NEAR_REF = 300;

  private int[] slots = new int[256];
  private int[] used = new int[64];
  private int usedCount;
  private int[] editions = new int[64];
  private int[] docs = new int[64];
  private int[] refs = new int[64];
  private int[] before = new int[64];
  private int count;

  void clear() {
    for (int i = 0; i < usedCount; i++) {
      slots[used[i]] = 0;
    }
    usedCount = 0;
    count = 0;
  }

  /** The slot of an edition: that which holds its latest place, one more, or an empty one. */
  private int slot(int edition) {
    int slot = (edition * 0x9E3779B9 >>> 7) & slots.length - 1;
    while (slots[slot] != 0 && editions[slots[slot] - 1] != edition) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  /**
   * Whether another place of the edition is near in both texts.
   *
   * @param apart words between the starts of two places at least, in both texts: those that overlap
   *     are one phrase
   */
  boolean isNear(int edition, int doc, int ref, int apart) {
    int at = slots[slot(edition)] - 1;
    for (int i = 0; at >= 0 && i < LOOK; i++) {
      int docGap = Math.abs(docs[at] - doc);
      int refGap = Math.abs(refs[at] - ref);
      if (docGap >= apart && docGap <= NEAR_DOC && refGap >= apart && refGap <= NEAR_REF) {
        return true;
      }
      at = before[at];
    }
    return false;
  }

  void add(int edition, int doc, int ref) {
    int slot = slot(edition);
    if (slots[slot] == 0 && 2 * usedCount >= slots.length) {
      grow();
      slot = slot(edition);
    }
    if (count == docs.length) {
      editions = Arrays.copyOf(editions, 2 * count);
      docs = Arrays.copyOf(docs, 2 * count);
      refs = Arrays.copyOf(refs, 2 * count);
      before = Arrays.copyOf(before, 2 * count);
    }
    if (slots[slot] == 0) {
      used = usedCount == used.length ? Arrays.copyOf(used, 2 * usedCount) : used;
      used[usedCount++] = slot;
    }
    editions[count] = edition;
    docs[count] = doc;
    refs[count] = ref;
    before[count] = slots[slot] - 1;
    slots[slot] = ++count;
  }

  private void grow() {
    int[] heads = new int[usedCount];
    for (int i = 0; i < usedCount; i++) {
      heads[i] = slots[used[i]];
    }
    slots = new int[2 * slots.length];
    for (int i = 0; i < heads.length; i++) {
      used[i] = slot(editions[heads[i] - 1]);
      slots[used[i]] = heads[i];
    }
  }

  /** Hands the places of an edition over; they stay here too, and are not asked for again. */
  Seeds take(int edition) {
    Seeds seeds = new Seeds();
    for (int at = slots[slot(edition)] - 1; at >= 0; at = before[at]) {
      seeds.add(docs[at], refs[at]);
    }
    return seeds;
  }

  /** All places, by edition. */
  SortedMap<Integer, Seeds> all() {
    SortedMap<Integer, Seeds> all = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      all.computeIfAbsent(editions[i], e -> new Seeds()).add(docs[i], refs[i]);
    }
    return all;
  }
}
