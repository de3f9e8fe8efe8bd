package dev.bookplate.fingerprint;

import dev.bookplate.text.Hyphens;
import dev.bookplate.text.WordScanner;

/**
 * The second readings of hyphens at line ends: "well-\nknown" is one word or two, and which one the
 * other text has cannot be known here. Around each such hyphen the words are put together in the
 * other way and fingerprinted too, once with its neighbours as they are and once with those of its
 * kind also read in the other way. So one reading of any stretch has all its hyphens joined, and
 * two texts share that one however either was wrapped or unwrapped, in words that count so: of that
 * no number of hyphens takes anything away.
 */
final class Readings {
  private final int shingle;
  private final int context;
  private final Winnower local;

  private int count;
  private int[] at = new int[16];
  private boolean[] joined = new boolean[16];
  private long[] first = new long[16];
  private long[] second = new long[16];

  private final long[] sequence;
  private final int[] ordinals;

  Readings(FingerprintSpec spec) {
    shingle = spec.shingle();
    context = spec.guaranteedWords() - 1;
    local = new Winnower(spec.shingle(), spec.window());
    // context words a side and the hyphen's, twice as many where each is parted or is to be joined
    sequence = new long[4 * context + 4];
    ordinals = new int[sequence.length];
  }

  /** Takes over the hyphens while the words are still as they were cut, not mixed. */
  void prepare(Hyphens hyphens, long[] words, int[] letters, int total) {
    int n = hyphens.count();
    if (n > at.length) {
      at = new int[n * 2];
      joined = new boolean[n * 2];
      first = new long[n * 2];
      second = new long[n * 2];
    }
    count = 0;
    for (int i = 0; i < n; i++) {
      int word = hyphens.word(i);
      if (hyphens.joined(i)) {
        add(word, true, hyphens.left(i), hyphens.right(i));
      } else if (word + 1 < total) {
        add(word, false, WordScanner.concat(words[word], words[word + 1], letters[word + 1]), 0);
      }
    }
  }

  private void add(int word, boolean isJoined, long one, long two) {
    at[count] = word;
    joined[count] = isJoined;
    first[count] = ShingleHash.word(one);
    second[count] = ShingleHash.word(two);
    count++;
  }

  /** Fingerprints the second readings of the mixed words, and gives them to {@code out}. */
  void winnow(long[] words, int total, Winnower out) {
    for (int i = 0; i < count; i++) {
      winnow(words, total, i, false, out);
      if (hasNear(i, -1) || hasNear(i, 1)) {
        winnow(words, total, i, true, out);
      }
    }
  }

  /** Whether another hyphen of the kind may stand in one window with this one. */
  private boolean hasNear(int hyphen, int step) {
    for (int i = hyphen + step; i >= 0 && i < count; i += step) {
      if (Math.abs(at[i] - at[hyphen]) > context + 1) {
        return false;
      } else if (joined[i] == joined[hyphen]) {
        return true;
      }
    }
    return false;
  }

  /** Words of the text from which a side of a reading starts or to which it goes, at least. */
  private int reach(int hyphen, int step, boolean othersToo) {
    int reach = context;
    if (othersToo && !joined[hyphen]) {
      // two words that are joined count as one
      for (int i = hyphen + step; i >= 0 && i < count; i += step) {
        if (joined[i]) {
          continue;
        } else if (reach == 2 * context || Math.abs(at[i] - at[hyphen]) > reach + 1) {
          break;
        }
        reach++;
      }
    }
    return reach;
  }

  private void winnow(long[] words, int total, int hyphen, boolean othersToo, Winnower out) {
    int before = reach(hyphen, -1, othersToo);
    int h = hyphen;
    while (h > 0 && at[h - 1] >= at[hyphen] - before) {
      h--;
    }
    int length = 0;
    int from = Math.max(0, at[hyphen] - before);
    int end = joined[hyphen] ? at[hyphen] + 1 : at[hyphen] + 2;
    int to = Math.min(total, end + reach(hyphen, 1, othersToo));
    int changedFrom = 0;
    int changedTo = 0;
    for (int w = from; w < to; ) {
      while (h < count && at[h] < w) {
        h++;
      }
      boolean here = isHere(h, w) && (h == hyphen || (othersToo && joined[h] == joined[hyphen]));
      if (h == hyphen && here) {
        changedFrom = length;
      }
      if (!here) {
        length = put(length, words[w], w);
        w++;
      } else if (joined[h]) {
        length = put(length, first[h], w);
        length = put(length, second[h], w);
        w++;
      } else {
        length = put(length, first[h], w);
        w += 2;
      }
      if (h == hyphen && here) {
        changedTo = length;
      }
    }
    local.winnow(sequence, length);
    for (int i = 0; i < local.count(); i++) {
      int position = local.positions()[i];
      // a shingle without the changed words may have won a window that has them
      if (position < changedTo + context && position + shingle > changedFrom - context) {
        out.keep(local.hashes()[i], ordinals[position]);
      }
    }
  }

  private boolean isHere(int hyphen, int word) {
    return hyphen < count && at[hyphen] == word;
  }

  private int put(int length, long word, int ordinal) {
    sequence[length] = word;
    ordinals[length] = ordinal;
    return length + 1;
  }
}
