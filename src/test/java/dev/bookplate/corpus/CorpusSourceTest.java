package dev.bookplate.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files a corpus has, in which order and under which names. */
class CorpusSourceTest {
  @TempDir Path folder;

  private Path file(String name) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "x");
  }

  private static List<String> names(CorpusSource source) {
    return source.shards().stream()
        .map(s -> s.ordinal() + " " + s.corpus() + ":" + s.path())
        .toList();
  }

  private static CorpusSource list(Path... roots) throws Exception {
    return CorpusSource.of(List.of(roots), Readings.SMALL);
  }

  @Test
  void theOrderOfRootsDoesNotMatter() throws Exception {
    file("b/z.txt");
    file("b/a/y.txt");
    file("a/x.txt");
    Path loose = file("loose.txt");
    CorpusSource one = list(folder.resolve("b"), loose, folder.resolve("a"));
    assertEquals(
        List.of("0 a:x.txt", "1 b:a/y.txt", "2 b:z.txt", "3 loose.txt:loose.txt"), names(one));
    assertEquals(one, list(folder.resolve("a"), folder.resolve("b"), loose));
  }

  @Test
  void rootsOfOneNameAreTold() throws Exception {
    file("1/data/x.txt");
    file("2/data/x.txt");
    assertEquals(
        List.of("0 data:x.txt", "1 data~2:x.txt"),
        names(list(folder.resolve("2/data"), folder.resolve("1/data"))));
  }

  @Test
  void aFileThatIsReachedTwiceIsReadOnce() throws Exception {
    Path file = file("a/x.txt");
    Path folderOfIt = file.getParent();
    Path indirect = folderOfIt.resolve("../a");
    assertEquals(List.of("0 a:x.txt"), names(list(folderOfIt, file, indirect)));
  }

  private static List<String> skipped(CorpusSource source) {
    return source.skipped().stream()
        .map(o -> (ReadOutcome.Skipped) o)
        .map(s -> s.where().path() + ": " + s.reason().label() + ", " + s.detail())
        .toList();
  }

  private void link(String name, String target) throws Exception {
    Path link = folder.resolve(name);
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, folder.resolve(target));
  }

  @Test
  void hiddenFilesAreSkippedAndSaid() throws Exception {
    file("a/.hidden");
    file("a/.git/x.txt");
    link("a/.link.txt", "a/seen.txt");
    file("a/seen.txt");
    CorpusSource source = list(folder.resolve("a"));
    assertEquals(List.of("0 a:seen.txt"), names(source));
    assertEquals(
        List.of(
            ".git: excluded, a hidden folder",
            ".hidden: excluded, a hidden file",
            ".link.txt: excluded, a hidden file"),
        skipped(source));
  }

  @Test
  void aLinkToAFileIsReadUnderItsOwnName() throws Exception {
    file("elsewhere.bin");
    link("a/b/link.txt", "elsewhere.bin");
    link("a/b/second.txt", "elsewhere.bin");
    link("a/c.txt", "a/b/link.txt");
    CorpusSource source = list(folder.resolve("a"));
    assertEquals(List.of("0 a:b/link.txt"), names(source));
    assertEquals(List.of(), source.skipped());
    assertEquals(folder.resolve("a/b/link.txt").toString(), source.shards().getFirst().file());
  }

  @Test
  void ofAFileAndItsLinkTheNameThatSaysWhatItIsCounts() throws Exception {
    file("hub/blobs/0a1b");
    link("hub/snapshots/1/data.jsonl", "hub/blobs/0a1b");
    file("hub/blobs/2c.txt");
    link("hub/snapshots/1/other.txt", "hub/blobs/2c.txt");
    assertEquals(
        List.of("0 hub:blobs/2c.txt", "1 hub:snapshots/1/data.jsonl"),
        names(list(folder.resolve("hub"))));
  }

  @Test
  void linksToFoldersOrNothingCountAsUnread() throws Exception {
    file("a/seen.txt");
    file("b/unseen.txt");
    link("a/broken", "gone");
    link("a/folder", "b");
    link("a/loop", "a");
    link("a/self", "a/self");
    CorpusSource source = list(folder.resolve("a"));
    assertEquals(List.of("0 a:seen.txt"), names(source));
    String broken = "a link whose target is not there or may not be reached; mend or remove it";
    String entered =
        "a link to a folder inside a folder; name its target as one of the corpora to have it read";
    assertEquals(
        List.of(
            "broken: unsupported, " + broken,
            "folder: unsupported, " + entered,
            "loop: unsupported, " + entered,
            "self: unsupported, " + broken),
        skipped(source));
    assertTrue(SkipReason.UNSUPPORTED.unread());
  }

  @Test
  void aLinkThatIsARootIsFollowed() throws Exception {
    file("a/x.txt");
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("a"));
    assertEquals(List.of("0 link:x.txt"), names(list(link)));
  }

  @Test
  void aRootThatIsNotThereIsAnError() {
    Path gone = folder.resolve("gone");
    NoSuchFileException e = assertThrows(NoSuchFileException.class, () -> list(gone));
    assertTrue(e.getMessage().contains("gone"), e.getMessage());
  }

  @Test
  void onlyPlainLinesAreCut() throws Exception {
    ReadOptions options = Readings.options(1000, 10);
    Path lines = Files.writeString(folder.resolve("a.jsonl"), "0123456789".repeat(3) + "01");
    Path text = Files.writeString(folder.resolve("b.txt"), "0123456789".repeat(3));
    List<Shard> shards = CorpusSource.of(List.of(lines, text), options).shards();
    assertEquals(
        List.of("0-10", "10-20", "20-30", "30-32", "0-1"),
        shards.stream().map(s -> s.range().from() + "-" + s.range().to()).toList());
    assertEquals(List.of(0, 1, 2, 3, 4), shards.stream().map(Shard::ordinal).toList());
    assertEquals(10, shards.getFirst().weight());
  }
}
