package dev.bookplate.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.engine.LocalEngine;
import dev.bookplate.evidence.Existing;
import dev.bookplate.evidence.Part;
import dev.bookplate.evidence.PartRecord;
import dev.bookplate.evidence.QuotePolicy;
import dev.bookplate.evidence.RunFolderException;
import dev.bookplate.evidence.RunReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scan in parts gives the bytes of one scan, and what does not belong together is refused. */
class PartsTest {
  @TempDir private Path temp;
  private ScanBench bench;
  private int runs;

  @BeforeEach
  void layOut() throws IOException {
    bench = new ScanBench(temp.resolve("bench"), Progress.NONE).laidOut();
  }

  private List<Path> parts(int of) throws Exception {
    List<Path> parts = new ArrayList<>();
    int set = runs++;
    for (int i = 1; i <= of; i++) {
      Path part = temp.resolve("set-" + set + "/p" + i);
      bench.part(part, new Part(i, of));
      parts.add(part);
    }
    return parts;
  }

  private Path run() {
    return temp.resolve("run-" + runs++);
  }

  @Test
  void anyNumberOfPartsGivesTheBytesOfOneScan() throws Exception {
    Map<String, String> whole = ScanBench.bytes(bench.scan(run(), Existing.NOTHING));
    assertTrue(whole.get("unread.jsonl").lines().count() >= 4, whole.get("unread.jsonl"));
    for (int of : List.of(1, 2, 3, 7)) {
      List<Path> parts = parts(of);
      Collections.reverse(parts);
      assertEquals(whole, ScanBench.bytes(ScanBench.merge(run(), parts)), of + " parts");
    }
  }

  @Test
  void partsWithoutAShardDoNoHarm() throws Exception {
    bench.write("long.txt", "One file of one shard is larger than all others. ".repeat(6000));
    assertTrue(Listing.of(bench.plan(QuotePolicy.DEFAULT)).of(new Part(4, 8)).isEmpty());

    assertEquals(
        ScanBench.bytes(bench.scan(run(), Existing.NOTHING)),
        ScanBench.bytes(ScanBench.merge(run(), parts(8))));
  }

  @Test
  void everyShardIsInOnePartAndSomePartsAreEmpty() throws Exception {
    Listing listing = Listing.of(bench.plan(QuotePolicy.DEFAULT));
    Set<Integer> cut = new HashSet<>();
    for (int of : List.of(1, 2, 3, 7, 60)) {
      List<Integer> dealt = new ArrayList<>();
      for (int i = 1; i <= of; i++) {
        listing.of(new Part(i, of)).forEach(s -> dealt.add(s.ordinal()));
      }
      assertEquals(Stream.iterate(0, i -> i + 1).limit(listing.shards().size()).toList(), dealt);
      listing.shards().stream().filter(s -> s.range().from() > 0).forEach(s -> cut.add(of));
    }
    assertEquals(5, cut.size(), "there are files of several shards");
    assertTrue(listing.of(new Part(1, 1000)).isEmpty());
  }

  @Test
  void machinesMayHaveTheCorpusElsewhere() throws Exception {
    Map<String, String> whole = ScanBench.bytes(bench.scan(run(), Existing.NOTHING));
    ScanBench other = new ScanBench(temp.resolve("a/b/other-machine"), Progress.NONE).laidOut();
    Path one = temp.resolve("one");
    Path two = temp.resolve("two");
    bench.part(one, new Part(1, 2));
    other.part(two, new Part(2, 2));

    assertEquals(whole, ScanBench.bytes(ScanBench.merge(run(), List.of(one, two))));
  }

  @Test
  void partsThatWereMovedAreMerged() throws Exception {
    List<Path> parts = parts(2);
    Path moved = Files.move(parts.get(1), temp.resolve("moved"));

    RunReader.open(ScanBench.merge(run(), List.of(parts.get(0), moved)));
  }

  private void assertRefused(
      Class<? extends RunFolderException> type, List<Path> parts, String... says) {
    Path run = run();
    RunFolderException e = assertThrows(type, () -> ScanBench.merge(run, parts));
    for (String word : says) {
      assertTrue(e.getMessage().contains(word), e.getMessage());
    }
    assertTrue(Files.notExists(run.resolve("manifest.json")));
  }

  @Test
  void missingAndDoublePartsAreNamed() throws Exception {
    List<Path> parts = parts(3);
    Path one = parts.get(0);
    Path three = parts.get(2);

    assertRefused(
        RunFolderException.OtherParts.class, List.of(one, three), "part 2 of 3 is missing");
    assertRefused(
        RunFolderException.OtherParts.class,
        List.of(one, three, three),
        three + " and " + three + " are both part 3 of 3");
  }

  @Test
  void partsOfOtherScansAreRefused() throws Exception {
    Path one = temp.resolve("one");
    bench.part(one, new Part(1, 2));
    Path ofThree = temp.resolve("of-three");
    bench.part(ofThree, new Part(2, 3));
    Path otherQuotes = temp.resolve("quotes");
    new Audit(bench.plan(QuotePolicy.NONE), new LocalEngine(1), Progress.NONE)
        .part(
            new Audit.Request(
                otherQuotes, Existing.NOTHING, List.of("test"), null, 1, Audit.Checks.USUAL),
            new Part(2, 2));
    bench.write("later.txt", "A file that came later.");
    Path later = temp.resolve("later");
    bench.part(later, new Part(2, 2));

    Class<RunFolderException.OtherParts> refused = RunFolderException.OtherParts.class;
    assertRefused(refused, List.of(one, ofThree), ofThree.toString(), "number of parts, 3 and not");
    assertRefused(refused, List.of(one, otherQuotes), otherQuotes.toString(), "--quotes");
    assertRefused(refused, List.of(one, later), "example-corpus/later.txt too");
  }

  @Test
  void aFileThatWasNotTheSameForTwoPartsIsRefused() throws Exception {
    ScanBench other = new ScanBench(temp.resolve("other"), Progress.NONE).laidOut();
    Path large = other.corpus().resolve("shards/part-000.jsonl");
    byte[] bytes = Files.readAllBytes(large);
    bytes[bytes.length - 20] ^= 1;
    Files.write(large, bytes);
    for (int i = 1; i <= 7; i++) {
      (i == 5 ? other : bench).part(temp.resolve("p" + i), new Part(i, 7));
    }
    List<Path> parts =
        Stream.iterate(1, i -> i + 1).limit(7).map(i -> temp.resolve("p" + i)).toList();

    assertRefused(
        RunFolderException.OtherParts.class, parts, "part-000.jsonl was not the same for");
  }

  @Test
  void damagedPartsAreNamed() throws Exception {
    List<Path> parts = parts(2);
    Path shard;
    try (Stream<Path> files = Files.list(parts.get(1).resolve("shards"))) {
      shard = files.sorted().findFirst().orElseThrow();
    }
    byte[] whole = Files.readAllBytes(shard);
    byte[] bad = whole.clone();
    bad[whole.length / 2] ^= 1;
    Files.write(shard, bad);
    assertRefused(RunFolderException.Damaged.class, parts, shard.toString());
    Files.delete(shard);
    assertRefused(RunFolderException.Damaged.class, parts, shard.toString(), "not there");
    Files.write(shard, whole);
    Path terms = parts.get(0).resolve("terms.json");
    Files.writeString(terms, Files.readString(terms).replace("test", "tset"));
    assertRefused(RunFolderException.Damaged.class, parts, terms.toString());
  }

  @Test
  void whatIsNoPartIsToldSo() throws Exception {
    Path run = bench.scan(run(), Existing.NOTHING);
    assertRefused(RunFolderException.NoPart.class, List.of(run), "holds no part");
    Path part = temp.resolve("part");
    bench.part(part, new Part(1, 2));
    RunFolderException e =
        assertThrows(RunFolderException.IsPart.class, () -> RunReader.open(part));
    assertTrue(e.getMessage().contains("put all parts together with merge"), e.getMessage());
    Files.delete(part.resolve("part.json"));
    assertRefused(
        RunFolderException.UnfinishedPart.class, List.of(part), "not finished", "--resume");
  }

  @Test
  void aPartIsReplacedOnlyWhenAskedAndNothingElseEver() throws Exception {
    Path part = temp.resolve("part");
    PartRecord first = bench.part(part, new Part(2, 3));
    assertThrows(RunFolderException.HoldsRun.class, () -> bench.part(part, new Part(2, 3)));
    assertEquals(first.shards(), bench.part(part, new Part(2, 3), Existing.REPLACED).shards());
    assertEquals(
        first.shards(),
        bench.part(part, new Part(2, 3), new Existing(false, true)).shards(),
        "a whole part is gone on with in no time");
    assertThrows(
        RunFolderException.OtherScan.class,
        () -> bench.part(part, new Part(1, 3), new Existing(false, true)));
    assertThrows(RunFolderException.NotForPart.class, () -> bench.scan(part, Existing.REPLACED));
    Path run = bench.scan(run(), Existing.NOTHING);
    assertThrows(
        RunFolderException.NotForPart.class,
        () -> bench.part(run, new Part(1, 3), Existing.REPLACED));
  }

  /** A part that lost its end is as one that was stopped. */
  private Path stopped() throws Exception {
    Path part = temp.resolve("stopped");
    bench.part(part, new Part(1, 1));
    Files.delete(part.resolve("part.json"));
    Files.delete(part.resolve("shards/00000000.jsonl"));
    return part;
  }

  private String refusal(Path part) {
    return assertThrows(
            RunFolderException.OtherScan.class,
            () -> bench.part(part, new Part(1, 1), new Existing(false, true)))
        .getMessage();
  }

  @Test
  void whatChangedSinceIsNamed() throws Exception {
    Path part = stopped();
    Path file = bench.corpus().resolve("shards/part-000.jsonl");
    byte[] whole = Files.readAllBytes(file);
    byte[] other = whole.clone();
    other[other.length - 20] ^= 1;
    Files.write(file, other);
    // a clock may be too coarse to tell
    Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1)));
    assertTrue(refusal(part).contains("shards/part-000.jsonl, whose bytes have changed"));
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 1));
    assertTrue(refusal(part).contains("part-000.jsonl, which has"), refusal(part));
    Files.delete(file);
    assertTrue(refusal(part).contains("which lacks example-corpus/shards/part-000.jsonl"));
    Files.write(file, whole);
    // touched, and the same
    bench.part(part, new Part(1, 1), new Existing(false, true));
    ScanBench.merge(run(), List.of(part));
  }

  @Test
  void aShardThatIsDamagedIsReadAgain() throws Exception {
    Map<String, String> whole = ScanBench.bytes(bench.scan(run(), Existing.NOTHING));
    Path part = stopped();
    Path shard = part.resolve("shards/00000003.jsonl");
    Files.write(shard, new byte[100]);
    bench.part(part, new Part(1, 1), new Existing(false, true));

    assertEquals(whole, ScanBench.bytes(ScanBench.merge(run(), List.of(part))));
  }
}
