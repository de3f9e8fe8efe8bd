package dev.bookplate.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.origin.Digests;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files of token ids, made here with a vocabulary of a few words. */
class TokenFilesTest {
  private static final String[] PIECES = {
    "<|endoftext|>",
    "The",
    "\u0120kettle",
    "\u0120sang",
    ".",
    "\u0120We",
    "\u0120left",
    "\u00c3",
    "\u00a9"
  };

  @TempDir Path folder;
  private ReadOptions options;

  @BeforeEach
  void tokenizer() throws IOException {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < PIECES.length; i++) {
      json.append(i == 0 ? "" : ",").append('"').append(PIECES[i]).append("\":").append(i);
    }
    Path file = Files.writeString(folder.resolve("vocab.json"), json.append('}'));
    options = options(file, null);
  }

  private static ReadOptions options(Path tokenizer, IdType raw) throws IOException {
    ReadOptions d = ReadOptions.DEFAULT;
    Tokens tokens =
        tokenizer == null
            ? Tokens.NONE
            : new Tokens(tokenizer.toString(), Digests.of(tokenizer).sha256(), -1, raw);
    return new ReadOptions(
        d.fields(), null, 1000, 1 << 20, Limits.DEFAULT, false, Selection.ALL, tokens);
  }

  private List<String> read(Path file, ReadOptions how) throws IOException {
    List<String> told = new ArrayList<>();
    try (ShardReader reader = new ShardReaders(how).open(Readings.shard(file))) {
      for (ReadOutcome o = reader.next(); o != null; o = reader.next()) {
        told.add(
            switch (o) {
              case ReadOutcome.Read r ->
                  r.document().text()
                      + "@"
                      + r.document().origin().byteStart()
                      + "-"
                      + r.document().origin().byteEnd();
              case ReadOutcome.Skipped s -> "skipped " + s.reason().label() + " " + s.detail();
              case ReadOutcome.Failed f -> "failed " + f.message();
            });
      }
      assertEquals(told.size(), reader.records());
    }
    return told;
  }

  private static byte[] ids16(int... ids) {
    ByteBuffer b = ByteBuffer.allocate(2 * ids.length).order(ByteOrder.LITTLE_ENDIAN);
    Arrays.stream(ids).forEach(id -> b.putShort((short) id));
    return b.array();
  }

  /** Documents of one sequence each. */
  private static byte[] index(int type, int width, int[] lengths) {
    ByteBuffer b = ByteBuffer.allocate(34 + 20 * lengths.length + 8).order(ByteOrder.LITTLE_ENDIAN);
    b.put("MMIDIDX\0\0".getBytes(StandardCharsets.ISO_8859_1)).putLong(1).put((byte) type);
    b.putLong(lengths.length).putLong(lengths.length + 1L);
    Arrays.stream(lengths).forEach(b::putInt);
    long at = 0;
    for (int length : lengths) {
      b.putLong(at);
      at += (long) length * width;
    }
    for (int d = 0; d <= lengths.length; d++) {
      b.putLong(d);
    }
    return b.array();
  }

  private Path megatron(byte[] index, byte[] data) throws IOException {
    Files.write(folder.resolve("a.idx"), index);
    return Files.write(folder.resolve("a.bin"), data);
  }

  @Test
  void everyTypeOfAnIndexIsRead() throws IOException {
    int[] widths = {1, 1, 2, 4, 8, 0, 0, 2};
    int[] ids = {1, 2, 4};
    for (int code = 1; code <= widths.length; code++) {
      int width = widths[code - 1];
      ByteBuffer data = ByteBuffer.allocate(3 * Math.max(1, width)).order(ByteOrder.LITTLE_ENDIAN);
      for (int id : ids) {
        data.put((byte) id).position(data.position() + Math.max(0, width - 1));
      }
      List<String> read = read(megatron(index(code, width, new int[] {3}), data.array()), options);
      if (width == 0) {
        assertTrue(read.getFirst().contains(code == 6 ? "float64" : "float32"), read.toString());
      } else {
        assertEquals(List.of("The kettle.@0-" + 3 * width), read, "type " + code);
      }
    }
    List<String> none = read(megatron(index(9, 1, new int[] {3}), new byte[3]), options);
    assertTrue(none.getFirst().contains("names type 9, which is not known"), none.toString());
  }

  private List<String> records(ReadOptions how, String... lines) throws IOException {
    return read(Files.writeString(folder.resolve("r.jsonl"), String.join("\n", lines)), how);
  }

  @Test
  void recordsOfIdsAreDecoded() throws IOException {
    assertEquals(
        List.of(
            "The kettle sang.@0-23",
            "The kettle.@24-59",
            " We left.@24-59",
            "The@60-98",
            "The text@99-140"),
        records(
            options,
            "{\"input_ids\":[1,2,3,4]}",
            "{\"input_ids\":[0,1,2,4,0,0,5,6,4,0]}",
            "{\"attention_mask\":[1],\"tokens\": [ 1 ]}",
            "{\"text\":\"The text\",\"input_ids\":[1,2,3,4]}"));
  }

  @ParameterizedTest
  @EnumSource(names = "ONE", mode = EnumSource.Mode.EXCLUDE)
  void rowsOfIdsInParquetAreDecoded(ParquetFiles.Shape shape) throws IOException {
    ParquetFiles parquet =
        new ParquetFiles(
                ParquetFiles.Codec.SNAPPY,
                ParquetFiles.Column.number("id"),
                ParquetFiles.Column.numbers("input_ids", shape))
            .group(
                List.of(7L, 8L, 9L),
                List.of(
                    List.of(1L, 2L, 3L, 4L),
                    List.of(0L, 1L, 4L, 0L, 0L, 5L, 6L, 4L),
                    List.of(1L, 99L)))
            .group(List.of(10L), List.of(List.of(5L, 6L, 4L)));
    Path file = Files.write(folder.resolve("r.parquet"), parquet.bytes());
    List<String> read = read(file, options);
    assertTrue(read.remove(3).startsWith("failed token 1 has the id 99"), read.toString());
    assertEquals(
        List.of("The kettle sang.@-1--1", "The.@-1--1", " We left.@-1--1", " We left.@-1--1"),
        read);
    List<String> origins = new ArrayList<>();
    try (ShardReader reader = new ShardReaders(options).open(Readings.shard(file))) {
      for (ReadOutcome o = reader.next(); o != null; o = reader.next()) {
        if (o instanceof ReadOutcome.Read(CorpusDocument d)) {
          origins.add(d.origin().record() + " " + d.field() + " " + d.facts().get().id());
        }
      }
    }
    assertEquals(
        List.of("0 input_ids 7", "1 input_ids[1:3] 8", "2 input_ids[5:8] 8", "4 input_ids 10"),
        origins);
    String none = read(file, options(null, null)).getFirst();
    assertTrue(none.startsWith("skipped unsupported input_ids holds token ids"), none);
  }

  @Test
  void textOfATableGoesBeforeItsIds() throws IOException {
    ParquetFiles parquet =
        new ParquetFiles(
                ParquetFiles.Codec.ZSTD,
                ParquetFiles.Column.numbers("input_ids", ParquetFiles.Shape.LIST),
                ParquetFiles.Column.text("text"))
            .group(List.of(List.of(1L, 2L)), List.of("The text"));
    Path file = Files.write(folder.resolve("r.parquet"), parquet.bytes());
    assertEquals(List.of("The text@-1--1"), read(file, options));
  }

  @Test
  void rowsOfIdsInArrowAreDecoded() throws IOException {
    byte[] arrow =
        ArrowFiles.ids(new int[] {1, 2, 3, 4}, null, new int[] {1, 4, 0, 5, 6, 4}, new int[0]);
    Path file = Files.write(folder.resolve("r.arrow"), arrow);
    assertEquals(
        List.of(
            "The kettle sang.@-1--1",
            "skipped no-text-field the field input_ids holds null",
            "The.@-1--1",
            " We left.@-1--1",
            "skipped empty input_ids holds no token of a text"),
        read(file, options));
  }

  @Test
  void recordsOfIdsThatCannotBeDecodedAreNamed() throws IOException {
    List<String> read =
        records(
            options,
            "{\"input_ids\":[1,99]}",
            "{\"input_ids\":[]}",
            "{\"input_ids\":[0,0]}",
            "{\"input_ids\":[1,2.5]}",
            "{\"input_ids\":[[1],[2]]}",
            "{\"tokens\":[\"The\"]}",
            "{\"input_ids\":[1,-2]}",
            "{\"input_ids\":[1,99999999999999999999]}",
            "{\"input_ids\":[1,2",
            "{\"input_ids\":[" + "1,".repeat(400) + "1]}");
    assertTrue(read.get(0).startsWith("failed token 1 has the id 99"), read.get(0));
    assertEquals("skipped empty input_ids holds no token of a text", read.get(1));
    assertEquals("skipped empty input_ids holds no token of a text", read.get(2));
    for (int i : new int[] {3, 4, 5, 7}) {
      assertTrue(read.get(i).startsWith("skipped no-text-field"), read.get(i));
    }
    assertTrue(read.get(6).startsWith("failed token 1 has the id -2"), read.get(6));
    assertTrue(read.get(8).startsWith("failed not valid JSON"), read.get(8));
    assertTrue(read.get(9).startsWith("skipped over-limit"), read.get(9));
    String none = records(options(null, null), "{\"input_ids\":[1,2,3]}").getFirst();
    assertTrue(none.startsWith("skipped unsupported input_ids holds token ids"), none);
    assertTrue(none.endsWith("with --tokenizer"), none);
  }

  private static byte[] numpy(String type, String shape, byte[] data) {
    String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }\n";
    ByteBuffer b = ByteBuffer.allocate(10 + header.length() + data.length);
    b.order(ByteOrder.LITTLE_ENDIAN).put("\u0093NUMPY".getBytes(StandardCharsets.ISO_8859_1));
    b.put((byte) 1).put((byte) 0).putShort((short) header.length());
    return b.put(header.getBytes(StandardCharsets.US_ASCII)).put(data).array();
  }

  @Test
  void documentsOfTheIndex() throws IOException {
    Path file = megatron(index(8, 2, new int[] {5, 0, 4}), ids16(1, 2, 3, 4, 0, 5, 6, 7, 8));
    assertEquals(
        List.of(
            "The kettle sang.@0-10",
            "skipped empty a document without text",
            " We left\u00e9@10-18"),
        read(file, options));
    assertEquals(
        List.of("skipped excluded the index of a .bin, and read with it"),
        read(folder.resolve("a.idx"), options));
  }

  @Test
  void theTokenizerIsNamedWithItsDigest() throws IOException {
    Path file = megatron(index(8, 2, new int[] {4}), ids16(1, 2, 3, 4));
    try (ShardReader reader = new ShardReaders(options).open(Readings.shard(file))) {
      ReadOutcome.Read read = (ReadOutcome.Read) reader.next();
      assertTrue(
          read.document().extractor().endsWith("sha256:" + options.tokens().sha256()),
          read.document().extractor());
    }
  }

  @Test
  void withoutATokenizerOrAnIndexItIsSaidWhatToDo() throws IOException {
    Path file = megatron(index(8, 2, new int[] {4}), ids16(1, 2, 3, 4));
    String told = read(file, options(null, null)).getFirst();
    assertTrue(told.startsWith("skipped unsupported") && told.contains("--tokenizer"), told);
    Files.delete(file);
    assertTrue(read(folder.resolve("a.idx"), options).getFirst().contains("not beside it"));
    Path bare = Files.write(folder.resolve("b.npy"), ids16(1, 2, 3, 4));
    assertTrue(read(bare, options).getFirst().contains("--token-type"));
  }

  @Test
  void floatsAreRefusedByName() throws IOException {
    Path file = megatron(index(7, 4, new int[] {1}), new byte[4]);
    assertTrue(read(file, options).getFirst().contains("float32"));
    Path numpy = Files.write(folder.resolve("f.npy"), numpy("<f4", "(1,)", new byte[4]));
    assertTrue(read(numpy, options).getFirst().contains("floats (f4)"));
  }

  @Test
  void aCutIndexOrFileIsNeverAShorterOne() throws IOException {
    byte[] index = index(8, 2, new int[] {3, 4});
    byte[] data = ids16(1, 2, 4, 5, 6, 3, 4);
    for (int cut = 9; cut < index.length; cut++) {
      List<String> told = read(megatron(Arrays.copyOf(index, cut), data), options);
      assertTrue(told.getLast().startsWith("failed "), cut + ": " + told);
    }
    for (int cut = 1; cut < data.length; cut++) {
      List<String> told = read(megatron(index, Arrays.copyOf(data, cut)), options);
      assertTrue(told.getLast().startsWith("failed "), cut + ": " + told);
    }
  }

  @Test
  void rowsGoOnAndTheEndOfTextParts() throws IOException {
    byte[] data = ids16(1, 2, 3, 4, 0, 0, 5, 6);
    Path file = Files.write(folder.resolve("a.npy"), numpy("<u2", "(2, 4)", data));
    long first = Files.size(file) - data.length;
    assertEquals(
        List.of(
            "The kettle sang.@" + first + "-" + (first + 10),
            " We left@" + (first + 12) + "-" + (first + 16)),
        read(file, options));
  }

  @Test
  void theHighestByteFirst() throws IOException {
    byte[] data = {0, 0, 0, 1, 0, 0, 0, 2};
    Path file = Files.write(folder.resolve("a.npy"), numpy(">i4", "(2,)", data));
    assertTrue(read(file, options).getFirst().startsWith("The kettle@"));
  }

  @Test
  void aCutArrayIsNeverAShorterOne() throws IOException {
    byte[] bytes = numpy("<u2", "(6,)", ids16(1, 2, 0, 5, 6, 4));
    for (int cut = 6; cut < bytes.length; cut++) {
      Path file = Files.write(folder.resolve("a.npy"), Arrays.copyOf(bytes, cut));
      List<String> told = read(file, options);
      assertTrue(told.getLast().startsWith("failed "), cut + ": " + told);
    }
  }

  @Test
  void idsWithoutAHeaderOnlyWhereTheUserSaysSo() throws IOException {
    Path file = Files.write(folder.resolve("train.bin"), ids16(1, 2, 0, 5, 6));
    assertTrue(read(file, options).getFirst().startsWith("skipped "));
    ReadOptions raw = options(folder.resolve("vocab.json"), IdType.UINT16);
    assertEquals(List.of("The kettle@0-6", " We left@6-10"), read(file, raw));
    Files.write(file, new byte[] {1, 0, 2});
    assertTrue(read(file, raw).getLast().startsWith("failed it is cut off inside an id"));
  }

  @Test
  void idsOutsideTheVocabularyFail() throws IOException {
    Path one = megatron(index(8, 2, new int[] {2, 1}), ids16(1, 99, 5));
    assertEquals(2, read(one, options).size());
    assertTrue(read(one, options).getFirst().contains("token 1 has the id 99"));
    int[] many = new int[200];
    Arrays.setAll(many, i -> i);
    Path all = megatron(index(8, 2, new int[] {200}), ids16(many));
    assertEquals(1, read(all, options).size());
    assertTrue(read(all, options).getFirst().contains("the tokenizer does not fit"));
  }
}
