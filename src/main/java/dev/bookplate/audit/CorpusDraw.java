package dev.bookplate.audit;

import dev.bookplate.corpus.CorpusDocument;
import dev.bookplate.corpus.ReadOutcome;
import dev.bookplate.corpus.Shard;
import dev.bookplate.corpus.ShardReader;
import dev.bookplate.corpus.ShardReaders;
import dev.bookplate.engine.Engine;
import dev.bookplate.match.Finding;
import dev.bookplate.origin.Utf8Text;
import dev.bookplate.text.Words;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Reads shards of the corpus, up to a limit each, looks at every document, and keeps some of the
 * clean ones to put passages into. Belongs to one thread.
 */
final class CorpusDraw implements Engine.Worker<CorpusDraw.Task, CorpusDraw.Drawn> {
  private static final int HOST_WORDS = 2000;
  private static final int LEAST_WORDS = 40;

  /**
   * A shard to be looked at.
   *
   * @param shard to be read from its start
   * @param documents at most
   * @param bytes of text at most, after the first document
   * @param hosts to be kept at most
   */
  record Task(Shard shard, int documents, long bytes, int hosts) implements Serializable {}

  /**
   * What was seen.
   *
   * @param documents with words
   * @param words of them
   * @param clean of the documents
   * @param unread records that may hold text
   * @param hosts texts in which nothing is found: clean documents, and clean stretches of long ones
   * @param decoys findings of decoys
   */
  record Drawn(
      int documents, long words, int clean, int unread, List<String> hosts, List<FalseHit> decoys)
      implements Serializable {}

  /** Makes workers over catalogues and decoys. */
  record Factory(AuditPlan plan, List<String> decoys, long seed)
      implements Engine.WorkerFactory<Task, Drawn> {
    @Override
    public CorpusDraw create() throws IOException {
      return new CorpusDraw(this);
    }
  }

  private final Factory terms;
  private final ShardReaders readers;
  private final ControlMatcher matcher;

  private CorpusDraw(Factory terms) throws IOException {
    this.terms = terms;
    readers = new ShardReaders(terms.plan().reading());
    matcher = new ControlMatcher(terms.plan());
  }

  @Override
  public Drawn apply(Task task) throws IOException, InterruptedException {
    try (ShardReader reader = readers.open(task.shard())) {
      Look look = new Look(task);
      for (ReadOutcome outcome = reader.next();
          outcome != null && look.goesOn();
          outcome = reader.next()) {
        switch (outcome) {
          case ReadOutcome.Read read -> look.at(read.document());
          case ReadOutcome.Skipped skipped -> look.unread += skipped.reason().unread() ? 1 : 0;
          case ReadOutcome.Failed failed -> look.unread++;
        }
      }
      return look.drawn();
    }
  }

  /** One shard's counts. */
  private final class Look {
    private final Task task;
    private final Random random;
    private final List<String> hosts = new ArrayList<>();
    private final List<FalseHit> decoys = new ArrayList<>();
    private int documents;
    private int clean;
    private int usable;
    private int unread;
    private long words;
    private long bytes;

    Look(Task task) {
      this.task = task;
      random = SeededRandom.of(terms.seed(), 2, task.shard().ordinal());
    }

    boolean goesOn() {
      return documents < task.documents() && bytes < task.bytes();
    }

    void at(CorpusDocument document) throws IOException, InterruptedException {
      List<Finding> findings = matcher.match(document.text());
      bytes += document.text().length();
      if (matcher.words() == 0) {
        return;
      }
      words += matcher.words();
      clean += findings.stream().allMatch(this::isDecoy) ? 1 : 0;
      decoys.addAll(
          ControlMatcher.hits(documents, findings.stream().filter(this::isDecoy).toList()));
      documents++;
      if (matcher.words() > HOST_WORDS) {
        offerStretches(Words.of(document.text()));
      } else if (findings.isEmpty() && matcher.words() >= LEAST_WORDS) {
        offer(document.text().toString());
      }
    }

    private boolean isDecoy(Finding finding) {
      return terms.decoys().contains(finding.reference().catalogue());
    }

    /** A whole book is hardly ever clean: somewhere it quotes what others quote too. */
    private void offerStretches(Words cut) throws IOException, InterruptedException {
      int count = Math.min(task.hosts(), cut.count() / HOST_WORDS);
      for (int i = 0; i < count; i++) {
        int first = random.nextInt(cut.count() - HOST_WORDS + 1);
        String stretch = cut.quote(first, first + HOST_WORDS);
        if (matcher.match(Utf8Text.of(stretch)).isEmpty()) {
          offer(stretch);
        }
      }
    }

    /** Every text has the same chance, however many follow. */
    private void offer(String text) {
      usable++;
      if (hosts.size() < task.hosts()) {
        hosts.add(text);
      } else {
        int place = random.nextInt(usable);
        if (place < hosts.size()) {
          hosts.set(place, text);
        }
      }
    }

    Drawn drawn() {
      return new Drawn(documents, words, clean, unread, hosts, decoys);
    }
  }

  @Override
  public void close() {
    matcher.close();
  }
}
