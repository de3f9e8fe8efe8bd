package dev.bookplate.text;

import dev.bookplate.origin.Utf8Text;

/**
 * Cuts UTF-8 into words, a batch at a time, without an object a word. A word is a run of letters
 * and digits; case, accents, apostrophes and invisible characters inside it have no effect, and
 * anything else parts words. A hyphen at the end of a line joins the parts of a word. Each
 * character of Chinese and Japanese is a word; the scripts of Southeast Asia, which write no spaces
 * either, are cut into short clusters at places that the letters themselves decide, whatever stands
 * between them. Letters that are set apart by blanks make words, and HTML character references are
 * what they stand for.
 *
 * <p>A word's hash is a polynomial in its folded letters, so that {@link #concat} gives the hash of
 * two words written as one. It is not mixed: equal words have equal hashes, and that is all.
 *
 * <p>Belongs to one thread.
 */
public final class WordScanner {
  /** Words a batch. */
  public static final int BATCH = 1024;

  /** Version of the rules above, and of {@code folding.txt}: part of every fingerprint's name. */
  public static final String VERSION = "bookplate-words-2";

  private static final long PRIME = 0x9E3779B97F4A7C15L;
  private static final int MAX_GAP = 64;
  private static final int LONGEST_LETTER = 4;
  private static final long CLUSTER_CUT = 3;
  private static final long RECENT = (1L << 48) - 1;

  /** ASCII by byte: a folded letter, 0 for what parts words, a negative for what needs a look. */
  private static final byte[] CLASS = classes();

  private static final long[] POWER = powers();
  private static final long POWER_2 = POWER[2];
  private static final long POWER_3 = POWER[3];
  private static final long POWER_4 = POWER[4];
  private static final long POWER_5 = POWER[5];
  private static final long POWER_6 = POWER[6];
  private static final long POWER_7 = POWER[7];

  private final long[] hashes = new long[BATCH];
  private final int[] starts = new int[BATCH];
  private final int[] ends = new int[BATCH];
  private final int[] letters = new int[BATCH];
  private final Hyphens hyphens = new Hyphens();

  private byte[] bytes = {};
  private int position;
  private int limit;
  private int emitted;
  private int spacedUntil; // minus where a stretch ends in which letters are not set apart

  // the word in hand
  private long hash;
  private int length;
  private int end;
  private long left;
  private int leftLength;
  private long recent;

  /** Starts on a text, which must be valid UTF-8. */
  public void reset(Utf8Text text) {
    bytes = text.bytes();
    position = text.offset();
    limit = text.end();
    emitted = 0;
    spacedUntil = 0;
    hyphens.clear();
  }

  /** Hashes of the batch's words. */
  public long[] hashes() {
    return hashes;
  }

  /** First byte of each of the batch's words, in the text's array. */
  public int[] starts() {
    return starts;
  }

  /** First byte after each of the batch's words. */
  public int[] ends() {
    return ends;
  }

  /** Folded letters in each of the batch's words. */
  public int[] letters() {
    return letters;
  }

  /** Hyphens so far, over all batches. */
  public Hyphens hyphens() {
    return hyphens;
  }

  /** Hash of two words written as one. */
  public static long concat(long first, long second, int secondLetters) {
    return first * power(secondLetters) + second;
  }

  /**
   * Cuts the next batch.
   *
   * @return words in it, 0 at the end of the text
   */
  public int next() {
    final byte[] text = bytes;
    final int stop = limit;
    int n = 0;
    int p = position;
    while (n < BATCH) {
      byte kind = 0;
      while (p < stop && (kind = CLASS[text[p] & 0xFF]) == 0) {
        p++;
      }
      if (p >= stop) {
        break;
      }
      if (kind < 0) {
        int start = startOfWord(p);
        if (start < 0) {
          p = -start;
          continue;
        }
        p = start;
      }
      starts[n] = p;
      // the common word is ASCII and ends in a blank or a mark: nothing below is needed
      int q = p;
      long h = 0;
      if (p + Long.BYTES <= stop) {
        long eight = Ascii.eight(text, p);
        int letters = Ascii.letters(eight);
        h = hash(Ascii.folded(eight, letters));
        q = p + letters;
      }
      while (q < stop && (kind = CLASS[text[q] & 0xFF]) > 0) {
        h = h * PRIME + kind;
        q++;
      }
      if (q >= stop || kind == 0) {
        hashes[n] = h;
        letters[n] = q - p;
        ends[n] = q;
        boolean single = q - p == 1 && !isPlainWord(text, q + 1, stop);
        p = single ? spaced(n, q) : q + 1;
      } else {
        hash = h;
        length = q - p;
        end = q;
        p = restOfWord(q, emitted + n);
        hashes[n] = hash;
        letters[n] = length;
        ends[n] = end;
        if (length == 1 && end - starts[n] <= LONGEST_LETTER) {
          p = spaced(n, p);
        }
      }
      n++;
    }
    position = p;
    emitted += n;
    return n;
  }

  /** Whether the text goes on with two letters: then those before are not set apart. */
  private static boolean isPlainWord(byte[] text, int p, int stop) {
    return p + 1 < stop && CLASS[text[p] & 0xFF] > 0 && CLASS[text[p + 1] & 0xFF] > 0;
  }

  /** Hash of up to eight letters, the last in the highest byte; 0 is no letter. */
  private static long hash(long letters) {
    return (letters & 0xFF) * POWER_7
        + (letters >>> 8 & 0xFF) * POWER_6
        + (letters >>> 16 & 0xFF) * POWER_5
        + (letters >>> 24 & 0xFF) * POWER_4
        + ((letters >>> 32 & 0xFF) * POWER_3 + (letters >>> 40 & 0xFF) * POWER_2)
        + ((letters >>> 48 & 0xFF) * PRIME + (letters >>> 56));
  }

  /** After a single letter: where letters are set apart, puts together the word that it starts. */
  private int spaced(int n, int p) {
    if (starts[n] >= Math.abs(spacedUntil)) {
      spacedUntil = LetterSpacing.end(bytes, starts[n], limit);
    }
    if (starts[n] >= spacedUntil) {
      return p;
    }
    hash = hashes[n];
    length = 1;
    int after = p;
    for (int next = LetterSpacing.next(bytes, ends[n], limit);
        next >= 0;
        next = LetterSpacing.next(bytes, ends[n], limit)) {
      int code = Folding.code(codePoint(next));
      if (Folding.kind(code) == Folding.SEQUENCE) {
        for (int l : Folding.letters(code)) {
          letter(l);
        }
      } else {
        letter(Folding.letter(code));
      }
      ends[n] = next + CodePoints.size(codePoint(next));
      after = ends[n];
    }
    hashes[n] = hash;
    letters[n] = length;
    return after;
  }

  /** First byte of a word at or after p; where there is none at once, minus the place to go on. */
  private int startOfWord(int p) {
    int c = codePoint(p);
    int after = p + CodePoints.size(c);
    int entity = c == '&' ? Entities.at(bytes, p, limit) : 0;
    if (entity != 0) {
      c = entity >>> 8;
      after = p + (entity & 0xFF);
    }
    int kind = Folding.kind(Folding.code(c));
    boolean letter =
        kind == Folding.LETTER
            || kind == Folding.SEQUENCE
            || kind == Folding.CHARACTER
            || kind == Folding.CLUSTER;
    return letter ? p : -after;
  }

  /**
   * Goes on with the word in hand at a byte that needs a look; returns where the next may start.
   */
  private int restOfWord(int from, int ordinal) {
    int p = from;
    leftLength = 0;
    recent = 0;
    while (p < limit) {
      int c = codePoint(p);
      int after = p + CodePoints.size(c);
      int entity = c == '&' ? Entities.at(bytes, p, limit) : 0;
      if (entity != 0) {
        c = entity >>> 8;
        after = p + (entity & 0xFF);
      }
      int code = Folding.code(c);
      switch (Folding.kind(code)) {
        case Folding.LETTER -> {
          if (recent != 0) {
            return finish(p, ordinal);
          }
          letter(Folding.letter(code));
          end = after;
        }
        case Folding.SEQUENCE -> {
          if (recent != 0) {
            return finish(p, ordinal);
          }
          for (int l : Folding.letters(code)) {
            letter(l);
          }
          end = after;
        }
        case Folding.CHARACTER -> {
          if (length > 0) {
            return finish(p, ordinal);
          }
          letter(Folding.letter(code));
          end = after;
          return marksAfter(after);
        }
        case Folding.CLUSTER -> {
          if (length > 0 && (recent == 0 || cutsBefore(Folding.letter(code)))) {
            return finish(p, ordinal);
          }
          letter(Folding.letter(code));
          recent = recent << 24 | Folding.letter(code);
          end = after;
        }
        case Folding.IGNORED, Folding.APOSTROPHE -> {
          // inside a word they are nothing; after it they do not belong to it
        }
        case Folding.HYPHEN -> {
          int next = clusterAfter(after);
          after = next < 0 ? hyphen(c, after, ordinal) : next;
          if (after < 0) {
            return finish(-after, ordinal);
          }
        }
        default -> {
          int next = clusterAfter(after);
          if (next < 0) {
            return finish(entity == 0 ? p : after, ordinal);
          }
          after = next;
        }
      }
      p = after;
    }
    return finish(p, ordinal);
  }

  private void letter(int letter) {
    hash = hash * PRIME + letter;
    length++;
  }

  /** A mark on a character belongs to its word, so that the word's span holds it. */
  private int marksAfter(int from) {
    int p = from;
    while (p < limit && bytes[p] < 0) {
      int c = codePoint(p);
      if (Folding.code(c) != Folding.IGNORED || Character.getType(c) == Character.FORMAT) {
        break;
      }
      p += CodePoints.size(c);
      end = p;
    }
    return p;
  }

  /** Closes the word in hand; a word that a line end parted is noted with its two parts. */
  private int finish(int p, int ordinal) {
    if (leftLength > 0) {
      long right = hash - left * power(length - leftLength);
      hyphens.add(ordinal, true, left, right);
    }
    return p;
  }

  /**
   * At a hyphen after at least one letter. Returns where the word goes on, or minus the place where
   * the next may start.
   */
  private int hyphen(int c, int after, int ordinal) {
    int p = after;
    while (p < limit && p - after < MAX_GAP && LetterSpacing.isBlank(bytes[p])) {
      p++;
    }
    boolean soft = c == 0xAD || c == 0xAC;
    if (p == after && !soft && p < limit && startsWithLetter(p)) {
      // "well-known", or what is left of a line end that was taken out
      hyphens.addParted(ordinal);
    }
    if (p == after) {
      return soft ? after : -after;
    }
    if (p >= limit || !startsWithLetter(p)) {
      return -after;
    }
    boolean joins = hasNewline(after, p) && (soft || !Character.isUpperCase(codePoint(p)));
    if (!joins) {
      hyphens.addParted(ordinal);
      return -p;
    }
    if (leftLength == 0) {
      left = hash;
      leftLength = length;
    }
    return p;
  }

  private boolean startsWithLetter(int p) {
    int kind = Folding.kind(Folding.code(codePoint(p)));
    return kind == Folding.LETTER || kind == Folding.SEQUENCE;
  }

  private boolean hasNewline(int from, int to) {
    for (int p = from; p < to; p++) {
      if (bytes[p] == '\n' || bytes[p] == '\r') {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a cluster ends here: decided by the two letters before and the next, so that it is the
   * same wherever the cluster started.
   */
  private boolean cutsBefore(int next) {
    long context = (recent & RECENT) * 31 + next;
    long mixed = (context ^ context >>> 20) * PRIME;
    return length >= 8 || (length >= 2 && ((mixed >>> 40) & CLUSTER_CUT) == 0);
  }

  /**
   * Where clusters go on after something that parts words elsewhere, or -1: their scripts write
   * blanks and line ends where they please, and a cluster must not end at them.
   */
  private int clusterAfter(int from) {
    if (recent == 0) {
      return -1;
    }
    for (int p = from; p < limit && p - from < MAX_GAP; ) {
      int c = codePoint(p);
      int kind = Folding.kind(Folding.code(c));
      if (kind == Folding.CLUSTER) {
        return p;
      } else if (kind == Folding.LETTER || kind == Folding.SEQUENCE || kind == Folding.CHARACTER) {
        return -1;
      }
      p += CodePoints.size(c);
    }
    return -1;
  }

  private int codePoint(int p) {
    return CodePoints.at(bytes, p);
  }

  private static long power(int letters) {
    if (letters < POWER.length) {
      return POWER[letters];
    }
    long power = POWER[POWER.length - 1];
    for (int i = POWER.length - 1; i < letters; i++) {
      power *= PRIME;
    }
    return power;
  }

  private static long[] powers() {
    long[] powers = new long[64];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * PRIME;
    }
    return powers;
  }

  private static byte[] classes() {
    byte[] classes = new byte[256];
    for (int c = 0; c < 0x80; c++) {
      int code = Folding.code(c);
      classes[c] =
          switch (Folding.kind(code)) {
            case Folding.LETTER -> (byte) Folding.letter(code);
            case Folding.SEPARATOR -> 0;
            default -> -1;
          };
    }
    classes['&'] = -1;
    java.util.Arrays.fill(classes, 0x80, 0x100, (byte) -1);
    return classes;
  }
}
