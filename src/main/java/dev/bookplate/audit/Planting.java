package dev.bookplate.audit;

import dev.bookplate.engine.Engine;
import dev.bookplate.match.Finding;
import dev.bookplate.match.Grade;
import dev.bookplate.origin.Span;
import dev.bookplate.origin.Utf8Text;
import dev.bookplate.text.Words;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Plants passages of one book after the other, and looks for them. Belongs to one thread. */
final class Planting implements Engine.Worker<Planting.Task, Planting.Outcomes> {
  private static final int EDGE = 500;
  private static final int LEAST_AROUND = 60;
  private static final int MOST_AROUND = 600;

  /** A kind and a length in words. */
  record Cell(ControlKind kind, int words) implements Serializable {}

  /**
   * Passages to be planted.
   *
   * @param book that they are taken from
   * @param cells one for each passage
   * @param related keys of the works that may be found in its text
   */
  record Task(ControlBook book, List<Cell> cells, Set<String> related) implements Serializable {}

  /**
   * What became of one passage.
   *
   * @param book that it is from
   * @param cell kind and length
   * @param found the highest grade at which it was found, or null
   * @param elsewhere the highest grade of a finding of an unrelated work, or null
   * @param characters how well it was outlined
   */
  record Outcome(
      ControlBook book, Cell cell, Grade found, Grade elsewhere, CharacterCounts characters)
      implements Serializable {}

  /** What became of a task's passages, in its order. */
  record Outcomes(List<Outcome> each) implements Serializable {}

  /**
   * A document with a passage.
   *
   * @param document its text
   * @param place of the passage in it
   * @param reference the passage's place in the book
   */
  record Planted(String document, Span place, Span reference) {}

  /** Makes workers; hosts are texts in which nothing is found. */
  record Factory(AuditPlan plan, List<String> hosts, long seed)
      implements Engine.WorkerFactory<Task, Outcomes> {
    @Override
    public Planting create() throws IOException {
      return new Planting(new ControlMatcher(plan), this);
    }
  }

  private final ControlMatcher matcher;
  private final Factory terms;

  private Planting(ControlMatcher matcher, Factory terms) {
    this.matcher = matcher;
    this.terms = terms;
  }

  @Override
  public Outcomes apply(Task task) throws IOException, InterruptedException {
    Words words = matcher.library().words(task.book().number());
    Random random = SeededRandom.of(terms.seed(), 4, task.book().ordinal());
    List<Outcome> outcomes = new ArrayList<>();
    for (Cell cell : task.cells()) {
      Planted planted = plant(words, cell, random);
      List<Finding> findings = matcher.match(Utf8Text.of(planted.document()));
      Detection detection = new Detection(task, planted, findings);
      outcomes.add(
          new Outcome(
              task.book(), cell, detection.found(), detection.elsewhere(), detection.characters()));
    }
    return new Outcomes(outcomes);
  }

  private Planted plant(Words words, Cell cell, Random random) {
    int length = Math.min(cell.words(), words.count());
    int free = words.count() - length;
    // title pages and licences at the ends are not the book's own text
    int first = free > 2 * EDGE ? EDGE + random.nextInt(free - 2 * EDGE) : random.nextInt(free + 1);
    String altered = cell.kind().alter(words.quote(first, first + length), random);
    Span reference = words.places().of(first, first + length);
    return cell.kind().isWholeDocument()
        ? new Planted(altered, new Span(0, codePoints(altered)), reference)
        : within(altered, reference, random);
  }

  /** As a paragraph of its own, in the middle of a clean document. */
  private Planted within(String altered, Span reference, Random random) {
    String host = terms.hosts().get(random.nextInt(terms.hosts().size()));
    Words around = Words.of(Utf8Text.of(host));
    int before = LEAST_AROUND + random.nextInt(MOST_AROUND - LEAST_AROUND + 1);
    int after = LEAST_AROUND + random.nextInt(MOST_AROUND - LEAST_AROUND + 1);
    int length = Math.min(before + after, around.count());
    int cut = Math.max(1, (int) ((long) length * before / (before + after)));
    int first = random.nextInt(around.count() - length + 1);
    String head = around.quote(first, first + cut) + "\n\n";
    String tail = "\n\n" + around.quote(first + cut, first + length);
    int start = codePoints(head);
    return new Planted(
        head + altered + tail, new Span(start, start + codePoints(altered)), reference);
  }

  private static int codePoints(String text) {
    return text.codePointCount(0, text.length());
  }

  @Override
  public void close() {
    matcher.close();
  }
}
