package dev.bookplate.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.corpus.Shard;
import dev.bookplate.engine.Engine;
import dev.bookplate.engine.LocalEngine;
import dev.bookplate.engine.RoundTripEngine;
import dev.bookplate.evidence.Existing;
import dev.bookplate.evidence.Part;
import dev.bookplate.evidence.QuotePolicy;
import dev.bookplate.evidence.RunReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many small files share few files of shards, and nobody sees from a run how they do. */
class GroupsTest {
  private static final int FILES = 800;
  private static final String POEM =
      "the letter that she had written lay on the table where the lamp threw its light";

  @TempDir private static Path temp;
  private static ScanBench bench;
  private static Map<String, String> whole;
  private static int runs;

  @BeforeAll
  static void layOut() throws Exception {
    bench = new ScanBench(temp.resolve("bench"), Progress.NONE).laidOut();
    String book =
        Files.readString(Path.of("corpora/example-shelf/orrowby-the-lamp-at-skerrow.txt"));
    for (int i = 0; i < FILES; i++) {
      String text =
          switch (i % 100) {
            case 7 -> book.substring(book.length() / 2, book.length() / 2 + 900);
            case 8 -> ""; // an empty file is skipped
            case 9 -> "\u0000\u0001\u0002"; // and this is none of text
            default -> POEM + " " + i;
          };
      bench.write(String.format(java.util.Locale.ROOT, "small/%04d.txt", i), text);
    }
    whole = bytes(1);
  }

  private static Path run() {
    return temp.resolve("run-" + runs++);
  }

  private static Path scan(Path run, Existing existing, Engine engine, Progress progress)
      throws Exception {
    new Audit(bench.plan(QuotePolicy.DEFAULT), engine, progress)
        .run(
            new Audit.Request(run, existing, List.of("test"), null, 2, Audit.Checks.USUAL),
            (reader, to) -> Files.writeString(to.resolve("report.html"), "a page"));
    return run;
  }

  private static Map<String, String> bytes(int threads) throws Exception {
    return ScanBench.bytes(scan(run(), Existing.NOTHING, new LocalEngine(threads), Progress.NONE));
  }

  private static List<Path> shards(Path part) throws IOException {
    try (Stream<Path> files = Files.list(part.resolve("shards"))) {
      return files.sorted().toList();
    }
  }

  @Test
  void threadsPartsAndMachinesMakeNoDifference() throws Exception {
    assertEquals(whole, bytes(4));
    Engine elsewhere = new RoundTripEngine(2);
    assertEquals(whole, ScanBench.bytes(scan(run(), Existing.NOTHING, elsewhere, Progress.NONE)));
    for (int of : List.of(1, 3)) {
      List<Path> parts = new ArrayList<>();
      for (int i = 1; i <= of; i++) {
        Path part = temp.resolve("parts-" + of + "/" + i);
        int count = bench.part(part, new Part(i, of)).shards().size();
        if (of == 1) {
          assertTrue(shards(part).size() <= count / 3 + 60, shards(part).size() + " files");
        }
        parts.add(part);
      }
      assertEquals(whole, ScanBench.bytes(ScanBench.merge(run(), parts)), of + " parts");
    }
    long found = whole.get("findings.jsonl").lines().filter(l -> l.contains("small/")).count();
    assertTrue(found >= FILES / 100, found + " findings");
  }

  /** Notes the phases of a scan, with what was counted in each. */
  private static final class Phases implements Progress {
    final List<String> seen = new ArrayList<>();
    private final AtomicLong items = new AtomicLong();
    private String now;

    @Override
    public void phase(String what, Counted counted, long bytes) {
      end();
      now = what;
    }

    @Override
    public void add(long bytes, long count, long findings) {
      items.addAndGet(count);
    }

    Phases end() {
      if (now != null) {
        seen.add(now + " " + items.getAndSet(0));
      }
      return this;
    }
  }

  @Test
  void whatIsDoneAfterTheSearchIsTold() throws Exception {
    Phases phases = new Phases();
    Path run = scan(run(), Existing.NOTHING, new LocalEngine(2), phases);
    int works = Files.readAllLines(run.resolve("works.csv")).size() - 1;
    phases.end();
    List<String> after = phases.seen.subList(phases.seen.size() - 5, phases.seen.size());
    assertEquals("listing what was looked for " + works, after.get(0));
    long merged = Long.parseLong(after.get(1).substring("merging ".length()));
    // what was never made a shard, as hidden files, is not counted
    assertTrue(merged > FILES && merged <= RunReader.open(run).manifest().counts().seen());
    assertEquals("writing the works " + works, after.get(2));
    assertEquals(
        List.of("writing the report 0", "putting the run in its place 0"), after.subList(3, 5));
  }

  /** Tells when so many documents were searched, by the thread that searches. */
  private record Stop(AtomicInteger left, Thread caller) implements Progress {
    @Override
    public void phase(String what, Counted counted, long bytes) {}

    @Override
    public void add(long bytes, long items, long findings) {
      if (items > 0 && left.getAndDecrement() == 0) {
        caller.interrupt();
        Thread.currentThread().interrupt(); // as the engine will, in a moment
      }
    }
  }

  @Test
  void aGroupThatIsStoppedKeepsWhatItHasAndIsGoneOnWith() throws Exception {
    Path run = run();
    for (int after : List.of(400, 40, 200)) {
      assertThrows(
          InterruptedException.class,
          () ->
              scan(
                  run,
                  new Existing(false, true),
                  new LocalEngine(1),
                  new Stop(new AtomicInteger(after), Thread.currentThread())));
      assertTrue(Files.notExists(run.resolve("manifest.json")));
    }
    assertTrue(shards(run.resolve(".partial/scan")).size() > 100);

    scan(run, new Existing(false, true), new LocalEngine(2), Progress.NONE);
    assertEquals(whole, ScanBench.bytes(run));
  }

  @Test
  void aFileThatIsCutOrDamagedIsWrittenAgain() throws Exception {
    Path part = temp.resolve("part");
    bench.part(part, new Part(1, 1));
    Files.delete(part.resolve("part.json"));
    List<Path> shards = shards(part);
    Path group = shards.stream().max((a, b) -> Long.compare(lines(a), lines(b))).orElseThrow();
    List<String> lines = Files.readAllLines(group);
    assertTrue(lines.stream().filter(l -> l.startsWith("{\"sha256\"")).count() > 1);
    int end =
        IntStream.range(0, lines.size())
            .filter(i -> lines.get(i).startsWith("{\"sha256\""))
            .findFirst()
            .orElseThrow();
    // whole, and less than it was
    Files.writeString(group, String.join("\n", lines.subList(0, end + 1)) + "\n");
    Path other = shards.get(shards.indexOf(group) == 5 ? 6 : 5);
    Files.writeString(other, Files.readString(other).substring(20));
    Files.writeString(part.resolve("shards/00000001.jsonl.tmp"), "left by a kill");

    bench.part(part, new Part(1, 1), new Existing(false, true));
    assertEquals(whole, ScanBench.bytes(ScanBench.merge(run(), List.of(part))));
  }

  private static long lines(Path file) {
    try {
      return Files.readAllLines(file).size();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void onlySmallWholeNeighboursAreTogether() {
    assertEquals("[1]", sizes(List.of(task(0, 10))));
    List<SearchTask> many = IntStream.range(0, 1024).mapToObj(i -> task(i, 10)).toList();
    assertEquals(256, SearchGroup.of(many).size());
    assertEquals(List.of(0, 1, 2, 3), ordinals(SearchGroup.of(many).getFirst()));
    List<SearchTask> gap = new ArrayList<>(many);
    gap.remove(1);
    gap.set(2, task(3, 2 << 20));
    List<List<Integer>> groups = SearchGroup.of(gap).stream().map(GroupsTest::ordinals).toList();
    assertEquals(List.of(3), groups.getFirst(), "the largest comes first, and alone");
    assertTrue(groups.contains(List.of(0)) && groups.contains(List.of(2)), groups.toString());
    assertEquals(
        gap.stream().map(t -> t.shard().ordinal()).toList(),
        groups.stream().flatMap(List::stream).sorted().toList());
    List<SearchTask> heavy = IntStream.range(0, 5120).mapToObj(i -> task(i, 1 << 20)).toList();
    assertTrue(SearchGroup.of(heavy).stream().allMatch(g -> g.bytes() == 4 << 20));
  }

  private static String sizes(List<SearchTask> tasks) {
    return SearchGroup.of(tasks).stream().map(g -> g.tasks().size()).toList().toString();
  }

  private static List<Integer> ordinals(SearchGroup group) {
    return group.tasks().stream().map(task -> task.shard().ordinal()).toList();
  }

  private static SearchTask task(int ordinal, long bytes) {
    return new SearchTask(
        new Shard(ordinal, "c", "f" + ordinal, "/c/f" + ordinal, bytes, Shard.Range.WHOLE), null);
  }
}
