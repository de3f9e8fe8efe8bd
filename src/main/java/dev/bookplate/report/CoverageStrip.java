package dev.bookplate.report;

import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.FindingLine.PassageLine;
import java.io.IOException;
import java.util.List;
import java.util.StringJoiner;

/**
 * Which parts of an edition were found, from its first word to its last, and how often. Only
 * passages that count towards the work's union are drawn.
 */
final class CoverageStrip {
  /** Cells of the picture; a book of 100,000 words has 250 words in each. */
  static final int CELLS = 400;

  private static final int STRETCHES_IN_WORDS = 5;
  private static final int DEEPEST = 4;

  private final String editionId;
  private final int words;
  private final long[] depth = new long[CELLS];

  CoverageStrip(String editionId, int words) {
    this.editionId = editionId;
    this.words = words;
  }

  /** Adds a finding's passages, if they are of this edition. */
  void add(FindingLine finding) {
    boolean same =
        finding.work().edition() != null
            && finding.work().edition().id() != null
            && finding.work().edition().id().equals(editionId);
    if (same && finding.passages() != null) {
      finding.passages().stream().filter(CoverageStrip::counts).forEach(this::add);
    }
  }

  /** Whether a passage is moderate by itself, and neither common nor capped: as in works.csv. */
  private static boolean counts(PassageLine passage) {
    if (passage.lacksReference()) {
      return false;
    }
    boolean moderate =
        passage.longestRunWords() >= 25 || (passage.words() >= 75 && passage.identity() >= 0.8);
    return moderate && !passage.common() && passage.cap() == null && passage.refWords() != null;
  }

  private void add(PassageLine passage) {
    for (List<Integer> range : passage.refWords()) {
      int start = Math.max(0, range.get(0));
      int end = Math.min(words, range.get(1));
      for (int cell = cell(start); start < end; cell++) {
        int cellEnd = Math.min(end, firstWord(cell + 1));
        depth[cell] += cellEnd - start;
        start = cellEnd;
      }
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
   * 0 nothing, 1 less than half of the cell's words, 2 about once, 3 more than one and a half
   * times, 4 more than four times.
   */
  private int level(int cell) {
    double times = depth[cell] / (double) Math.max(1, firstWord(cell + 1) - firstWord(cell));
    if (times < 0.5) {
      return times > 0 ? 1 : 0;
    } else if (times <= 1.5) {
      return 2;
    }
    return times <= 4 ? 3 : 4;
  }

  /** Draws the strip with its text alternative. */
  void write(Html html) throws IOException {
    String alternative = inWords();
    html.start("svg", "strip").with("viewBox", "0 0 " + CELLS + " 10");
    html.with("preserveAspectRatio", "none").with("role", "img").with("aria-label", alternative);
    html.element("title", alternative);
    for (int level = 1; level <= DEEPEST; level++) {
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
        out.append('M').append(cell).append(" 0h").append(width).append("v10h-").append(width);
        out.append('z');
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
