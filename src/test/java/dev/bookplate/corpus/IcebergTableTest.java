package dev.bookplate.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.iceberg.DataFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Iceberg tables by folder, written by Iceberg's own library. */
class IcebergTableTest {
  @TempDir Path folder;

  private List<String> read() throws IOException {
    return read(folder);
  }

  private static List<String> read(Path root) throws IOException {
    CorpusSource source = CorpusSource.of(List.of(root), Readings.SMALL);
    List<String> all = new ArrayList<>();
    for (Shard shard : source.shards()) {
      Readings.read(new ShardReaders(Readings.SMALL).open(shard), 0)
          .forEach(said -> all.add(shard.path() + " " + said.replaceAll("\\d{9,}", "N")));
    }
    for (ReadOutcome outcome : source.skipped()) {
      all.add(
          switch (outcome) {
            case ReadOutcome.Skipped s ->
                s.reason().label() + " " + s.where().path() + ": " + plain(s.detail());
            case ReadOutcome.Failed f -> "failed " + f.where().path() + ": " + plain(f.message());
            case ReadOutcome.Read r -> throw new AssertionError(r);
          });
    }
    return all;
  }

  private static String plain(String message) {
    return message.replaceAll("\\d{9,}", "N");
  }

  private static final String METADATA = "excluded metadata: the metadata of an Iceberg table";

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void onlyFilesOfTheCurrentSnapshotAreRead(int version) throws IOException {
    IcebergFolder table = new IcebergFolder(folder, version);
    DataFile old = table.data("old.parquet", "old");
    table.append(old);
    table.append(table.data("a.parquet", "one", "two"));
    table.table().newDelete().deleteFile(old).commit();
    table.data("stray.parquet", "of no commit");

    assertEquals(
        List.of(
            "data/a.parquet read 0@-1--1 text=one",
            "data/a.parquet read 1@-1--1 text=two",
            "excluded data/old.parquet: not in snapshot N of the Iceberg table",
            "excluded data/stray.parquet: not in snapshot N of the Iceberg table",
            METADATA),
        read());
  }

  @Test
  void rowsThatAreDeletedByPositionAreCountedAndNotRead() throws IOException {
    IcebergFolder table = new IcebergFolder(folder, 2);
    DataFile data = table.data("a.parquet", "one", "two", "three");
    table.append(data, table.data("b.parquet", "four"));
    table.table().newRowDelta().addDeletes(table.positions("d.parquet", data, 0L, 2L)).commit();

    assertEquals(
        List.of(
            "data/a.parquet excluded 0@-1--1 deleted in snapshot N of the Iceberg table",
            "data/a.parquet read 1@-1--1 text=two",
            "data/a.parquet excluded 2@-1--1 deleted in snapshot N of the Iceberg table",
            "data/b.parquet read 0@-1--1 text=four"),
        read().subList(0, 4));
  }

  @Test
  void deletesDoNotReachFilesThatCameAfterThem() throws IOException {
    IcebergFolder table = new IcebergFolder(folder, 2);
    DataFile data = table.data("a.parquet", "one");
    table.append(data);
    table.table().newRowDelta().addDeletes(table.positions("d.parquet", data, 0L)).commit();
    table.table().newDelete().deleteFile(data).commit();
    table.append(data); // the same name, later

    assertEquals("data/a.parquet read 0@-1--1 text=one", read().getFirst());
  }

  @Test
  void deletionVectorsAreApplied() throws IOException {
    IcebergFolder table = new IcebergFolder(folder, 3);
    DataFile data = table.data("a.parquet", "one", "two");
    table.append(data);
    table.table().newRowDelta().addDeletes(table.vector("d.puffin", data, 1)).commit();

    assertEquals(
        List.of(
            "data/a.parquet read 0@-1--1 text=one",
            "data/a.parquet excluded 1@-1--1 deleted in snapshot N of the Iceberg table"),
        read().subList(0, 2));

    byte[] puffin = Files.readAllBytes(folder.resolve("data/d.puffin"));
    puffin[12] ^= 1;
    Files.write(folder.resolve("data/d.puffin"), puffin);
    assertTrue(
        read()
            .getFirst()
            .startsWith("data/a.parquet failed 0@-1--1 which of its rows are deleted"));
  }

  @Test
  void deletesByEqualityAreRefusedByName() throws IOException {
    IcebergFolder table = new IcebergFolder(folder, 2);
    table.append(table.data("a.parquet", "one"));
    table.table().newRowDelta().addDeletes(table.equality("e.parquet")).commit();

    List<String> all = read();

    assertEquals(1, all.size(), all::toString);
    assertTrue(
        all.getFirst()
            .startsWith("unsupported /: a table: rows of it are deleted by equality, in "),
        all::toString);
  }

  @Test
  void aColumnThatWasRenamedIsFoundInOldFiles() throws IOException {
    IcebergFolder table = new IcebergFolder(folder, 2);
    table.append(table.data("a.parquet", "one"));
    table.table().updateSchema().renameColumn("text", "body").commit();

    assertEquals("data/a.parquet read 0@-1--1 body=one", read().getFirst());
  }

  @Test
  void aTableThatWasMovedIsRead() throws IOException {
    Path first = Files.createDirectories(folder.resolve("first"));
    IcebergFolder table = new IcebergFolder(first, 2);
    DataFile data = table.data("a.parquet", "one", "two");
    table.append(data);
    table.table().newRowDelta().addDeletes(table.positions("d.parquet", data, 0L)).commit();
    Path moved = Files.move(first, folder.resolve("moved"));

    assertEquals("data/a.parquet read 1@-1--1 text=two", read(moved).get(1));
  }

  @Test
  void aTableWithoutASnapshotIsEmpty() throws IOException {
    IcebergFolder table = new IcebergFolder(folder, 2);
    table.data("stray.parquet", "of no commit");

    assertEquals(
        List.of(
            "excluded data/stray.parquet: not in the current state of the Iceberg table, which has"
                + " no snapshot",
            METADATA),
        read());
  }

  @Test
  void aFileThatIsNotThereIsNamed() throws IOException {
    IcebergFolder table = new IcebergFolder(folder, 2);
    table.append(table.data("a.parquet", "one"), table.data("b.parquet", "two"));
    Files.delete(folder.resolve("data/b.parquet"));

    assertTrue(
        read()
            .contains(
                "failed data/b.parquet: snapshot N of the Iceberg table names this file, and it is"
                    + " not there; get it"));
  }

  private List<Path> metadata(String part) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("metadata"))) {
      return files
          .filter(f -> f.getFileName().toString().matches(part))
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    }
  }

  /** Each file of the metadata, cut off at every place: refused by name, nothing read. */
  @Test
  void metadataThatIsCutOffAnywhereIsRefused() throws IOException {
    IcebergFolder table = new IcebergFolder(folder, 2);
    table.append(table.data("a.parquet", "one"));
    for (Path file :
        List.of(
            folder.resolve("metadata/v2.metadata.json"),
            metadata("snap-.*").getFirst(),
            metadata(".*-m0\\.avro").getFirst())) {
      byte[] whole = Files.readAllBytes(file);
      for (int length = 0; length < whole.length; length += length < 64 ? 1 : 7) {
        Files.write(file, Arrays.copyOf(whole, length));
        assertThrows(
            UnsupportedTableException.class, () -> IcebergTable.of(folder), file + " " + length);
      }
      Files.write(file, whole);
    }
    assertEquals(1, IcebergTable.of(folder).live().size());
  }

  @Test
  void manifestsThatAreNotThereAreNamed() throws IOException {
    IcebergFolder table = new IcebergFolder(folder, 2);
    table.append(table.data("a.parquet", "one"));
    Path manifest = metadata(".*-m0\\.avro").getFirst();
    Files.delete(manifest);

    List<String> all = read();

    assertEquals(1, all.size(), all::toString);
    assertTrue(all.getFirst().contains(manifest.getFileName().toString()), all::toString);
  }

  @Test
  void aFormatOfTomorrowIsRefused() throws IOException {
    Files.createDirectories(folder.resolve("metadata"));
    Files.writeString(folder.resolve("metadata/v1.metadata.json"), "{\"format-version\":4}");

    assertEquals(
        List.of("unsupported /: a table: its format-version is 4, and 1 to 3 are read"), read());
  }
}
