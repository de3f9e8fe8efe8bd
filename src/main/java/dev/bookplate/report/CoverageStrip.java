package dev.bookplate.report;

import dev.bookplate.evidence.CountedWords;
import dev.bookplate.evidence.FindingLine;
import java.io.IOException;
import java.util.StringJoiner;

/**
 * Which parts of an edition were found, from its first word to its last, and how often: the oftener
 * the taller and the darker. Only what counts towards the work's union is drawn.
 */
final class CoverageStrip {
  /** Cells of the picture; a book of 100,000 words has 250 words in each. */
  static final int CELLS = 400;

  private static final int HEIGHT = 10;
  private static final int STRETCHES_IN_WORDS = 5;

  /** How tall each level is drawn; the first is nothing. */
  private static final int[] HEIGHTS = {0, 3, 5, 8, HEIGHT};

  private final String editionId;
  private final int words;
  private final long[] depth = new long[CELLS];

  CoverageStrip(String editionId, int words) {
    this.editionId = editionId;
    this.words = words;
  }

  /** Adds what a finding counts for, as far as it is of this edition. */
  void add(FindingLine finding) {
    CountedWords.of(
        finding,
        (edition, start, end, common) -> {
          if (!common && editionId.equals(edition)) {
            add(Math.max(0, start), Math.min(words, end));
          }
        });
  }

  private void add(int from, int end) {
    int start = from;
    for (int cell = cell(start); start < end; cell++) {
      int cellEnd = Math.min(end, firstWord(cell + 1));
      depth[cell] += cellEnd - start;
      start = cellEnd;
    }
  }

  /** The cell that holds a word. */
  private int cell(int word) {
    int cell = words == 0 ? 0 : (int) ((long) word * CELLS / words);
    while (cell + 1 < CELLS && firstWord(cell + 1) <= word) {
      cell++;
    }
    return cell;
  }

  private int firstWord(int cell) {
    return (int) ((long) cell * words / CELLS);
  }

  /** Whether nothing is drawn. */
  boolean isEmpty() {
    for (long found : depth) {
      if (found > 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * 0 nothing, 1 less than half of the cell's words, 2 about once, 3 about two to four times, 4
   * five times or more.
   */
  private int level(int cell) {
    double times = depth[cell] / (double) Math.max(1, firstWord(cell + 1) - firstWord(cell));
    if (times < 0.5) {
      return times > 0 ? 1 : 0;
    } else if (times <= 1.5) {
      return 2;
    }
    return times < 4.5 ? 3 : 4;
  }

  /** Draws the strip with its text alternative. */
  void write(Html html) throws IOException {
    String alternative = inWords();
    html.start("svg", "strip").with("viewBox", "0 0 " + CELLS + " " + HEIGHT);
    html.with("preserveAspectRatio", "none").with("role", "img").with("aria-label", alternative);
    html.element("title", alternative);
    for (int level = 1; level < HEIGHTS.length; level++) {
      String path = path(level);
      if (!path.isEmpty()) {
        html.start("path", "d" + level).with("d", path).end();
      }
    }
    html.end();
  }

  /** One closed rectangle for each run of cells of a level. */
  private String path(int level) {
    StringBuilder out = new StringBuilder();
    for (int cell = 0; cell < CELLS; cell++) {
      int end = cell;
      while (end < CELLS && level(end) == level) {
        end++;
      }
      if (end > cell) {
        int width = end - cell;
        int tall = HEIGHTS[level];
        out.append('M').append(cell).append(' ').append(HEIGHT - tall).append('h').append(width);
        out.append('v').append(tall).append("h-").append(width).append('z');
        cell = end;
      }
    }
    return out.toString();
  }

  /** "Found near words 1–250 and 5,000–9,000 of 98,000." */
  String inWords() {
    StringJoiner stretches = new StringJoiner(", ");
    int count = 0;
    for (int cell = 0; cell < CELLS; cell++) {
      int end = cell;
      while (end < CELLS && depth[end] > 0) {
        end++;
      }
      if (end > cell) {
        if (count++ < STRETCHES_IN_WORDS) {
          stretches.add(
              Figures.count(firstWord(cell) + 1) + "\u2013" + Figures.count(firstWord(end)));
        }
        cell = end;
      }
    }
    if (count == 0) {
      return "No part of the edition's " + Figures.count(words) + " words was found.";
    }
    int more = count - STRETCHES_IN_WORDS;
    String rest = more > 0 ? " and " + Figures.count(more, "more stretch", "more stretches") : "";
    return "Found about words " + stretches + rest + " of " + Figures.count(words) + ".";
  }
}
