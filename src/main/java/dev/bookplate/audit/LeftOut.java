package dev.bookplate.audit;

import dev.bookplate.engine.Engine;
import dev.bookplate.match.Finding;
import dev.bookplate.origin.Utf8Text;
import dev.bookplate.text.Words;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Takes a book out of the catalogue, with all editions of its work, and looks at its slices: what
 * is then found is another work's. Belongs to one thread.
 */
final class LeftOut implements Engine.Worker<ControlBook, LeftOut.Seen> {
  private static final int MOST_CHUNKS = 50;
  private static final int SHUFFLED = 2;

  /**
   * What was found in slices of one book.
   *
   * @param book it
   * @param chunks that were looked at
   * @param words of them
   * @param hits of other works in them
   * @param shuffled documents of its words in a random order
   * @param noise hits of any work in those
   */
  record Seen(
      ControlBook book,
      int chunks,
      long words,
      List<FalseHit> hits,
      int shuffled,
      List<FalseHit> noise)
      implements Serializable {
    /** Words of a shuffled document are those of a chunk. */
    long shuffledWords() {
      return chunks == 0 ? 0 : words / chunks * shuffled;
    }
  }

  /** Makes workers. */
  record Factory(AuditPlan plan, long seed) implements Engine.WorkerFactory<ControlBook, Seen> {
    @Override
    public LeftOut create() throws IOException {
      return new LeftOut(new ControlMatcher(plan), seed);
    }
  }

  private final ControlMatcher matcher;
  private final long seed;

  private LeftOut(ControlMatcher matcher, long seed) {
    this.matcher = matcher;
    this.seed = seed;
  }

  @Override
  public Seen apply(ControlBook book) throws IOException, InterruptedException {
    Words words = matcher.library().words(book.number());
    Random random = SeededRandom.of(seed, 3, book.ordinal());
    int length = Math.min(ControlKind.CHUNK_WORDS, words.count());
    List<Integer> chunks = chunks(words.count() / length, random);
    List<FalseHit> hits = new ArrayList<>();
    for (int i = 0; i < chunks.size(); i++) {
      int first = chunks.get(i) * length;
      hits.addAll(look(i, words.quote(first, first + length), book.reference()));
    }
    hits.removeIf(hit -> hit.key().equals(book.key()));
    List<FalseHit> noise = new ArrayList<>();
    int shuffled = Math.min(SHUFFLED, chunks.size());
    for (int i = 0; i < shuffled; i++) {
      int first = chunks.get(i) * length;
      String chunk = words.quote(first, first + length);
      noise.addAll(look(i, new WordPieces(chunk).shuffled(random)));
    }
    return new Seen(book, chunks.size(), (long) chunks.size() * length, hits, shuffled, noise);
  }

  private static List<Integer> chunks(int count, Random random) {
    List<Integer> chunks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      chunks.add(i);
    }
    Collections.shuffle(chunks, random);
    return chunks.subList(0, Math.min(MOST_CHUNKS, count));
  }

  private List<FalseHit> look(int document, String text) throws IOException, InterruptedException {
    return ControlMatcher.hits(document, matcher.match(Utf8Text.of(text)));
  }

  /**
   * The book and its relatives explain nothing away of what others have of it: a stranger would not
   * be there to do so. What is found of the relatives is told, for who asks which works are.
   */
  private List<FalseHit> look(int document, String text, Finding.Reference book)
      throws IOException, InterruptedException {
    Utf8Text utf8 = Utf8Text.of(text);
    List<Finding> relatives = new ArrayList<>();
    boolean strangers = false;
    for (Finding finding : matcher.match(utf8)) {
      if (matcher.library().related(book, finding.reference())) {
        relatives.add(finding);
      } else {
        strangers = true;
      }
    }
    List<FalseHit> hits = new ArrayList<>(ControlMatcher.hits(document, relatives));
    if (strangers) {
      hits.addAll(ControlMatcher.hits(document, matcher.matchWithout(book, utf8)));
    }
    return hits;
  }

  @Override
  public void close() {
    matcher.close();
  }
}
