package dev.bookplate.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bookplate.corpus.ReadOptions;
import dev.bookplate.corpus.Selection;
import dev.bookplate.engine.Engine;
import dev.bookplate.evidence.QuotePolicy;
import dev.bookplate.fingerprint.FingerprintSpec;
import dev.bookplate.match.Finding;
import dev.bookplate.match.ReferenceLibrary;
import dev.bookplate.text.Words;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Looks passages of editions up as a scan would find them in a corpus: as records of JSON lines,
 * with the plan's field, readers and matcher. Belongs to one thread.
 */
final class LookupWorker implements Engine.Worker<LookupWorker.Batch, LookupWorker.Results> {
  /** Every run of so many words is found: a shorter text may not be. */
  static final int PROMISED_WORDS = FingerprintSpec.PROMISED_WORDS;

  private static final int PASSAGE_WORDS = 60;
  private static final int LONG = 2000;
  private static final int EDGE = 500;
  private static final JsonMapper MAPPER = new JsonMapper();

  /** Editions, by their numbers in the plan's library. */
  record Batch(List<Integer> editions) implements Serializable {}

  /**
   * What became of an edition's passages.
   *
   * @param work its key
   * @param passages that were looked up; none where the text is too short
   * @param missed whether one was not found
   */
  record Looked(String work, int passages, boolean missed) implements Serializable {}

  /** What became of a batch's editions, in its order. */
  record Results(List<Looked> each) implements Serializable {}

  /** Makes workers. */
  record Factory(AuditPlan plan) implements Engine.WorkerFactory<Batch, Results> {
    @Override
    public LookupWorker create() throws IOException {
      return new LookupWorker(testing(plan));
    }
  }

  private final AuditPlan plan;
  private final ShardWorker scanner;
  private final ReferenceLibrary library;

  private LookupWorker(AuditPlan plan) throws IOException {
    this.plan = plan;
    scanner = new ShardWorker(plan, null, Progress.NONE);
    library = OpenLibraries.take(plan.catalogues(), plan.spec());
  }

  /** The same plan, without quotes, and with room for a passage whatever limit documents have. */
  private static AuditPlan testing(AuditPlan plan) {
    ReadOptions own = plan.reading();
    ReadOptions reading =
        new ReadOptions(
            own.fields(),
            own.charset(),
            Math.max(own.maxDocumentBytes(), ReadOptions.DEFAULT.maxDocumentBytes()),
            own.shardBytes(),
            own.limits(),
            own.mainContent(),
            Selection.ALL,
            own.tokens());
    return new AuditPlan(
        plan.corpora(),
        plan.catalogues(),
        plan.background(),
        reading,
        QuotePolicy.NONE,
        plan.spec());
  }

  @Override
  public Results apply(Batch batch) throws IOException, InterruptedException {
    List<Looked> each = new ArrayList<>();
    for (int edition : batch.editions()) {
      each.add(look(edition));
    }
    return new Results(each);
  }

  private Looked look(int edition) throws IOException, InterruptedException {
    Finding.Reference reference = library.reference(edition);
    List<String> passages =
        reference.edition().words() < PROMISED_WORDS ? List.of() : passages(library.words(edition));
    byte[] lines = lines(passages).getBytes(StandardCharsets.UTF_8);
    List<List<Finding>> found = scanner.look(new ByteArrayInputStream(lines));
    boolean all =
        found.size() == passages.size()
            && found.stream().allMatch(findings -> name(reference, findings));
    return new Looked(ControlBook.key(reference), passages.size(), !all);
  }

  /** Whether a work is among what was found, or is named for a passage of another. */
  private static boolean name(Finding.Reference work, List<Finding> findings) {
    String key = ControlBook.key(work);
    return findings.stream()
        .anyMatch(
            f ->
                ControlBook.key(f.reference()).equals(key)
                    || f.passages().stream()
                        .anyMatch(p -> p.otherWorks().contains(work.work().id())));
  }

  /**
   * From one place of a short work and three of a long one, away from title pages and licences:
   * each a passage, and in it a run that is just as long as every run that is found for certain. A
   * passage alone might be found by chance, through a filter of another index.
   */
  static List<String> passages(Words words) {
    int count = words.count();
    int length = Math.min(PASSAGE_WORDS, count);
    List<String> passages = new ArrayList<>();
    for (int first : places(count, length)) {
      passages.add(words.quote(first, first + length));
      int run = first + (length - PROMISED_WORDS) / 2;
      passages.add(words.quote(run, run + PROMISED_WORDS));
    }
    return passages;
  }

  private static List<Integer> places(int count, int length) {
    int edge = count < LONG ? 0 : EDGE;
    int free = count - 2 * edge - length;
    return count < LONG
        ? List.of(free / 2)
        : List.of(edge + free / 6, edge + free / 2, edge + free - free / 6);
  }

  private String lines(List<String> passages) {
    StringBuilder lines = new StringBuilder();
    for (String passage : passages) {
      Object record = passage;
      List<String> path = List.of(plan.reading().fields().text().get(0).split("\\.", -1));
      for (String name : path.reversed()) {
        record = Map.of(name, record);
      }
      lines.append(json(record)).append('\n');
    }
    return lines.toString();
  }

  private static String json(Object record) {
    try {
      return MAPPER.writeValueAsString(record);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a string can always be written", e);
    }
  }

  @Override
  public void close() {
    OpenLibraries.giveBack(plan.catalogues());
    scanner.close();
  }
}
