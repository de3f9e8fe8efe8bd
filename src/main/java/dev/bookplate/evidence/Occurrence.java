package dev.bookplate.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How often the parts of an edition occur in the corpus: {@link Depth} in figures. */
final class Occurrence {
  /** Stretches that lie no more words apart are one: what is misread in a passage parts nothing. */
  static final int NEAR = 12;

  /** Parts of the profile. */
  static final int BINS = 50;

  private final int words;
  private final long[] bins;
  private long found;
  private int exact;
  private int once;
  private int twoToFour;
  private int fiveOrMore;
  private int stretches;
  private int longest;
  private int stretchStart;
  private int stretchEnd = -1;
  private int most;
  private int mostStart;
  private int mostEnd;

  Occurrence(Depth depth, int words) {
    this.words = words;
    this.bins = new long[Math.max(1, Math.min(BINS, words))];
    depth.runs(words, this::run);
  }

  private void run(int start, int end, int times) {
    if (times == 0) {
      return;
    }
    int length = end - start;
    found += (long) length * times;
    exact += length;
    once += times == 1 ? length : 0;
    twoToFour += times > 1 && times < 5 ? length : 0;
    fiveOrMore += times > 4 ? length : 0;
    stretch(start, end);
    if (times > most) {
      most = times;
      mostStart = start;
      mostEnd = end;
    }
    bin(start, end, times);
  }

  private void stretch(int start, int end) {
    if (stretchEnd < 0 || start - stretchEnd > NEAR) {
      stretches++;
      stretchStart = start;
    }
    stretchEnd = end;
    longest = Math.max(longest, end - stretchStart);
  }

  private void bin(int start, int end, int times) {
    int at = start;
    for (int bin = (int) ((long) start * bins.length / words); at < end; bin++) {
      int stop = Math.min(end, first(bin + 1));
      bins[bin] += (long) Math.max(0, stop - at) * times;
      at = Math.max(at, stop);
    }
  }

  private int first(int bin) {
    return (int) ((long) bin * words / bins.length);
  }

  /** Words that occur at all. */
  int exactWords() {
    return exact;
  }

  /** Stretches that occur. */
  int stretches() {
    return stretches;
  }

  /** Words of the longest of them. */
  int longestStretch() {
    return longest;
  }

  /** Words found, each as often as it was, over the words of the edition. */
  double meanTimes() {
    return share(found);
  }

  /** Share of the words that occurs just once. */
  double shareOnce() {
    return share(once);
  }

  /** Share that occurs two, three or four times. */
  double shareTwoToFour() {
    return share(twoToFour);
  }

  /** Share that occurs five times or more. */
  double shareFiveOrMore() {
    return share(fiveOrMore);
  }

  /** Times that the words which occur most often do. */
  int mostTimes() {
    return most;
  }

  /** First word of the first such stretch, or null. */
  Integer mostStart() {
    return most == 0 ? null : (Integer) mostStart;
  }

  /** Word behind it, or null. */
  Integer mostEnd() {
    return most == 0 ? null : (Integer) mostEnd;
  }

  /** Mean times in equal parts of the edition, first to last; empty where nothing occurs. */
  List<String> profile() {
    List<String> profile = new ArrayList<>();
    for (int bin = 0; bin < bins.length && most > 0; bin++) {
      double mean = (double) bins[bin] / Math.max(1, first(bin + 1) - first(bin));
      profile.add(String.format(Locale.ROOT, "%.2f", mean));
    }
    return profile;
  }

  /** {@code found} over the words of the edition. */
  double share(long found) {
    return words == 0 ? 0 : FindingLines.rounded((double) found / words);
  }
}
