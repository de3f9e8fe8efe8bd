package dev.bookplate.text;

import dev.bookplate.origin.Span;
import dev.bookplate.origin.Utf8Text;
import java.util.Arrays;

/** All words of one text, with where each stands in it. Immutable once made. */
public final class Words {
  private final Utf8Text text;
  private final int count;
  private final long[] hashes;
  private final int[] starts;
  private final int[] ends;
  private final int[] letters;

  private Words(Utf8Text text, WordScanner scanner) {
    this.text = text;
    int n = 0;
    long[] h = new long[Math.max(16, text.length() / 5)];
    int[] s = new int[h.length];
    int[] e = new int[h.length];
    int[] l = new int[h.length];
    scanner.reset(text);
    for (int batch = scanner.next(); batch > 0; batch = scanner.next()) {
      if (n + batch > h.length) {
        int size = Math.max(n + batch, h.length + h.length / 2);
        h = Arrays.copyOf(h, size);
        s = Arrays.copyOf(s, size);
        e = Arrays.copyOf(e, size);
        l = Arrays.copyOf(l, size);
      }
      System.arraycopy(scanner.hashes(), 0, h, n, batch);
      System.arraycopy(scanner.starts(), 0, s, n, batch);
      System.arraycopy(scanner.ends(), 0, e, n, batch);
      System.arraycopy(scanner.letters(), 0, l, n, batch);
      n += batch;
    }
    count = n;
    hashes = h;
    starts = s;
    ends = e;
    letters = l;
  }

  /** Cuts a text into words. The text must stay as it is as long as its words are used. */
  public static Words of(Utf8Text text) {
    return new Words(text, new WordScanner());
  }

  /** The text. */
  public Utf8Text text() {
    return text;
  }

  /** Memory that this holds, about. */
  public long bytes() {
    return text.length() + 20L * hashes.length;
  }

  /** How many words there are. */
  public int count() {
    return count;
  }

  /** Hash of a word. */
  public long hash(int word) {
    return hashes[word];
  }

  /** Folded letters of a word. */
  public int letters(int word) {
    return letters[word];
  }

  /** Whether a word is one character of a script that writes no spaces: Chinese or Japanese. */
  public boolean isCharacter(int word) {
    return letters[word] == 1
        && text.bytes()[starts[word]] < 0
        && Folding.kind(Folding.code(CodePoints.at(text.bytes(), starts[word])))
            == Folding.CHARACTER;
  }

  /** First byte of a word in the text's array. */
  public int start(int word) {
    return starts[word];
  }

  /** First byte after a word. */
  public int end(int word) {
    return ends[word];
  }

  /** Hash of a word and the next, written as one. */
  public long joined(int word) {
    return WordScanner.concat(hashes[word], hashes[word + 1], letters[word + 1]);
  }

  /** The words {@code [first, last)} as they stand in the text, with what is between them. */
  public String quote(int first, int last) {
    return new Utf8Text(text.bytes(), starts[first], ends[last - 1] - starts[first]).toString();
  }

  /** Makes spans of code points from spans of words, going forward only. */
  public Places places() {
    return new Places();
  }

  /** A walk through the text that counts code points; cheap while it goes forward. */
  public final class Places {
    private int atByte = text.offset();
    private int atCodePoint;

    private Places() {}

    /** Where words {@code [first, last)} stand, in code points; {@code last > first}. */
    public Span of(int first, int last) {
      int start = codePoint(starts[first]);
      return new Span(start, codePoint(ends[last - 1]));
    }

    private int codePoint(int target) {
      if (target < atByte) {
        atByte = text.offset();
        atCodePoint = 0;
      }
      atCodePoint += text.codePoints(atByte, target);
      atByte = target;
      return atCodePoint;
    }
  }
}
