package dev.bookplate.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.corpus.ParquetFiles.Codec;
import dev.bookplate.corpus.ParquetFiles.Column;
import dev.bookplate.corpus.ParquetFiles.Shape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows of Parquet files, in every packing that is common, whole and in groups. */
class ParquetTest {
  @TempDir Path folder;

  private Path file(ParquetFiles parquet) throws Exception {
    return Files.write(folder.resolve("a.parquet"), parquet.bytes());
  }

  private List<String> read(ParquetFiles parquet) throws Exception {
    return Readings.read(file(parquet), Readings.SMALL);
  }

  @ParameterizedTest
  @EnumSource
  void rowsAreDocuments(Codec codec) throws Exception {
    ParquetFiles parquet =
        new ParquetFiles(codec, Column.number("n"), Column.text("text"))
            .group(List.of(1L, 2L), List.of("one", "caf\u00e9"))
            .group(List.of(3L), List.of("three"));
    assertEquals(
        List.of("read 0@-1--1 text=one", "read 1@-1--1 text=caf\u00e9", "read 2@-1--1 text=three"),
        read(parquet));
  }

  @Test
  void factsAndNestedFieldsAreFound() throws Exception {
    ParquetFiles parquet =
        new ParquetFiles(
                Codec.SNAPPY, Column.number("id"), Column.text("text"), Column.text("meta.url"))
            .group(Arrays.asList(7L, null), List.of("a", "b"), Arrays.asList("http://x", null));
    List<CorpusDocument.Facts> facts = new ArrayList<>();
    try (ShardReader reader =
        new ShardReaders(Readings.SMALL).open(Readings.shard(file(parquet)))) {
      for (ReadOutcome o = reader.next(); o != null; o = reader.next()) {
        facts.add(((ReadOutcome.Read) o).document().facts().get());
      }
    }
    assertEquals(
        List.of(
            new CorpusDocument.Facts(
                "7", "id", new CorpusDocument.Claims("http://x", null, null, null)),
            CorpusDocument.Facts.NONE),
        facts);
    assertEquals(
        List.of(
            "read 0@-1--1 meta.url=http://x",
            "no-text-field 1@-1--1 the field meta.url holds null"),
        Readings.read(file(parquet), of("meta.url")));
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
  @EnumSource(names = "ONE", mode = EnumSource.Mode.EXCLUDE)
  void theElementsOfAListAreOneText(Shape shape) throws Exception {
    ParquetFiles parquet =
        new ParquetFiles(Codec.ZSTD, Column.number("id"), Column.texts("text", shape))
            .group(List.of(1L, 2L, 3L), List.of(List.of("a", "b"), List.of(), List.of("c")));
    assertEquals(
        List.of(
            "read 0@-1--1 text=a\n\nb",
            "no-text-field 1@-1--1 the field text holds null",
            "read 2@-1--1 text=c"),
        read(parquet));
  }

  @Test
  void fieldsOfListedStructsAreOneText() throws Exception {
    ParquetFiles parquet =
        new ParquetFiles(Codec.SNAPPY, Column.texts("messages.content", Shape.LIST))
            .group(Arrays.asList(Arrays.asList("a", null, "b"), null, List.of("c")));
    assertEquals(
        List.of(
            "read 0@-1--1 messages.content=a\n\nb",
            "no-text-field 1@-1--1 the field messages.content holds null",
            "read 2@-1--1 messages.content=c"),
        Readings.read(file(parquet), of("messages.content")));
    assertEquals(
        "not-text 0@-1--1 the field messages holds an object; name a field of it with"
            + " --text-field, as a.b",
        Readings.read(file(parquet), of("messages")).getFirst());
  }

  @Test
  void rowsWithoutTextAreSkippedEach() throws Exception {
    assertEquals(
        List.of(
            "not-text 0@-1--1 the field text holds values of the type INT64",
            "not-text 1@-1--1 the field text holds values of the type INT64"),
        read(new ParquetFiles(Codec.ZSTD, Column.number("text")).group(List.of(1L, 2L))));
    assertEquals(
        List.of(
            "no-text-field 0@-1--1 none of the fields text, content, raw_content, body, document"),
        read(new ParquetFiles(Codec.ZSTD, Column.text("title")).group(List.of("x"))));
    assertEquals(
        List.of("no-text-field 0@-1--1 the field text holds null", "read 1@-1--1 text=x"),
        read(new ParquetFiles(Codec.ZSTD, Column.text("text")).group(Arrays.asList(null, "x"))));
    assertEquals(
        List.of("empty 0@-1--1 a Parquet file without rows"),
        read(new ParquetFiles(Codec.ZSTD, Column.text("text"))));
  }

  @Test
  void textThatIsTooLongOrNoUtf8IsSaid() throws Exception {
    ParquetFiles parquet =
        new ParquetFiles(Codec.GZIP, Column.text("text"))
            .group(List.of("x".repeat(1001), new byte[] {'a', (byte) 0xFF}, "fine"));
    assertEquals(
        List.of(
            "over-limit 0@-1--1 longer than 1000 bytes",
            "failed 1@-1--1 the text holds invalid UTF-8 at its byte 1; write it as UTF-8",
            "read 2@-1--1 text=fine"),
        read(parquet));
  }

  @Test
  void rangesOfRowGroupsAreTheFile() throws Exception {
    ParquetFiles parquet = new ParquetFiles(Codec.SNAPPY, Column.text("text"));
    for (int g = 0; g < 7; g++) {
      List<String> texts = new ArrayList<>();
      for (int i = 0; i <= g; i++) {
        texts.add("row " + g + " " + i + " " + "word ".repeat(g));
      }
      parquet.group(texts);
    }
    Path file = file(parquet);
    List<String> whole = Readings.read(file, Readings.SMALL);
    assertEquals(28, whole.size());
    for (long shardBytes : new long[] {1, 60, 100, 150, 300, 1 << 20}) {
      List<Shard> shards =
          CorpusSource.of(List.of(file), Readings.options(1000, shardBytes)).shards();
      List<String> united = new ArrayList<>();
      for (Shard shard : shards) {
        united.addAll(Readings.read(new ShardReaders(Readings.SMALL).open(shard), united.size()));
      }
      assertEquals(whole, united, shards.size() + " shards");
      assertTrue(shardBytes > 1 || shards.size() == 7, "a group a shard");
    }
  }

  @ParameterizedTest
  @EnumSource
  void clippedAnywhereItIsAnError(Codec codec) throws Exception {
    byte[] all = new ParquetFiles(codec, Column.text("text")).group(List.of("one", "two")).bytes();
    for (int length = 1; length < all.length; length++) {
      Path file = Files.write(folder.resolve("c.parquet"), Arrays.copyOf(all, length));
      List<String> read = Readings.read(file, Readings.SMALL);
      assertEquals(1, read.size(), "clipped at " + length + ": " + read);
      assertTrue(read.getFirst().startsWith("failed 0@"), "clipped at " + length + ": " + read);
    }
  }
}
