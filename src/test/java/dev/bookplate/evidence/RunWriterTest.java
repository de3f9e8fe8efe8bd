package dev.bookplate.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.match.Extent;
import dev.bookplate.origin.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunWriterTest {
  private static final Set<String> FILES =
      Set.of(
          "manifest.json",
          "findings.jsonl",
          "findings.csv",
          "works.csv",
          "copies.csv",
          "conditions.jsonl",
          "markers.csv",
          "unread.jsonl",
          "report.html");

  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void name() {
    folder = temp.resolve("reports/run");
  }

  @Test
  void aFinishedRunHasItsFilesAndNothingElse() throws Exception {
    Manifest manifest = scan(false, "first");
    assertEquals(FILES, names(folder));
    assertEquals(
        Digests.of(folder.resolve("findings.jsonl")).sha256(),
        manifest.files().get("findings.jsonl").sha256());
    assertEquals(FILES.size() - 1, manifest.files().size());
    RunReader reader = RunReader.open(folder);
    assertEquals(manifest, reader.manifest());
    try (Stream<FindingLine> findings = reader.findings();
        Stream<WorkRow> works = reader.works();
        Stream<CopyRow> copies = reader.copies();
        Stream<UnreadLine> unread = reader.unread()) {
      assertEquals(
          List.of(1L, 2L, 0L, 1L),
          List.of(findings.count(), works.count(), copies.count(), unread.count()));
    }
  }

  @Test
  void aReportIsMadeFromTheRunBeforeItIsWhole() throws Exception {
    scan(false, "first");
    assertEquals("first: 1 findings", Files.readString(folder.resolve("report.html")));
  }

  @Test
  void twoRunsDifferInTheirManifestOnlyByItsLastBlock() throws Exception {
    Manifest first = scan(false, "same");
    Manifest second = scan(true, "same");
    assertEquals(first.files(), second.files());
  }

  @Test
  void aFolderWithSomethingElseIsRefusedAndLeftAlone() throws Exception {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("thesis.doc"), "years of work");
    assertRefused(RunFolderException.NotEmpty.class, true, "is not empty and holds no run");
    assertEquals(Set.of("thesis.doc"), names(folder));
    Files.writeString(folder.resolve("manifest.json"), "{\"name\": \"some other program's\"}");
    assertRefused(RunFolderException.NotEmpty.class, true, "is not empty and holds no run");
  }

  @Test
  void aFileIsNoFolder() throws Exception {
    Files.createDirectories(folder.getParent());
    Files.writeString(folder, "x");
    assertRefused(RunFolderException.NotAFolder.class, true, "is a file");
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws Exception {
    Files.createDirectories(folder.getParent().getParent());
    Files.writeString(folder.getParent(), "a file where a folder should be");
    assertRefused(RunFolderException.Unwritable.class, false, "cannot be written to");
  }

  @Test
  void anEmptyFolderWillDo() throws Exception {
    Files.createDirectories(folder);
    scan(false, "first");
    assertEquals(FILES, names(folder));
  }

  @Test
  void aRunIsReplacedOnlyWhenAskedAndOnlyWhenTheNewOneIsReady() throws Exception {
    scan(false, "first");
    Files.writeString(folder.resolve("notes.txt"), "a user's own");
    assertRefused(RunFolderException.HoldsRun.class, false, "--overwrite");
    try (RunWriter run = RunWriter.open(folder, true)) {
      merge(run);
    }
    assertEquals("first: 1 findings", Files.readString(folder.resolve("report.html")));
    RunReader.open(folder);
    scan(true, "second");
    assertEquals("second: 1 findings", Files.readString(folder.resolve("report.html")));
    assertTrue(names(folder).contains("notes.txt"));
  }

  @Test
  void whatTheOldRunHadAndTheNewOneHasNotIsGone() throws Exception {
    scan(false, "first");
    try (RunWriter run = RunWriter.open(folder, true)) {
      Merged merged = merge(run);
      run.finish(Manifests.of(merged));
    }
    assertFalse(Files.exists(folder.resolve("report.html")));
    RunReader.open(folder);
  }

  @Test
  void namesInAnOldManifestReachNothingOutsideTheFolder() throws Exception {
    scan(false, "first");
    Path outside = Files.writeString(temp.resolve("reports/precious"), "x");
    Path manifest = folder.resolve("manifest.json");
    Files.writeString(
        manifest,
        Files.readString(manifest)
            .replace("\"files\": {", "\"files\": {\"../precious\": {}, \".\": {},"));
    scan(true, "second");
    assertTrue(Files.exists(outside));
  }

  @Test
  void aFolderThatALiveRunHoldsIsRefused() throws Exception {
    try (RunWriter live = RunWriter.open(folder, false)) {
      assertRefused(RunFolderException.InUse.class, true, "held by another run");
      assertTrue(Files.isDirectory(live.shards()));
    }
    scan(false, "first");
  }

  @Test
  void theLockFileOfADeadRunHoldsNobodyUp() throws Exception {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(".lock"), "left behind");
    scan(false, "first");
    assertEquals(FILES, names(folder));
  }

  @Test
  void aRunThatWasStoppedDoesNotLookWhole() throws Exception {
    try (RunWriter run = RunWriter.open(folder, false)) {
      merge(run);
    }
    assertEquals(Set.of(".partial"), names(folder));
    RunFolderException e =
        assertThrows(RunFolderException.Unfinished.class, () -> RunReader.open(folder));
    assertTrue(e.getMessage().contains("not finished"), e.getMessage());
    assertRefused(RunFolderException.HoldsUnfinished.class, false, "add --resume to go on");
    scan(true, "again");
    assertEquals(FILES, names(folder));
  }

  @Test
  void aRunThatWasStoppedBeforeItsFirstShardLeavesNothing() throws Exception {
    RunWriter.open(folder, false).close();
    assertFalse(Files.exists(folder));
    Files.createDirectories(folder);
    RunWriter.open(folder, false).close();
    assertEquals(Set.of(), names(folder));
  }

  @Test
  void aFolderWithoutARunCannotBeRead() throws Exception {
    assertUnreadable(RunFolderException.NoRun.class, "is not a folder");
    Files.createDirectories(folder);
    assertUnreadable(RunFolderException.NoRun.class, "no manifest.json");
    Files.writeString(folder.resolve("manifest.json"), "{}");
    assertUnreadable(RunFolderException.NoRun.class, "not that of a run");
    Files.writeString(folder.resolve("manifest.json"), "{\"format\": \"bookplate-run/99\"}");
    assertUnreadable(RunFolderException.OtherVersion.class, "bookplate-run/99");
    Files.writeString(folder.resolve("manifest.json"), "{\"format\": \"bookplate-run/1\"}");
    assertUnreadable(RunFolderException.Damaged.class, "not a manifest");
  }

  @Test
  void aRunThatLostAFileOrAPartOfOneCannotBeRead() throws Exception {
    scan(false, "first");
    Path works = folder.resolve("works.csv");
    String text = Files.readString(works);
    Files.writeString(works, text.substring(0, text.length() - 1));
    assertUnreadable(RunFolderException.Damaged.class, "works.csv");
    Files.delete(works);
    assertUnreadable(RunFolderException.Damaged.class, "not there");
  }

  @Test
  void aLineThatIsNotAFindingIsNamed() throws Exception {
    scan(false, "first");
    Path findings = folder.resolve("findings.jsonl");
    byte[] bytes = Files.readAllBytes(findings);
    bytes[0] = '[';
    Files.write(findings, bytes);
    UncheckedIOException e =
        assertThrows(
            UncheckedIOException.class,
            () -> {
              try (Stream<FindingLine> lines = RunReader.open(folder).findings()) {
                lines.toList();
              }
            });
    assertTrue(e.getCause().getMessage().contains("findings.jsonl is damaged: line 1"));
  }

  private Manifest scan(boolean overwrite, String name) throws IOException {
    try (RunWriter run = RunWriter.open(folder, overwrite)) {
      Manifest manifest = Manifests.of(merge(run));
      try (Stream<FindingLine> findings = run.preview(manifest).findings()) {
        Files.writeString(
            run.files().resolve(RunFiles.REPORT), name + ": " + findings.count() + " findings");
      }
      return run.finish(manifest);
    }
  }

  private static Merged merge(RunWriter run) throws IOException {
    SoughtWork work = Fixtures.sought("a", 1_000);
    InputFile file = new InputFile("corpus", "f");
    MergePlan plan =
        new MergePlan(
            Fixtures.PLAN,
            List.of(new MergePlan.Part(0, file)),
            Map.of(file, new Digests(7, "0".repeat(32), "0".repeat(64))),
            List.of(work, Fixtures.sought("b", 5)),
            List.of(),
            QuotePolicy.DEFAULT);
    return new RunMerger(plan).merge(run.shards(), List.of(shard(run, work)), run.files());
  }

  private static ShardReceipt shard(RunWriter run, SoughtWork work) throws IOException {
    try (GroupWriter group = new GroupWriter(run.shards(), 0, Fixtures.PLAN, QuotePolicy.DEFAULT);
        ShardWriter shard = group.shard(0)) {
      shard.read(10, 2);
      shard.finding(
          Fixtures.finding(Fixtures.at("f", 0), work, Extent.QUOTATION, Fixtures.passage(0, 60)));
      shard.failed(Fixtures.at("f", 1), "Broken.");
      return shard.finish(2);
    }
  }

  private void assertRefused(
      Class<? extends RunFolderException> type, boolean overwrite, String why) {
    RunFolderException e = assertThrows(type, () -> RunWriter.open(folder, overwrite).close());
    assertTrue(e.getMessage().contains(why), e.getMessage());
    assertTrue(e.getMessage().startsWith(folder.toString()), e.getMessage());
  }

  private void assertUnreadable(Class<? extends RunFolderException> type, String why) {
    RunFolderException e = assertThrows(type, () -> RunReader.open(folder));
    assertTrue(e.getMessage().contains(why), e.getMessage());
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return new TreeSet<>(files.map(file -> file.getFileName().toString()).toList());
    }
  }
}
