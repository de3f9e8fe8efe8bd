package dev.bookplate.notices;

import dev.bookplate.origin.Utf8Text;
import dev.bookplate.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a text that has words.
 *
 * @param first ordinal of its first word
 * @param last ordinal of the word behind its last
 * @param text the line, at most {@value #MOST} bytes of it
 */
record TextLine(int first, int last, String text) {
  private static final int MOST = 4000;

  /** Lines with words {@code [from, to)} of a text; the first and last are whole. */
  static List<TextLine> of(Words words, int from, int to) {
    List<TextLine> lines = new ArrayList<>();
    int word = from;
    while (word > 0 && word < words.count() && !breaks(words, word - 1)) {
      word--;
    }
    while (word < to) {
      int first = word;
      word++;
      while (word < words.count() && !breaks(words, word - 1)) {
        word++;
      }
      lines.add(new TextLine(first, word, text(words, first, word)));
    }
    return lines;
  }

  int words() {
    return last - first;
  }

  /** Whether a line ends between a word and the next, or within a word cut by a hyphen. */
  private static boolean breaks(Words words, int word) {
    byte[] bytes = words.text().bytes();
    for (int i = words.end(word); i < words.start(word + 1); i++) {
      if (bytes[i] == '\n' || bytes[i] == '\r') {
        return true;
      }
    }
    return false;
  }

  private static String text(Words words, int first, int last) {
    Utf8Text all = words.text();
    int start = words.start(first);
    while (start > all.offset() && !isEnd(all.bytes()[start - 1])) {
      start--;
    }
    int end = words.end(last - 1);
    int limit = all.offset() + all.length();
    while (end < limit && !isEnd(all.bytes()[end])) {
      end++;
    }
    if (end - start > MOST) {
      int cut = first + 1;
      while (cut < last && words.end(cut) - start <= MOST) {
        cut++;
      }
      end = Math.min(end, Math.max(words.end(cut - 1), start));
    }
    return new Utf8Text(all.bytes(), start, end - start).toString().strip();
  }

  private static boolean isEnd(byte b) {
    return b == '\n' || b == '\r';
  }
}
