package dev.bookplate.match;

import dev.bookplate.text.Words;
import java.util.Arrays;

/** Where each run of a few words stands in a stretch of a text: a small hash table. */
final class Grams {
  private final Words words;
  private final int size;
  private final int from;
  private final int mask;
  private final int[] heads;
  private final int[] next;

  /** Runs of {@code size} words that lie in words {@code [from, to)}. */
  Grams(Words words, int size, int from, int to) {
    this.words = words;
    this.size = size;
    this.from = from;
    int count = Math.max(0, to - from - size + 1);
    heads = new int[Integer.highestOneBit(Math.max(4, count * 2)) * 2];
    mask = heads.length - 1;
    next = new int[count];
    Arrays.fill(heads, -1);
    // backwards, so that a chain runs through the text forwards
    for (int i = count - 1; i >= 0; i--) {
      int slot = slot(words, from + i);
      next[i] = heads[slot];
      heads[slot] = i;
    }
  }

  /** The first place whose run may equal the one at {@code at} of another text, or -1. */
  int first(Words other, int at) {
    return check(other, at, heads[slot(other, at)]);
  }

  /** The next such place after {@code place}, or -1. */
  int after(Words other, int at, int place) {
    return check(other, at, next[place - from]);
  }

  private int check(Words other, int at, int candidate) {
    int c = candidate;
    while (c >= 0 && !equal(other, at, from + c)) {
      c = next[c];
    }
    return c < 0 ? -1 : from + c;
  }

  private boolean equal(Words other, int at, int place) {
    for (int i = 0; i < size; i++) {
      if (other.hash(at + i) != words.hash(place + i)) {
        return false;
      }
    }
    return true;
  }

  private int slot(Words text, int at) {
    long hash = 0;
    for (int i = 0; i < size; i++) {
      hash = (hash ^ text.hash(at + i)) * 0x9E3779B97F4A7C15L;
    }
    return (int) (hash >>> 40) & mask;
  }
}
