package dev.bookplate.audit;

import dev.bookplate.corpus.ReadOutcome;
import dev.bookplate.corpus.Shard;
import dev.bookplate.corpus.ShardReader;
import dev.bookplate.corpus.ShardReaders;
import dev.bookplate.evidence.CopyRow;
import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.InputFile;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.match.Finding;
import dev.bookplate.match.ReferenceLibrary;
import dev.bookplate.notices.BookFacts;
import dev.bookplate.notices.CopyNotices;
import dev.bookplate.notices.NoticeLine;
import dev.bookplate.notices.NoticeRules;
import dev.bookplate.notices.NoticeSearch;
import dev.bookplate.origin.Digests;
import dev.bookplate.origin.Origin;
import dev.bookplate.origin.Utf8Text;
import dev.bookplate.text.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Reads the copies of a run again from the corpora, and looks for the notices of their references.
 * A copy whose text is not at hand, or is another than was scanned, is told with the reason.
 */
public final class CopiesAgain {
  private static final String NOT_FOUND = "no document stands there that can be read";

  /** Takes what is seen, in the run's order. */
  @FunctionalInterface
  public interface Sink {
    /** One copy. */
    void copy(CopyNotices copy) throws IOException;
  }

  private final RunReader run;
  private final AuditPlan plan;
  private final NoticeSearch search;
  private final Sink sink;
  private final Progress progress;
  private final Map<String, Integer> editions = new HashMap<>();
  private ReferenceLibrary library;

  private CopiesAgain(
      RunReader run, AuditPlan plan, NoticeRules rules, Sink sink, Progress progress) {
    this.run = run;
    this.plan = plan;
    this.search = new NoticeSearch(rules);
    this.sink = sink;
    this.progress = progress;
  }

  /** A finding that is a copy. */
  private record Copy(FindingLine finding, boolean isDuplicate) {
    InputFile file() {
      return new InputFile(finding.document().corpus(), finding.document().path());
    }

    CopyNotices notExamined(String why) {
      return new CopyNotices(finding, isDuplicate, List.of(), why);
    }
  }

  /**
   * Examines a run.
   *
   * @param corpora where they are now
   * @throws CatalogueException if a catalogue is named that the run was not made with, or none
   */
  public static void examine(
      RunReader run,
      List<Verify.Corpus> corpora,
      RecordedPlan recorded,
      RecordedPlan.AtHand at,
      NoticeRules rules,
      Sink sink,
      Progress progress)
      throws IOException, InterruptedException {
    List<String> others = recorded.others(at);
    if (!others.isEmpty()) {
      throw new CatalogueException(
          "the run was not made with " + others.getFirst() + ": name the catalogue of the run");
    }
    AuditPlan plan = recorded.plan(corpora.stream().map(Verify.Corpus::root).toList(), at);
    CorporaAtHand here = Verify.at(corpora, recorded);
    CopiesAgain again = new CopiesAgain(run, plan, rules, sink, progress);
    IntegrityCheck integrity = IntegrityCheck.start(plan, List.of());
    integrity.during(
        () -> {
          again.examine(here);
          return null;
        });
  }

  private void examine(CorporaAtHand here) throws IOException, InterruptedException {
    progress.phase(
        "reading copies again", Progress.Counted.DOCUMENTS, run.manifest().counts().copies());
    try (ReferenceLibrary opened = CatalogueFolder.open(plan.catalogues(), plan.spec());
        Stream<FindingLine> findings = run.findings();
        Stream<CopyRow> copies = run.copies()) {
      library = opened;
      opened.forEachNumber(
          (number, ref) -> editions.put(key(ref.catalogue(), ref.edition().id()), number));
      CopyStream next = new CopyStream(findings.iterator(), copies.iterator());
      Copy copy = next.next();
      while (copy != null) {
        List<Copy> ofFile = new ArrayList<>();
        InputFile file = copy.file();
        while (copy != null && copy.file().equals(file)) {
          ofFile.add(copy);
          copy = next.next();
        }
        file(ofFile, here.shards().get(file));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** The findings that are copies: both stand in the same order. */
  private static final class CopyStream {
    private final Iterator<FindingLine> findings;
    private final Iterator<CopyRow> copies;

    CopyStream(Iterator<FindingLine> findings, Iterator<CopyRow> copies) {
      this.findings = findings;
      this.copies = copies;
    }

    /** Null behind the last. */
    Copy next() {
      if (!copies.hasNext()) {
        return null;
      }
      CopyRow copy = copies.next();
      while (findings.hasNext()) {
        FindingLine finding = findings.next();
        if (finding.id().equals(copy.findingId())) {
          boolean isSame = copy.duplicateOf() != null && !Objects.equals(copy.copyClass(), "near");
          return new Copy(finding, isSame);
        }
      }
      return null;
    }
  }

  private static String key(String catalogue, String edition) {
    return catalogue + "\0" + edition;
  }

  /** The copies in one file, in the order of its records. */
  private void file(List<Copy> copies, List<Shard> shards)
      throws IOException, InterruptedException {
    int next = 0;
    long records = 0;
    for (int i = 0; shards != null && i < shards.size() && next < copies.size(); i++) {
      try (ShardReader reader = new ShardReaders(plan.reading()).open(shards.get(i))) {
        for (ReadOutcome outcome = reader.next();
            outcome != null && next < copies.size();
            outcome = reader.next()) {
          if (Thread.interrupted()) {
            throw new InterruptedException();
          }
          if (outcome instanceof ReadOutcome.Read read) {
            next = document(copies, next, read, records);
          }
        }
        records += reader.records();
      }
    }
    String why = shards == null ? "its file is not at hand" : NOT_FOUND;
    for (; next < copies.size(); next++) {
      sink.copy(copies.get(next).notExamined(why(copies.get(next), why)));
      progress.add(0, 1, 1);
    }
  }

  private static String why(Copy copy, String otherwise) {
    return copy.finding.document().textSha256() == null ? NO_TEXT : otherwise;
  }

  /** The first copy that does not stand in this document; copies without text are passed by. */
  private int document(List<Copy> copies, int from, ReadOutcome.Read read, long records)
      throws IOException {
    int next = from;
    while (next < copies.size()) {
      Copy copy = copies.get(next);
      boolean hasText = copy.finding.document().textSha256() != null;
      if (hasText && !isAt(copy, read.document().origin(), records)) {
        return next;
      }
      sink.copy(hasText ? seen(copy, read.document().text()) : copy.notExamined(NO_TEXT));
      progress.add(0, 1, 1);
      next++;
    }
    return next;
  }

  private static boolean isAt(Copy copy, Origin origin, long records) {
    return Objects.equals(copy.finding.document().member(), origin.member())
        && copy.finding.document().record() == origin.record() + records;
  }

  private CopyNotices seen(Copy copy, Utf8Text text) throws IOException {
    FindingLine finding = copy.finding;
    if (!Digests.sha256(text).equals(finding.document().textSha256())) {
      return copy.notExamined(CHANGED);
    }
    Integer edition =
        finding.work().edition() == null
            ? null
            : editions.get(key(finding.work().catalogue(), finding.work().edition().id()));
    if (edition == null || finding.measures() == null) {
      return copy.notExamined("the reference's text is not at hand");
    }
    Finding.Reference reference = library.reference(edition);
    BookFacts facts =
        new BookFacts(
            reference.work().title(),
            reference.work().authors(),
            reference.work().publisher(),
            reference.work().isbns());
    List<NoticeLine> lines = search.search(finding, facts, library.words(edition), Words.of(text));
    return new CopyNotices(finding, copy.isDuplicate, lines, null);
  }

  /** Why a copy was not examined that was found by its bytes alone. */
  public static final String NO_TEXT = "the file gave no text";

  /** Why a copy was not examined that is not what was scanned. */
  public static final String CHANGED = "it is not the text that was scanned";
}
