package dev.bookplate.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.catalogue.Edition;
import dev.bookplate.match.Extent;
import dev.bookplate.match.Finding;
import dev.bookplate.match.Grade;
import dev.bookplate.match.OtherEdition;
import dev.bookplate.origin.Digests;
import dev.bookplate.origin.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunMergerTest {
  private static final SoughtWork A = Fixtures.sought("a", 10_000);
  private static final SoughtWork B = Fixtures.sought("b", 800);
  private static final SoughtWork UNFOUND = Fixtures.sought("unfound", 5_000);

  /** The shards of a run: the findings of each, every record of which was read. */
  private record Shards(List<MergePlan.Part> parts, List<List<Finding>> findings, int records) {
    static Shards ofFiles(int records, Map<String, List<List<Finding>>> files) {
      List<MergePlan.Part> parts = new ArrayList<>();
      List<List<Finding>> findings = new ArrayList<>();
      new TreeMap<>(files)
          .forEach(
              (path, shards) ->
                  shards.forEach(
                      shard -> {
                        parts.add(new MergePlan.Part(parts.size(), new InputFile("corpus", path)));
                        findings.add(shard);
                      }));
      return new Shards(parts, findings, records);
    }
  }

  @TempDir Path shards;
  @TempDir Path target;

  @Test
  void theBytesAreTheSameInWhicheverOrderShardsWereWritten(@TempDir Path other) throws Exception {
    Shards run = someRun();
    List<Integer> order = new ArrayList<>(IntStream.range(0, run.parts().size()).boxed().toList());
    merge(run, order, QuotePolicy.DEFAULT, target);
    Map<String, String> first = digests(target);
    assertEquals(7, first.size());
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(order, new Random(seed));
      merge(run, order, QuotePolicy.DEFAULT, other);
      assertEquals(first, digests(other));
    }
  }

  @Test
  void recordsCountFromTheStartOfTheFile() throws Exception {
    Finding second = quote("a.jsonl", 2, A, 0, 60);
    merge(
        Shards.ofFiles(
            10,
            Map.of(
                "a.jsonl", List.of(List.of(), List.of(second), List.of(second)),
                "b.jsonl", List.of(List.of(quote("b.jsonl", 2, A, 0, 60))))));
    assertEquals(
        List.of("a.jsonl 12", "a.jsonl 22", "b.jsonl 2"),
        findings().stream().map(f -> f.document().path() + " " + f.document().record()).toList());
    assertEquals(Digests.sha256("a.jsonl"), findings().getFirst().document().inputSha256());
  }

  @Test
  void aBookInFiftyChunksIsWhole() throws Exception {
    List<List<Finding>> chunks = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      // each 2 % of the work, and a little of the next chunk
      chunks.add(List.of(quote("chunks.jsonl", 0, A, i * 200, Math.min(210, 10_000 - i * 200))));
    }
    merge(Shards.ofFiles(1, Map.of("chunks.jsonl", chunks)));
    WorkRow row = work("a");
    assertEquals("whole", row.extent());
    assertEquals(10_000, row.exactWords());
    assertEquals(1.0, row.unionCoverage());
    assertEquals(50, row.findings());
    assertEquals(0, row.copies());
    assertEquals("strong", row.grade());
    assertEquals(210, row.longestRunWords());
  }

  @Test
  void aThousandChancePhrasesAreNothing() throws Exception {
    List<Finding> phrases = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      phrases.add(quote("web.jsonl", i, A, i * 10, 10));
    }
    merge(Shards.ofFiles(1000, Map.of("web.jsonl", List.of(phrases))));
    WorkRow row = work("a");
    assertNull(row.extent());
    assertEquals(0, row.exactWords());
    assertEquals(1000, row.findings());
    assertEquals("lead", row.grade());
  }

  @Test
  void commonAndCappedPassagesAddNothing() throws Exception {
    merge(
        Shards.ofFiles(
            1,
            Map.of(
                "f",
                List.of(
                    List.of(
                        Fixtures.finding(
                            Fixtures.at("f", 0),
                            A,
                            Extent.QUOTATION,
                            Fixtures.passage(0, 500, null, "licence", null),
                            Fixtures.passage(600, 300, null, null, "list"),
                            Fixtures.passage(1000, 30)))))));
    WorkRow row = work("a");
    assertEquals(30, row.exactWords());
    assertEquals(30, row.longestRunWords());
    assertEquals(0.003, row.unionCoverage());
    assertEquals("quotation", row.extent());
    // the list stays out of both
    assertEquals(0.053, row.coverageWithCommon());
    assertEquals("excerpt", row.extentWithCommon());
    assertEquals(1, row.passages());
  }

  @Test
  void whatACommonPassageWouldBeGradedStandsApart() throws Exception {
    Finding licence =
        Fixtures.finding(
            Fixtures.at("f", 0), A, Extent.QUOTATION, Fixtures.passage(0, 40, null, "l", null));
    Finding asGraded =
        new Finding(
            licence.document(),
            licence.reference(),
            Grade.LEAD,
            licence.extent(),
            licence.measures(),
            licence.passages(),
            licence.evidence(),
            licence.reasons());
    merge(Shards.ofFiles(1, Map.of("f", List.of(List.of(asGraded)))));
    assertEquals("lead", work("a").grade());
    assertEquals("moderate", work("a").gradeWithCommon());
    assertNull(work("a").extent());
    assertEquals("quotation", work("a").extentWithCommon());
  }

  @Test
  void whatAnotherEditionExplainsCountsForThisOneToo() throws Exception {
    Edition first = Fixtures.edition("two", "two-1", 1_000);
    Edition second = Fixtures.edition("two", "two-2", 900);
    SoughtWork both =
        new SoughtWork(Fixtures.work("two"), List.of(first, second), "shelf", null, "text");
    SoughtWork onlySecond =
        new SoughtWork(Fixtures.work("two"), List.of(second), "shelf", null, "text");
    Finding chunk = quote("f", 1, onlySecond, 400, 450);
    OtherEdition other =
        new OtherEdition("two-1", List.of(new Span(500, 700), new Span(702, 950)), List.of());
    Finding withOther =
        new Finding(
            chunk.document(),
            chunk.reference(),
            chunk.grade(),
            chunk.extent(),
            chunk.measures(),
            chunk.passages(),
            List.of(chunk.evidence().getFirst(), other.evidence()),
            chunk.reasons());
    merge(
        Shards.ofFiles(
            2, Map.of("f", List.of(List.of(quote("f", 0, both, 0, 510)), List.of(withOther)))),
        List.of(both));
    WorkRow row = work("two");
    assertEquals("two-1", row.editionId());
    assertEquals(948, row.exactWords());
    assertEquals("whole", row.extent());
    assertEquals(1, row.distinctPassages());
    assertEquals(0.01, row.shareTwoToFour());
  }

  @Test
  void theReferenceIsTheEditionWithTheLargestUnion() throws Exception {
    Edition first = Fixtures.edition("two", "two-1", 3_000);
    Edition second = Fixtures.edition("two", "two-2", 2_000);
    SoughtWork both =
        new SoughtWork(Fixtures.work("two"), List.of(first, second), "shelf", null, "text");
    SoughtWork onlySecond =
        new SoughtWork(Fixtures.work("two"), List.of(second), "shelf", null, "text");
    merge(
        Shards.ofFiles(
            2,
            Map.of(
                "f",
                List.of(
                    List.of(quote("f", 0, both, 0, 100), quote("f", 1, onlySecond, 0, 1_000))))),
        List.of(both));
    WorkRow row = work("two");
    assertEquals("two-2", row.editionId());
    assertEquals(0.5, row.unionCoverage());
    assertEquals("most", row.extent());
  }

  @Test
  void everyWorkHasARow() throws Exception {
    merge(someRun());
    try (Stream<WorkRow> rows = reader().works()) {
      List<WorkRow> all = rows.toList();
      assertEquals(List.of("a", "b", "unfound"), all.stream().map(WorkRow::workId).toList());
      assertEquals(0, all.get(2).findings());
      assertNull(all.get(2).grade());
      assertEquals("unfound-1", all.get(2).editionId());
      assertTrue(all.get(1).isShort());
    }
  }

  @Test
  void aCopyOfTheSameTextNamesTheFirst() throws Exception {
    Finding first = copy("a", 0, "the text");
    Finding again = copy("b", 0, "the text");
    Finding other = copy("c", 0, "another text");
    Merged merged =
        merge(
            Shards.ofFiles(
                1,
                Map.of(
                    "a", List.of(List.of(first)),
                    "b", List.of(List.of(again)),
                    "c", List.of(List.of(other)))));
    try (Stream<CopyRow> rows = reader().copies()) {
      List<CopyRow> all = rows.toList();
      assertEquals(3, all.size());
      assertNull(all.get(0).duplicateOf());
      assertEquals(all.get(0).findingId(), all.get(1).duplicateOf());
      assertEquals("same text", all.get(1).copyClass());
      assertNull(all.get(2).duplicateOf());
    }
    assertEquals(3, merged.counts().copies());
    assertEquals(3, work("b").copies());
    assertEquals(2, work("b").documents());
  }

  @Test
  void quotesStopWhereTheBudgetOfTheWorkEnds() throws Exception {
    List<Finding> many = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      many.add(quote("f", i, A, i * 100, 90));
      many.add(quote("f", i, B, i * 50, 40));
    }
    Shards run = Shards.ofFiles(8, Map.of("f", List.of(many)));
    // a quote of 90 words is cut at 60
    merge(run, List.of(0), new QuotePolicy(60, 250), target);
    assertEquals(List.of(true, true, true, true, false, false, false, false), quoted(A));
    assertEquals(List.of(true, true, true, true, true, true, false, false), quoted(B));
    FindingLine last = findings().getLast();
    assertNull(last.passages().getFirst().refQuote());
    assertTrue(last.passages().getFirst().quoteTruncated());
    merge(run, List.of(0), QuotePolicy.NONE, target);
    assertEquals(Collections.nCopies(8, false), quoted(A));
  }

  @Test
  void countsAddUp() throws Exception {
    Path folder = shards;
    List<MergePlan.Part> parts =
        List.of(
            new MergePlan.Part(0, new InputFile("corpus", "b")),
            new MergePlan.Part(1, new InputFile("corpus", "d")));
    List<ShardReceipt> receipts = new ArrayList<>();
    try (GroupWriter group = new GroupWriter(folder, 0, Fixtures.PLAN, QuotePolicy.DEFAULT);
        ShardWriter shard = group.shard(0)) {
      shard.read(100, 20);
      shard.skipped(Fixtures.at("b", 1), "empty", false, null);
      shard.failed(Fixtures.at("b", 2), "Broken.");
      receipts.add(shard.finish(3));
    }
    try (GroupWriter group = new GroupWriter(folder, 1, Fixtures.PLAN, QuotePolicy.DEFAULT);
        ShardWriter shard = group.shard(1)) {
      shard.failed(Fixtures.at("d", 0), "The file cannot be opened.");
      receipts.add(shard.finish(1));
    }
    List<UnreadLine> hidden =
        List.of(
            UnreadLine.skipped(Fixtures.at("e", 0), "excluded", false, "hidden"),
            UnreadLine.skipped(Fixtures.at("a", 0), "excluded", false, "hidden"),
            UnreadLine.skipped(Fixtures.at("c", 0), "unsupported", true, "a picture"));
    Map<InputFile, Digests> inputs = Map.of(new InputFile("corpus", "b"), digests("b"));
    Merged merged =
        new RunMerger(
                new MergePlan(
                    Fixtures.PLAN, parts, inputs, List.of(A), hidden, QuotePolicy.DEFAULT))
            .merge(folder, receipts, target);
    assertEquals(
        new Manifest.Counts(
            5,
            7,
            7,
            1,
            Map.of("empty", 1L, "excluded", 2L, "unsupported", 1L),
            2,
            3,
            100,
            20,
            1,
            0,
            Map.of("strong", 0L, "moderate", 0L, "lead", 0L),
            0,
            Map.of(),
            new Manifest.Markers(0, Map.of())),
        merged.counts());
    assertEquals(
        new Manifest.Input(
            "corpus",
            "b",
            7L,
            digests("b").md5(),
            digests("b").sha256(),
            3,
            1,
            1,
            1,
            Map.of("empty", 1L),
            100),
        merged.inputs().get(1));
    assertNull(merged.inputs().get(3).sha256());
    try (Stream<UnreadLine> lines = reader().unread()) {
      assertEquals(List.of("a", "b", "b", "c", "d", "e"), lines.map(UnreadLine::path).toList());
    }
  }

  @Test
  void aShardWithoutItsReceiptFailsTheRun() throws Exception {
    Shards run = someRun();
    List<ShardReceipt> receipts = new ArrayList<>(write(run, List.of(0, 1, 2, 3)));
    RunMerger merger = new RunMerger(plan(run, works(), QuotePolicy.DEFAULT));
    receipts.set(1, null);
    assertThrows(IllegalStateException.class, () -> merger.merge(shards, receipts, target));
    receipts.remove(1);
    assertThrows(IllegalStateException.class, () -> merger.merge(shards, receipts, target));
  }

  @Test
  void aShardThatIsNotTheReceiptsFailsTheRun() throws Exception {
    Shards run = someRun();
    List<ShardReceipt> receipts = write(run, List.of(0, 1, 2, 3));
    try (GroupWriter group = new GroupWriter(shards, 1, Fixtures.PLAN, QuotePolicy.DEFAULT);
        ShardWriter shard = group.shard(1)) {
      shard.finish(0);
    }
    RunMerger merger = new RunMerger(plan(run, works(), QuotePolicy.DEFAULT));
    RunFolderException.Damaged e =
        assertThrows(
            RunFolderException.Damaged.class, () -> merger.merge(shards, receipts, target));
    assertTrue(e.getMessage().contains("00000001.jsonl"), e.getMessage());
  }

  @Test
  void aWorkThatWasNotLookedForIsAnError() {
    Shards run = someRun();
    assertThrows(IllegalStateException.class, () -> merge(run, List.of(A)));
  }

  private static Shards someRun() {
    return Shards.ofFiles(
        20,
        Map.of(
            "a.jsonl",
            List.of(
                List.of(quote("a.jsonl", 0, A, 0, 60), quote("a.jsonl", 0, B, 10, 30)),
                List.of(quote("a.jsonl", 4, A, 5, 700))),
            "b.txt",
            List.of(List.of(copy("b.txt", 0, "text"))),
            "c.txt",
            List.of(List.of(copy("c.txt", 0, "text")))));
  }

  private static Finding quote(String path, long record, SoughtWork work, int from, int words) {
    return Fixtures.finding(
        Fixtures.at(path, record), work, Extent.QUOTATION, Fixtures.passage(from, words));
  }

  private static Finding copy(String path, long record, String text) {
    return Fixtures.finding(
        Fixtures.at(path, record), text, B, Extent.WHOLE, Fixtures.passage(0, 790));
  }

  private static List<SoughtWork> works() {
    return List.of(UNFOUND, B, A);
  }

  private Merged merge(Shards run) throws Exception {
    return merge(run, works());
  }

  private Merged merge(Shards run, List<SoughtWork> works) throws Exception {
    List<Integer> order = IntStream.range(0, run.parts().size()).boxed().toList();
    return new RunMerger(plan(run, works, QuotePolicy.DEFAULT))
        .merge(shards, write(run, order), target);
  }

  private void merge(Shards run, List<Integer> order, QuotePolicy quotes, Path into)
      throws Exception {
    new RunMerger(plan(run, works(), quotes)).merge(shards, write(run, order), into);
  }

  private static MergePlan plan(Shards run, List<SoughtWork> works, QuotePolicy quotes) {
    Map<InputFile, Digests> inputs = new HashMap<>();
    run.parts().forEach(part -> inputs.put(part.file(), digests(part.file().path())));
    return new MergePlan(Fixtures.PLAN, run.parts(), inputs, works, List.of(), quotes);
  }

  private static Digests digests(String path) {
    String sha256 = Digests.sha256(path);
    return new Digests(7, sha256.substring(0, 32), sha256);
  }

  private List<ShardReceipt> write(Shards run, List<Integer> order) throws Exception {
    Map<Integer, ShardReceipt> receipts = new TreeMap<>();
    for (int ordinal : order) {
      Files.deleteIfExists(ShardFile.in(shards, ordinal));
      try (GroupWriter group =
              new GroupWriter(shards, ordinal, Fixtures.PLAN, QuotePolicy.DEFAULT);
          ShardWriter shard = group.shard(ordinal)) {
        for (int i = 0; i < run.records(); i++) {
          shard.read(10, 2);
        }
        for (Finding finding : run.findings().get(ordinal)) {
          shard.finding(finding);
        }
        receipts.put(ordinal, shard.finish(run.records()));
      }
    }
    return List.copyOf(receipts.values());
  }

  private RunReader reader() {
    return new RunReader(target, null);
  }

  private List<FindingLine> findings() throws Exception {
    try (Stream<FindingLine> findings = reader().findings()) {
      return findings.toList();
    }
  }

  private List<Boolean> quoted(SoughtWork work) throws Exception {
    return findings().stream()
        .filter(finding -> finding.work().id().equals(work.work().id()))
        .map(finding -> finding.passages().getFirst().quote() != null)
        .toList();
  }

  private WorkRow work(String id) throws Exception {
    try (Stream<WorkRow> rows = reader().works()) {
      return rows.filter(row -> row.workId().equals(id)).findFirst().orElseThrow();
    }
  }

  private static Map<String, String> digests(Path folder) throws Exception {
    Map<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        digests.put(file.getFileName().toString(), Digests.of(file).sha256());
      }
    }
    return digests;
  }
}
