package dev.bookplate.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bookplate.corpus.ParquetFiles.Codec;
import dev.bookplate.corpus.ParquetFiles.Column;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roaringbitmap.RoaringBitmap;

/** Delta tables whose files are not all that they are: deleted rows, other names, checkpoints. */
class DeltaTableTest {
  private static final String Z85 =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";

  /** hardwood loops on it. */
  private static final Path MALFORMED =
      Path.of("../shared/data/shards/parquet-testing/nation.dict-malformed.parquet");

  /** Its name in the log and on disk. */
  private static final String UUID_TEXT = "ab^-aqEH.-t@S}K{vb[*k^";

  @TempDir Path folder;

  private void write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private void log(int version, String... actions) throws IOException {
    String name = String.format(Locale.ROOT, "_delta_log/%020d.json", version);
    write(name, (String.join("\n", actions) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private void data(String name, Column column, String... texts) throws IOException {
    write(name, new ParquetFiles(Codec.SNAPPY, column).group(Arrays.asList(texts)).bytes());
  }

  private static String add(String path, String more) {
    return "{\"add\":{\"path\":\"" + path + "\"" + more + "}}";
  }

  private static byte[] bitmap(int... rows) throws IOException {
    RoaringBitmap bitmap = RoaringBitmap.bitmapOf(rows);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(Integer.reverseBytes(1681511377));
    data.writeLong(Long.reverseBytes(1));
    data.writeInt(0);
    bitmap.serialize(data);
    return out.toByteArray();
  }

  private static byte[] file(byte[] bitmap) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(bitmap);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(out);
    data.writeByte(1);
    data.writeInt(bitmap.length);
    data.write(bitmap);
    data.writeInt((int) crc.getValue());
    return out.toByteArray();
  }

  private static String z85(byte[] bytes) {
    byte[] padded = Arrays.copyOf(bytes, (bytes.length + 3) / 4 * 4);
    StringBuilder out = new StringBuilder();
    for (ByteBuffer in = ByteBuffer.wrap(padded); in.hasRemaining(); ) {
      long value = in.getInt() & 0xFFFFFFFFL;
      char[] digits = new char[5];
      for (int i = 4; i >= 0; i--, value /= 85) {
        digits[i] = Z85.charAt((int) (value % 85));
      }
      out.append(digits);
    }
    return out.toString();
  }

  private static String vector(String kind, String where, int size) {
    return ",\"deletionVector\":{\"storageType\":\""
        + kind
        + "\",\"pathOrInlineDv\":\""
        + where
        + "\",\"offset\":1,\"sizeInBytes\":"
        + size
        + ",\"cardinality\":2}";
  }

  private List<String> read() throws IOException {
    CorpusSource source = CorpusSource.of(List.of(folder), Readings.SMALL);
    List<String> all = new ArrayList<>();
    for (Shard shard : source.shards()) {
      all.addAll(Readings.read(new ShardReaders(Readings.SMALL).open(shard), 0));
    }
    return all;
  }

  private static final List<String> TWO_OF_FOUR =
      List.of(
          "read 0@-1--1 text=one",
          "excluded 1@-1--1 deleted in version 0 of the Delta table",
          "read 2@-1--1 text=three",
          "excluded 3@-1--1 deleted in version 0 of the Delta table");

  @Test
  void rowsThatAVectorInTheLogDeletesAreCountedAndNotRead() throws IOException {
    data("a.parquet", Column.text("text"), "one", "two", "three", "four");
    byte[] bitmap = bitmap(1, 3);
    log(0, add("a.parquet", vector("i", z85(bitmap), bitmap.length)));

    assertEquals(TWO_OF_FOUR, read());
  }

  @Test
  void vectorsInFilesOfTheirOwnAreFoundByTheirUuid() throws IOException {
    data("a.parquet", Column.text("text"), "one", "two", "three", "four");
    byte[] bitmap = bitmap(1, 3);
    // the example of Delta's protocol
    write("ab/deletion_vector_d2c639aa-8816-431a-aaf6-d3fe2512ff61.bin", file(bitmap));
    log(0, add("a.parquet", vector("u", UUID_TEXT, bitmap.length)));

    assertEquals(TWO_OF_FOUR, read());
  }

  @Test
  void aVectorThatIsCutOffOrChangedFailsTheWholeFile() throws IOException {
    data("a.parquet", Column.text("text"), "one", "two");
    byte[] bitmap = bitmap(1);
    byte[] whole = file(bitmap);
    log(0, add("a.parquet", vector("u", UUID_TEXT, bitmap.length)));
    String name = "ab/deletion_vector_d2c639aa-8816-431a-aaf6-d3fe2512ff61.bin";
    for (int length = 0; length < whole.length; length++) {
      write(name, Arrays.copyOf(whole, length));
      assertFails(name);
    }
    for (int i = 1; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= 1;
      write(name, changed);
      assertFails(name);
    }
    Files.delete(folder.resolve(name));
    assertFails(name);
  }

  private void assertFails(String name) throws IOException {
    List<String> all = read();
    assertEquals(1, all.size(), all::toString);
    assertTrue(all.getFirst().startsWith("failed 0@"), all::toString);
    assertTrue(all.getFirst().contains(name), all::toString);
  }

  private static String schema(String fields) {
    return "{\\\"type\\\":\\\"struct\\\",\\\"fields\\\":[" + fields.replace("\"", "\\\"") + "]}";
  }

  private static String mapped(String mode, String physical, int id) {
    String field =
        "{\"name\":\"text\",\"type\":\"string\",\"metadata\":{"
            + "\"delta.columnMapping.id\":"
            + id
            + ",\"delta.columnMapping.physicalName\":\""
            + physical
            + "\"}}";
    return "{\"metaData\":{\"configuration\":{\"delta.columnMapping.mode\":\""
        + mode
        + "\"},\"schemaString\":\""
        + schema(field)
        + "\"}}";
  }

  @Test
  void columnsAreFoundByTheNamesThatTheirFilesHave() throws IOException {
    data("a.parquet", Column.text("col-7f"), "one");
    log(0, mapped("name", "col-7f", 3), add("a.parquet", ""));

    assertEquals(List.of("read 0@-1--1 text=one"), read());
  }

  @Test
  void columnsAreFoundByTheirIds() throws IOException {
    data("a.parquet", Column.text("old").withId(3), "one");
    log(0, mapped("id", "col-7f", 3), add("a.parquet", ""));

    assertEquals(List.of("read 0@-1--1 text=one"), read());
  }

  @Test
  void aColumnOfTheTableThatAFileLacksHasNoText() throws IOException {
    data("a.parquet", Column.text("text"), "of a column that was dropped");
    log(0, mapped("name", "col-7f", 3), add("a.parquet", ""));

    assertTrue(read().getFirst().startsWith("no-text-field 0@"));
  }

  @Test
  void checkpointsOfTheSecondVersionNameFilesOfTheirOwn() throws IOException {
    data("a.parquet", Column.text("text"), "a");
    data("b.parquet", Column.text("text"), "b");
    data("c.parquet", Column.text("text"), "c");
    write(
        "_delta_log/00000000000000000004.checkpoint.3a0d65cd-4056-49b8-937b-95f9e3ee90e5.json",
        ("{\"checkpointMetadata\":{\"version\":4}}\n"
                + "{\"protocol\":{\"minReaderVersion\":3,\"readerFeatures\":[\"v2Checkpoint\"]}}\n"
                + add("a.parquet", "")
                + "\n{\"remove\":{\"path\":\"a.parquet\"}}\n" // an older state of it
                + "{\"sidecar\":{\"path\":\"one.parquet\",\"sizeInBytes\":1}}\n")
            .getBytes(StandardCharsets.UTF_8));
    data("_delta_log/_sidecars/one.parquet", Column.text("add.path"), "b.parquet", "c.parquet");
    log(5, "{\"remove\":{\"path\":\"c.parquet\"}}");

    assertEquals(List.of("read 0@-1--1 text=a", "read 0@-1--1 text=b"), read());
  }

  @Test
  void aCheckpointInPartsNeedsAllOfThem() throws IOException {
    data("a.parquet", Column.text("text"), "a");
    data("b.parquet", Column.text("text"), "b");
    String name = "_delta_log/00000000000000000004.checkpoint.000000000%d.0000000002.parquet";
    data(String.format(Locale.ROOT, name, 1), Column.text("add.path"), "a.parquet");
    Path table = folder;
    IOException lacks = assertThrows(UnsupportedTableException.class, () -> DeltaLog.of(table));
    assertTrue(lacks.getMessage().contains("no version"), lacks.getMessage());

    data(String.format(Locale.ROOT, name, 2), Column.text("add.path"), "b.parquet");
    assertEquals(List.of("read 0@-1--1 text=a", "read 0@-1--1 text=b"), read());
  }

  @Test
  void aCheckpointOnWhichTheReaderLoopsIsGivenUp() throws IOException {
    assumeTrue(Files.exists(MALFORMED), "the file is not part of the project");
    write("_delta_log/00000000000000000000.checkpoint.parquet", Files.readAllBytes(MALFORMED));
    Path table = folder;

    IOException late =
        assertThrows(
            UnsupportedTableException.class, () -> DeltaLog.of(table, Duration.ofSeconds(1)));

    assertTrue(
        late.getMessage().contains("00000000000000000000.checkpoint.parquet could not be read in"),
        late.getMessage());
  }

  @Test
  void whatTakesTooLongIsGivenUpAndNamed() {
    CountDownLatch never = new CountDownLatch(1);
    IOException late =
        assertThrows(
            IOException.class,
            () ->
                Patience.with(
                    Duration.ofMillis(1),
                    "the checkpoint x",
                    () -> {
                      never.await();
                      return null;
                    }));
    assertEquals("the checkpoint x could not be read in 0 s, so it is damaged", late.getMessage());
  }

  @Test
  void whatTakesTooMuchMemoryIsGivenUpAndNamed() {
    IOException large =
        assertThrows(
            IOException.class,
            () ->
                Patience.with(
                    Duration.ofSeconds(60),
                    "the manifest x",
                    () -> {
                      throw new OutOfMemoryError("Java heap space");
                    }));
    assertEquals("the manifest x: Java heap space", large.getMessage());
  }

  @Test
  void aCheckpointThatIsCutOffAnywhereIsRefused() throws IOException {
    byte[] whole =
        new ParquetFiles(Codec.SNAPPY, Column.text("add.path")).group(List.of("a.parquet")).bytes();
    for (int length = 0; length < whole.length; length++) {
      write("_delta_log/00000000000000000000.checkpoint.parquet", Arrays.copyOf(whole, length));
      Path table = folder;
      assertThrows(UnsupportedTableException.class, () -> DeltaLog.of(table));
    }
  }
}
