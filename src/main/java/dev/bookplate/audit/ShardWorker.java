package dev.bookplate.audit;

import dev.bookplate.catalogue.rows.FileFacts.Digest;
import dev.bookplate.corpus.CorpusDocument;
import dev.bookplate.corpus.ReadOutcome;
import dev.bookplate.corpus.Shard;
import dev.bookplate.corpus.ShardReader;
import dev.bookplate.corpus.ShardReaders;
import dev.bookplate.corpus.SkipReason;
import dev.bookplate.engine.Engine;
import dev.bookplate.evidence.CandidateLine;
import dev.bookplate.evidence.ConditionLine;
import dev.bookplate.evidence.GroupReceipt;
import dev.bookplate.evidence.GroupWriter;
import dev.bookplate.evidence.ShardWriter;
import dev.bookplate.fingerprint.FingerprintSpec;
import dev.bookplate.match.Assembly;
import dev.bookplate.match.Finding;
import dev.bookplate.match.Finding.Evidence;
import dev.bookplate.match.Hit;
import dev.bookplate.match.KnownBooks;
import dev.bookplate.match.Matcher;
import dev.bookplate.match.ReferenceLibrary;
import dev.bookplate.match.Rejected;
import dev.bookplate.match.SampledLibrary;
import dev.bookplate.origin.Digests;
import dev.bookplate.origin.Origin;
import dev.bookplate.origin.Utf8Text;
import dev.bookplate.text.Language;
import dev.bookplate.text.Words;
import dev.bookplate.traces.TraceSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Scans one shard after the other: reads, matches, writes what was found. Belongs to one thread. A
 * group that is stopped keeps the shards that it is done with.
 */
final class ShardWorker implements Engine.Worker<SearchGroup, GroupReceipt> {
  private static final Origin MEMORY = Origin.ofFile("self-test", "self-test", 0);

  private final AuditPlan plan;
  private final String planDigest;
  private final Path shards;
  private final Progress progress;
  private final ShardReaders readers;
  private final Matcher matcher;
  private final OutputLines outputs;
  private final List<Rejected> rejected = new ArrayList<>();
  private final SeenFiles seen;
  private final TextlessHits textless;
  private final MarkerTraces markers;
  private TakenLibraries libraries;

  ShardWorker(AuditPlan plan, Path shards, Progress progress) throws IOException {
    this.plan = plan;
    this.planDigest = plan.digest();
    this.shards = shards;
    this.progress = progress;
    matcher = matcher();
    outputs = new OutputLines(plan.reading().tokens());
    if (plan.logCandidates()) {
      matcher.log(rejected::add);
    }
    KnownBooks books = SoughtBooks.of(plan, libraries);
    Set<Digest> kinds = EnumSet.copyOf(books.digestKinds());
    // what tells files apart that gave no text
    kinds.add(Digest.SHA256);
    seen = new SeenFiles(kinds);
    textless = new TextlessHits(books);
    markers = new MarkerTraces(plan.markers());
    readers = new ShardReaders(plan.reading(), seen);
  }

  private Matcher matcher() throws IOException {
    int quoteWords = plan.quotes().isNone() ? 0 : plan.quotes().perPassageWords();
    TakenLibraries taken = new TakenLibraries();
    try {
      ReferenceLibrary library = taken.take(plan.catalogues(), plan.spec());
      List<SampledLibrary> sampled = new ArrayList<>();
      for (AuditPlan.SampledRef ref : plan.sampled()) {
        FingerprintSpec spec = FingerprintSpec.sampled(ref.key().id());
        sampled.add(new SampledLibrary(taken.take(List.of(ref.catalogue()), spec), ref.key()));
      }
      ReferenceLibrary background = taken.take(plan.background(), plan.spec());
      libraries = taken;
      return new Matcher(library, sampled, background, quoteWords);
    } catch (IOException | RuntimeException e) {
      taken.close();
      throw e;
    }
  }

  @Override
  public GroupReceipt apply(SearchGroup group) throws IOException, InterruptedException {
    try (GroupWriter writer = new GroupWriter(shards, group.first(), planDigest, plan.quotes())) {
      for (SearchTask task : group.tasks()) {
        search(task, writer);
      }
      return writer.finish();
    }
  }

  private void search(SearchTask task, GroupWriter group) throws IOException, InterruptedException {
    Shard shard = task.shard();
    seen.takeAll();
    markers.begin();
    seen.add(Origin.ofFile(shard.corpus(), shard.path(), shard.fileSize()), task.file());
    try (ShardWriter writer = group.shard(shard.ordinal());
        ShardReader reader = readers.open(shard)) {
      long told = 0;
      for (ReadOutcome outcome = reader.next(); outcome != null; outcome = reader.next()) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        switch (outcome) {
          case ReadOutcome.Read read -> {
            write(containers(seen.takeOthers(read.document().origin())), writer);
            look(read.document(), writer);
            told += tell(shard, read.document(), told);
          }
          case ReadOutcome.Skipped skipped -> {
            write(unread(skipped.where()), writer);
            skip(skipped.where(), skipped.reason(), skipped.detail(), writer);
          }
          case ReadOutcome.Failed failed -> {
            write(unread(failed.where()), writer);
            writer.failed(failed.where(), failed.message());
          }
        }
      }
      write(containers(seen.takeAll()), writer);
      if (markers.tallied() != null) {
        writer.markers(markers.tallied());
      }
      writer.finish(reader.records(), reader.bytes());
      progress.add(shard.weight() - told, 0, 0);
    }
  }

  /** Opens a shard to look at some of its documents again; nothing is written. */
  ShardReader reopen(Shard shard) {
    seen.takeAll();
    if (SearchTask.isFirst(shard)) {
      InputDigester digester = new InputDigester.Factory(textless.digestKinds()).create();
      seen.add(
          Origin.ofFile(shard.corpus(), shard.path(), shard.fileSize()),
          digester.apply(shard.file()).digests());
    }
    return readers.open(shard);
  }

  /**
   * What is known of files and members of a shard without text; nothing is written.
   *
   * @param findings in the order in which they are met
   * @param records of the shard
   * @param bytes of the shard
   */
  record Textless(List<Finding> findings, long records, long bytes) {}

  /** Goes through a shard again for what is known without text. */
  Textless withoutText(Shard shard) throws IOException, InterruptedException {
    List<Finding> found = new ArrayList<>();
    try (ShardReader reader = reopen(shard)) {
      for (ReadOutcome outcome = reader.next(); outcome != null; outcome = reader.next()) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        switch (outcome) {
          case ReadOutcome.Read read -> {
            CorpusDocument document = read.document();
            found.addAll(containers(seen.takeOthers(document.origin())));
            if (document.field() == null) {
              List<SeenFiles.Seen> bytes = seen.take(document.origin());
              if (bytes != null && Words.of(document.text()).count() == 0) {
                found.addAll(unreadFile(document.origin(), bytes));
              }
            }
          }
          case ReadOutcome.Skipped skipped -> found.addAll(unread(skipped.where()));
          case ReadOutcome.Failed failed -> found.addAll(unread(failed.where()));
        }
      }
      found.addAll(containers(seen.takeAll()));
      return new Textless(found, reader.records(), reader.bytes());
    }
  }

  /** Files and members that are many documents, by their bytes. */
  private List<Finding> containers(Map<Origin, List<SeenFiles.Seen>> files) throws IOException {
    List<Finding> found = new ArrayList<>();
    for (Map.Entry<Origin, List<SeenFiles.Seen>> file : files.entrySet()) {
      List<SeenFiles.Seen> bytes = file.getValue();
      found.addAll(withoutText(file.getKey(), bytes, textless.ofBytes(bytes)));
    }
    return found;
  }

  /** A file or member that gave no text may still be known. */
  private List<Finding> unread(Origin where) throws IOException {
    List<Finding> found = containers(seen.takeOthers(where));
    List<SeenFiles.Seen> bytes = seen.take(where);
    if (bytes != null) {
      found.addAll(unreadFile(where, bytes));
    }
    return found;
  }

  private List<Finding> unreadFile(Origin where, List<SeenFiles.Seen> bytes) throws IOException {
    return withoutText(where, bytes, textless.ofUnread(where, bytes));
  }

  private List<Finding> withoutText(Origin where, List<SeenFiles.Seen> bytes, List<Hit> hits)
      throws IOException {
    Finding.FoundDocument document =
        Finding.FoundDocument.ofBytes(where, bytes.getFirst().digests().sha256());
    List<Evidence> support = markers.of(where, TraceSources.ofUnread(where));
    return Assembly.of(List.of(), hits, support, () -> document);
  }

  private void write(List<Finding> findings, ShardWriter writer) throws IOException {
    for (Finding finding : findings) {
      writer.finding(finding);
    }
    progress.add(0, 0, findings.size());
  }

  /** Where records' places are bytes of the file itself, the user need not wait for the shard. */
  private long tell(Shard shard, CorpusDocument document, long told) {
    if (shard.range().unit() != Shard.Unit.BYTES) {
      return 0;
    }
    long done = Math.min(document.origin().byteEnd() - shard.range().from(), shard.weight());
    progress.add(done - told, 0, 0);
    return done - told;
  }

  /**
   * What is found in documents that are in no shard's file: nothing is written.
   *
   * @param lines JSON lines
   * @return a list for each that gave a text, in their order
   */
  List<List<Finding>> look(InputStream lines) throws IOException, InterruptedException {
    List<List<Finding>> found = new ArrayList<>();
    try (ShardReader reader = readers.open(MEMORY, lines)) {
      for (ReadOutcome outcome = reader.next(); outcome != null; outcome = reader.next()) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        if (outcome instanceof ReadOutcome.Read read) {
          found.add(matcher.match(read.document().text(), () -> found(read.document(), null)));
        }
      }
    }
    return found;
  }

  private static void skip(Origin where, SkipReason reason, String detail, ShardWriter writer)
      throws IOException {
    writer.skipped(where, reason.label(), reason.unread(), detail);
  }

  private void look(CorpusDocument document, ShardWriter writer) throws IOException {
    rejected.clear();
    List<SeenFiles.Seen> bytes = document.field() == null ? seen.take(document.origin()) : null;
    List<Finding> texts = texts(document, bytes);
    if (matcher.words() == 0) {
      if (bytes != null) {
        write(unreadFile(document.origin(), bytes), writer);
      }
      skip(document.origin(), SkipReason.EMPTY, "the text has no word", writer);
      return;
    }
    int least = plan.reading().selection().minWords();
    if (matcher.words() < least) {
      String few = matcher.words() + " words, fewer than --min-words " + least;
      skip(document.origin(), SkipReason.TOO_SHORT, few, writer);
      return;
    }
    List<Finding> findings = assembled(document, bytes, texts);
    for (Finding finding : findings) {
      writer.finding(finding);
    }
    if (document.completion() != null) {
      writer.output(outputs.line(document, matcher.words(), findings));
    }
    for (ConditionLine condition : Conditions.of(document, matcher.words(), findings)) {
      writer.condition(condition);
    }
    for (Rejected candidate : rejected) {
      writer.candidate(CandidateLine.of(document.origin(), candidate));
    }
    writer.read(document.text().length(), matcher.words());
    progress.add(0, 1, findings.size());
  }

  /** What is found in one document, and of it where it is a file; nothing is written. */
  List<Finding> findings(CorpusDocument document) throws IOException {
    List<SeenFiles.Seen> bytes = document.field() == null ? seen.take(document.origin()) : null;
    return assembled(document, bytes, texts(document, bytes));
  }

  /**
   * Files, members and records as long as a book are asked for more than their text; markers also
   * support what was found in the text of others.
   */
  private List<Finding> assembled(
      CorpusDocument document, List<SeenFiles.Seen> bytes, List<Finding> texts) throws IOException {
    boolean mayBeBook = bytes != null || matcher.words() >= TextlessHits.BOOK_WORDS;
    if (!mayBeBook && texts.isEmpty()) {
      return texts;
    }
    TraceSource source = TraceSources.of(document, bytes != null);
    List<Hit> hits = mayBeBook ? textless.of(document, source, bytes) : List.of();
    List<Evidence> support = markers.of(document.origin(), source);
    return Assembly.of(texts, hits, support, () -> found(document, bytes));
  }

  private List<Finding> texts(CorpusDocument document, List<SeenFiles.Seen> bytes)
      throws IOException {
    List<Utf8Text> prompt =
        document.completion() == null ? List.of() : document.completion().texts();
    return matcher.match(document.text(), prompt, () -> found(document, bytes));
  }

  private Finding.FoundDocument found(CorpusDocument document, List<SeenFiles.Seen> bytes) {
    CorpusDocument.Facts facts = document.facts().get();
    CorpusDocument.Claims claims = facts.claims();
    return new Finding.FoundDocument(
        document.origin(),
        document.field(),
        facts.id(),
        Digests.sha256(document.text()),
        document.text().codePoints(),
        matcher.words(),
        bytes == null ? null : bytes.getFirst().digests().sha256(),
        Language.of(document.text()),
        document.extractor(),
        claims.url(),
        claims.source(),
        claims.license(),
        claims.created(),
        facts.places());
  }

  @Override
  public void close() {
    libraries.close();
  }
}
