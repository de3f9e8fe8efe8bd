package dev.bookplate.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.corpus.ArrowFiles.Packing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows of Arrow streams and files, in every packing, whole and in ranges of batches. */
class ArrowTest {
  @TempDir Path folder;

  private static ArrowFiles three(boolean isFile, Packing packing) throws Exception {
    return new ArrowFiles(isFile, packing)
        .colours(false, "red", "blue")
        .batch(0, List.of("one", "caf\u00e9"), 0, 1)
        .colours(true, "green")
        .batch(2, Arrays.asList(null, "four"), 2, 0);
  }

  private static final List<String> ROWS =
      List.of(
          "read 0@-1--1 text=one",
          "read 1@-1--1 text=caf\u00e9",
          "no-text-field 2@-1--1 the field text holds null",
          "read 3@-1--1 text=four");

  private Path file(byte[] bytes) throws Exception {
    return Files.write(folder.resolve("a.arrow"), bytes);
  }

  private static ReadOptions of(String textField) {
    ReadOptions d = Readings.SMALL;
    return new ReadOptions(
        new Fields(List.of(textField), d.fields().id()),
        null,
        1000,
        1000,
        Limits.DEFAULT,
        false,
        Selection.ALL,
        Tokens.NONE);
  }

  @ParameterizedTest
  @EnumSource
  void rowsAreDocuments(Packing packing) throws Exception {
    for (boolean isFile : new boolean[] {false, true}) {
      Path file = file(three(isFile, packing).bytes());
      assertEquals(ROWS, Readings.read(file, Readings.SMALL));
    }
  }

  @Test
  void aStreamIsKnownWithoutItsName() throws Exception {
    Path file = Files.write(folder.resolve("0a1b"), three(false, Packing.NONE).bytes());
    assertEquals(ROWS, Readings.read(file, Readings.SMALL));
  }

  @Test
  void dictionariesGrowAndFactsAreFound() throws Exception {
    Path file = file(three(false, Packing.ZSTD).bytes());
    assertEquals(
        List.of(
            "read 0@-1--1 colour=red",
            "read 1@-1--1 colour=blue",
            "read 2@-1--1 colour=green",
            "read 3@-1--1 colour=red"),
        Readings.read(file, of("colour")));
    try (ShardReader reader = new ShardReaders(of("colour")).open(Readings.shard(file))) {
      reader.next();
      ReadOutcome.Read second = (ReadOutcome.Read) reader.next();
      assertEquals("1", second.document().facts().get().id());
    }
  }

  @Test
  void whatIsNoTextIsSaid() throws Exception {
    Path file = file(three(true, Packing.NONE).bytes());
    assertEquals(
        "not-text 0@-1--1 the field id holds values of the type Int",
        Readings.read(file, of("id")).getFirst());
    assertEquals(
        "no-text-field 0@-1--1 none of the fields body",
        Readings.read(file, of("body")).getFirst());
    assertEquals(
        List.of("empty 0@-1--1 an Arrow file without rows"),
        Readings.read(file(new ArrowFiles(true, Packing.NONE).bytes()), Readings.SMALL));
  }

  @Test
  void aDictionaryThatIsTooShortIsAFailure() throws Exception {
    ArrowFiles arrow =
        new ArrowFiles(false, Packing.NONE).colours(false, "red").batch(0, List.of("a", "b"), 0, 1);
    assertEquals(
        List.of(
            "read 0@-1--1 colour=red",
            "failed 1@-1--1 not an Arrow file that can be read to its end (place 1 is not in its"
                + " dictionary); get it anew"),
        Readings.read(file(arrow.bytes()), of("colour")));
  }

  @Test
  void rangesOfBatchesAreTheFile() throws Exception {
    for (boolean isFile : new boolean[] {false, true}) {
      ArrowFiles arrow = new ArrowFiles(isFile, Packing.LZ4).colours(false, "c");
      for (int i = 0; i < 6; i++) {
        arrow.batch(i, List.of("batch " + i + " a", "batch " + i + " b"), 0, 0);
      }
      Path file = file(arrow.bytes());
      List<String> whole = Readings.read(file, Readings.SMALL);
      assertEquals(12, whole.size());
      for (long shardBytes : new long[] {1, 900, 1500, 1 << 20}) {
        List<Shard> shards =
            CorpusSource.of(List.of(file), Readings.options(1000, shardBytes)).shards();
        List<String> united = new ArrayList<>();
        for (Shard shard : shards) {
          united.addAll(Readings.read(new ShardReaders(Readings.SMALL).open(shard), united.size()));
        }
        assertEquals(whole, united, shards.size() + " shards");
        assertTrue(shardBytes > 1 || shards.size() == 6, "a batch a shard");
      }
    }
  }

  @Test
  void clippedAnywhereTheLastOutcomeIsAFailure() throws Exception {
    for (boolean isFile : new boolean[] {false, true}) {
      byte[] all = three(isFile, Packing.NONE).bytes();
      ShardReaders readers = new ShardReaders(Readings.SMALL);
      for (int length = 1; length < all.length; length++) {
        Path file = file(Arrays.copyOf(all, length));
        List<String> read = Readings.read(readers.open(Readings.shard(file)), 0);
        assertTrue(read.getLast().startsWith("failed "), "clipped at " + length + ": " + read);
        assertEquals(ROWS.subList(0, read.size() - 1), read.subList(0, read.size() - 1));
      }
    }
  }

  @Test
  void damageIsAnOutcomeAndNoException() throws Exception {
    byte[] all = three(true, Packing.ZSTD).bytes();
    ShardReaders readers = new ShardReaders(Readings.SMALL);
    for (int at = 0; at < all.length; at++) {
      byte[] damaged = all.clone();
      damaged[at] ^= (byte) 0xFF;
      Shard shard = Readings.shard(file(damaged));
      assertFalse(Readings.read(readers.open(shard), 0).isEmpty());
    }
  }

  @Test
  void aStreamWithoutItsEndIsSaid() throws Exception {
    byte[] killed = three(false, Packing.NONE).unfinished();
    List<String> read = Readings.read(file(killed), Readings.SMALL);
    assertEquals(ROWS, read.subList(0, 4));
    assertEquals(
        "failed 4@-1--1 not an Arrow file that can be read to its end (it ends at byte "
            + killed.length
            + " without an end mark); get it anew",
        read.get(4));
  }
}
