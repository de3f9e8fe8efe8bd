package dev.bookplate.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What each code point counts as. Letters are folded over case, accents, width, ligatures and
 * look-alikes of other alphabets; marks and invisible characters are nothing; all else parts words.
 *
 * <p>A code is one int: its kind in the upper bits, and a folded letter, or the number of a
 * sequence of them, in the lower ones. The table is {@code folding.txt}, of Unicode 16.
 */
final class Folding {
  /** Parts words. */
  static final int SEPARATOR = 0;

  /** Counts as if it were not there. */
  static final int IGNORED = 1 << 24;

  /** Counts as if it were not there between two letters, and parts words elsewhere. */
  static final int APOSTROPHE = 2 << 24;

  /** Parts words, and at the end of a line joins them. */
  static final int HYPHEN = 3 << 24;

  /** One letter of a word. */
  static final int LETTER = 4 << 24;

  /** A letter that is a word of its own. */
  static final int CHARACTER = 5 << 24;

  /** A letter of a script that writes no spaces and whose letters are too small to be words. */
  static final int CLUSTER = 6 << 24;

  /** Several letters. */
  static final int SEQUENCE = 7 << 24;

  private static final int KIND = 0xFF << 24;
  private static final int VALUE = (1 << 24) - 1;
  private static final int[] NOTHING = new int[256];
  private static final int HANGUL_FIRST = 0xAC00;
  private static final int HANGUL_LAST = 0xD7A3;

  private static final int[][] PAGES = new int[(Character.MAX_CODE_POINT + 1) >> 8][];
  private static final int[][] SEQUENCES = load();

  private Folding() {}

  /** The code of a code point, ASCII included. */
  static int code(int codePoint) {
    return PAGES[codePoint >> 8][codePoint & 0xFF];
  }

  /** One of the kinds above. */
  static int kind(int code) {
    return code & KIND;
  }

  /** The folded letter of a code that has one. */
  static int letter(int code) {
    return code & VALUE;
  }

  /** The folded letters of a {@link #SEQUENCE}. */
  static int[] letters(int code) {
    return SEQUENCES[code & VALUE];
  }

  private static int[][] load() {
    List<int[]> sequences = new ArrayList<>();
    for (int c = 0; c < 0x80; c++) {
      put(c, ascii(c));
    }
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Folding.class.getResourceAsStream("folding.txt"), StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        read(line.split(" "), sequences);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (int c = HANGUL_FIRST; c <= HANGUL_LAST; c++) {
      put(c, sequence(hangul(c - HANGUL_FIRST), sequences));
    }
    for (int page = 0; page < PAGES.length; page++) {
      PAGES[page] = PAGES[page] == null ? NOTHING : PAGES[page];
    }
    return sequences.toArray(new int[0][]);
  }

  private static int ascii(int c) {
    if (c >= 'A' && c <= 'Z') {
      return LETTER | (c + 32);
    } else if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
      return LETTER | c;
    } else if (c == '\'' || c == '`') {
      return APOSTROPHE;
    }
    return c == '-' ? HYPHEN : SEPARATOR;
  }

  private static void read(String[] line, List<int[]> sequences) {
    int last = Integer.parseInt(line[1], 16);
    for (int c = Integer.parseInt(line[0], 16); c <= last; c++) {
      put(c, code(c, line, sequences));
    }
  }

  private static int code(int c, String[] line, List<int[]> sequences) {
    int kind =
        switch (line[2]) {
          case "I" -> IGNORED;
          case "A" -> APOSTROPHE;
          case "H" -> HYPHEN;
          case "C" -> CHARACTER;
          case "T" -> CLUSTER;
          case "L" -> LETTER;
          default -> throw new IllegalStateException("folding.txt: " + String.join(" ", line));
        };
    if (line.length == 3) {
      return kind;
    } else if (line.length == 4) {
      return kind | (line[3].equals("=") ? c : Integer.parseInt(line[3], 16));
    }
    int[] letters = new int[line.length - 3];
    for (int i = 0; i < letters.length; i++) {
      letters[i] = Integer.parseInt(line[i + 3], 16);
    }
    return sequence(letters, sequences);
  }

  private static int sequence(int[] letters, List<int[]> sequences) {
    sequences.add(letters);
    return SEQUENCE | (sequences.size() - 1);
  }

  /** A syllable as its letters, so that text that comes taken apart is the same text. */
  private static int[] hangul(int index) {
    int lead = 0x1100 + index / (21 * 28);
    int vowel = 0x1161 + index % (21 * 28) / 28;
    int tail = index % 28;
    return tail == 0 ? new int[] {lead, vowel} : new int[] {lead, vowel, 0x11A7 + tail};
  }

  private static void put(int c, int code) {
    if (PAGES[c >> 8] == null) {
      PAGES[c >> 8] = new int[256];
    }
    PAGES[c >> 8][c & 0xFF] = code;
  }
}
