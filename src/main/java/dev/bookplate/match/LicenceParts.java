package dev.bookplate.match;

import dev.bookplate.origin.Span;
import dev.bookplate.origin.Utf8Text;
import dev.bookplate.text.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which words of an edition are not the book, but what its distributor put around it: header,
 * licence, credits. Such parts are told by the lines that their makers set to mark them, and a part
 * that is longer than any licence is taken for the book, whatever stands before or behind it.
 *
 * <p>Known are the marks of Project Gutenberg around the book, and those of Standard Ebooks.
 */
public final class LicenceParts {
  private static final String GUTENBERG = "gutenberg";

  /** Words of the longest part that is believed to be a licence; real ones have about 3,000. */
  private static final int MOST_WORDS = 6000;

  /** Of lines that end as in Unix: a byte of a letter may look like another line end. */
  private static final int FLAGS =
      Pattern.MULTILINE | Pattern.CASE_INSENSITIVE | Pattern.UNIX_LINES;

  /** The book begins behind it. */
  private static final String BEGIN =
      "^[ \\t]*(?:\\*{3} ?START OF (?:THE|THIS) PROJECT GUTENBERG E-?(?:BOOK|TEXT)\\b"
          + "(?:[^*]{0,400}?\\*{3}|.*))";

  /** The book ends before it. */
  private static final String END =
      "^[ \\t]*(?:\\*{3} ?END OF (?:THE|THIS) PROJECT GUTENBERG E-?(?:BOOK|TEXT)\\b"
          + "|END OF (?:THE |THIS )?PROJECT GUTENBERG\\b)";

  private static final Pattern MARK = Pattern.compile("(" + BEGIN + ")|(" + END + ")", FLAGS);

  /** Who made the file, in one paragraph right behind the beginning. */
  private static final Pattern CREDITS =
      Pattern.compile(
          "\\s*(?:(?:this )?e-?text (?:was )?)?(?:produced|prepared|transcribed|scanned|proofed)\\b"
              + ".*(?:\\n.*\\S.*){0,12}",
          FLAGS);

  /** Standard Ebooks: the imprint before the book, colophon and waiver of rights behind it. */
  private static final Pattern IMPRINT =
      Pattern.compile("^[ \\t]*Imprint[ \\t\\r]*\\n[\\s\\S]{0,2500}Standard ?Ebooks.*", FLAGS);

  private static final Pattern COLOPHON =
      Pattern.compile(
          "^[ \\t]*(?:Colophon|Uncopyright)[ \\t\\r]*\\n(?=(?:.*\\n){0,30}?.*Standard Ebooks)",
          FLAGS);

  /** In words, ascending and disjoint. */
  private final List<Span> parts;

  private LicenceParts(List<Span> parts) {
    this.parts = parts;
  }

  /** The parts of an edition; its words are not held on to. */
  public static LicenceParts of(Words ref) {
    Utf8Text text = ref.text();
    Finder finder = new Finder(ref);
    // a character a byte, so that places in the string are places in the text
    String bytes =
        new String(text.bytes(), text.offset(), text.length(), StandardCharsets.ISO_8859_1);
    if (has(text, GUTENBERG)) {
      finder.gutenberg(bytes);
    }
    if (finder.parts.isEmpty() && has(text, "ebooks")) {
      finder.standard(bytes);
    }
    return new LicenceParts(List.copyOf(finder.parts));
  }

  /** Whether a text may have such parts: quick, and true for every one that has. */
  static boolean arePossible(Utf8Text text) {
    return has(text, GUTENBERG) || has(text, "ebooks");
  }

  private static boolean has(Utf8Text text, String name) {
    return find(text, name, 0) >= 0;
  }

  /** Where a name in small letters stands next, in whatever case, or -1. */
  private static int find(Utf8Text text, String name, int from) {
    byte[] bytes = text.bytes();
    byte[] letters = name.getBytes(StandardCharsets.US_ASCII);
    byte first = letters[0];
    int last = text.offset() + text.length() - letters.length;
    for (int i = text.offset() + from; i <= last; i++) {
      if ((bytes[i] | 0x20) == first && stands(letters, bytes, i)) {
        return i - text.offset();
      }
    }
    return -1;
  }

  private static boolean stands(byte[] letters, byte[] bytes, int at) {
    for (int i = 1; i < letters.length; i++) {
      if ((bytes[at + i] | 0x20) != letters[i]) {
        return false;
      }
    }
    return true;
  }

  /** Words of a range that stand in such a part. */
  public int words(Span range) {
    return parts.stream().mapToInt(range::overlap).sum();
  }

  /** Looks for the marks in one edition. */
  private static final class Finder {
    private final Words ref;
    private final List<Span> parts = new ArrayList<>();

    Finder(Words ref) {
      this.ref = ref;
    }

    /** All that is outside of the marks; a file that only has the last one is cut off before it. */
    private void gutenberg(String text) {
      int outsideFrom = 0;
      boolean outside = true;
      boolean marked = false;
      int behind = 0;
      // every mark has the name in its first line: to try each line of a book takes far longer
      for (int at = find(ref.text(), GUTENBERG, 0);
          at >= 0;
          at = find(ref.text(), GUTENBERG, Math.max(at + 1, behind))) {
        int line = text.lastIndexOf('\n', at) + 1;
        Matcher mark = MARK.matcher(text).region(line, text.length());
        if (line < behind || !mark.lookingAt()) {
          continue;
        }
        boolean begins = mark.group(1) != null;
        if (begins && outside) {
          add(outsideFrom, credits(text, mark.end()));
          outside = false;
        } else if (!begins && (!outside || !marked)) {
          outsideFrom = mark.start();
          outside = true;
        }
        marked = true;
        behind = mark.end();
      }
      if (marked && outside) {
        add(outsideFrom, text.length());
      }
    }

    private static int credits(String text, int from) {
      Matcher credits = CREDITS.matcher(text).region(from, text.length());
      return credits.lookingAt() ? credits.end() : from;
    }

    private void standard(String text) {
      boolean mayEnd = has(ref.text(), "colophon") || has(ref.text(), "uncopyright");
      Matcher colophon = COLOPHON.matcher(text);
      int bookEnd = mayEnd && colophon.find() ? colophon.start() : text.length();
      Matcher imprint = IMPRINT.matcher(text).region(0, bookEnd);
      if (has(ref.text(), "imprint") && imprint.find()) {
        add(imprint.start(), imprint.end());
      }
      add(bookEnd, text.length());
    }

    private void add(int fromByte, int toByte) {
      int from = word(fromByte);
      int to = word(toByte);
      if (to > from && to - from <= MOST_WORDS) {
        parts.add(new Span(from, to));
      }
    }

    /** The first word at or after a place of the text. */
    private int word(int place) {
      int at = ref.text().offset() + place;
      int low = 0;
      int high = ref.count();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (ref.start(middle) < at) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }
}
