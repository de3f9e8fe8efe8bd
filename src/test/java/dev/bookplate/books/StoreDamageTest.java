package dev.bookplate.books;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.catalogue.rows.BookRow;
import dev.bookplate.index.IndexException;
import dev.bookplate.index.RecordIndex;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A kill leaves the old or the new state; a file that is damaged is refused by its name. */
class StoreDamageTest {
  @TempDir private Path folder;
  private List<List<BookRow>> sources;
  private RowBench bench;

  @BeforeEach
  void twoSources() throws IOException {
    sources = AddStepsTest.sources(90);
    bench = new RowBench(folder.resolve("store"));
    bench.add("source 0", sources.get(0));
  }

  private static Set<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return new TreeSet<>(
          files.map(f -> f.getFileName().toString()).filter(f -> !f.equals("write.lock")).toList());
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes facts)
              throws IOException {
            Files.copy(file, to.resolve(from.relativize(file)));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /**
   * What a kill leaves of an add: the files of before, those that were written whole, and a half of
   * the one that was being written.
   */
  @Test
  void killedAtAnyFileOfAnAddTheOldStateStandsAndTheNextAddGivesTheNewOne() throws IOException {
    Path before = folder.resolve("before");
    copy(bench.folder, before);
    String oldCommit = bench.commit;
    List<String> oldWorks = bench.works();
    bench.commit(books -> RowBench.rows(books, "source 1", sources.get(1)));
    List<String> newWorks = bench.works();
    List<String> newJoins = bench.joins();
    List<String> written = new ArrayList<>(files(bench.folder));
    written.removeAll(files(before));
    assertTrue(written.size() > 4, written.toString());
    // the commit's own file is the last that an add writes
    written.sort(
        (one, other) -> Boolean.compare(one.startsWith("segments"), other.startsWith("segments")));

    for (int whole = 0; whole < written.size(); whole++) {
      RowBench killed = new RowBench(folder.resolve("killed-" + whole));
      copy(before, killed.folder);
      for (String file : written.subList(0, whole)) {
        Files.copy(bench.folder.resolve(file), killed.folder.resolve(file));
      }
      byte[] half = Files.readAllBytes(bench.folder.resolve(written.get(whole)));
      Files.write(killed.folder.resolve(written.get(whole)), Arrays.copyOf(half, half.length / 2));

      killed.commit = oldCommit;
      if (!written.get(whole).startsWith("segments")) {
        assertEquals(oldWorks, killed.works(), written.get(whole));
        killed.add("source 1", sources.get(1));
        assertEquals(newWorks, killed.works(), written.get(whole));
        assertEquals(newJoins, killed.joins(), written.get(whole));
        BookStore.verify(killed.folder, killed.commit);
      }
    }
  }

  @Test
  void killedAfterTheCommitBothStatesStandUntilTheOldOneIsCleared() throws IOException {
    String oldCommit = bench.commit;
    List<String> oldWorks = bench.works();
    bench.commit(books -> RowBench.rows(books, "source 1", sources.get(1)));
    List<String> newWorks = bench.works();
    String newCommit = bench.commit;

    bench.commit = oldCommit;
    assertEquals(oldWorks, bench.works());
    bench.commit = newCommit;
    assertEquals(newWorks, bench.works());

    BookBuilder.clean(bench.folder, newCommit);
    assertEquals(newWorks, bench.works());
    bench.commit = oldCommit;
    IndexException gone = assertThrows(IndexException.class, bench::works);
    assertTrue(gone.getMessage().contains("does not hold the records"), gone.getMessage());
  }

  @Test
  void anAddThatFailsLeavesNothing() throws IOException {
    Set<String> before = files(bench.folder);
    List<String> works = bench.works();
    assertThrows(
        IllegalStateException.class,
        () ->
            bench.change(
                books -> {
                  RowBench.rows(books, "source 1", sources.get(1));
                  throw new IllegalStateException("stop");
                }));
    assertEquals(before, files(bench.folder));
    assertEquals(works, bench.works());
  }

  @Test
  void everyFlippedByteIsFoundAndItsFileNamed() throws IOException {
    for (String name : files(bench.folder)) {
      Path file = bench.folder.resolve(name);
      byte[] whole = Files.readAllBytes(file);
      byte[] damaged = whole.clone();
      damaged[damaged.length / 2] ^= 0x20;
      Files.write(file, damaged);
      IndexException refused =
          assertThrows(
              IndexException.class, () -> BookStore.verify(bench.folder, bench.commit), name);
      boolean isOwn = name.matches("(table|joins|facts)-.*");
      assertTrue(
          refused.getMessage().contains(isOwn ? name : bench.folder.toString()),
          refused.getMessage());
      Files.write(file, whole);
    }
    BookStore.verify(bench.folder, bench.commit);
  }

  @Test
  void aClippedFileIsRefusedByNameAndNeverAShorterList() throws IOException {
    Map<String, String> commit;
    try (RecordIndex index = RecordIndex.open(bench.folder, bench.commit)) {
      commit = index.commitData();
    }
    BookFiles files = BookFiles.of(bench.folder, commit);
    for (Path file : files.all()) {
      byte[] whole = Files.readAllBytes(file);
      for (int length = 0; length < whole.length; length++) {
        Files.write(file, Arrays.copyOf(whole, length));
        boolean isWholeEntries = file.equals(files.joinsFile()) && length % 17 == 8;
        refused(file, isWholeEntries ? () -> files.check(commit) : () -> read(files));
      }
      refused(file, () -> files.check(commit));
      Files.delete(file);
      refused(file, () -> files.check(commit));
      Files.write(file, whole);
    }
    read(files);
  }

  private static void read(BookFiles files) throws IOException {
    files.table();
    files.facts();
    JoinLog.read(files.joinsFile(), entry -> {});
  }

  private static void refused(Path file, Executable what) {
    IndexException refused = assertThrows(IndexException.class, what, file::toString);
    assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
  }
}
