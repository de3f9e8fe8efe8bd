package dev.bookplate.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Folders of well-known tools and data sets, by name. */
class LayoutsTest {
  @TempDir Path folder;

  private void touch(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "x");
  }

  private void tar(String name, String... members) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
      for (String member : members) {
        TarArchiveEntry entry = new TarArchiveEntry(member);
        entry.setSize(member.length());
        tar.putArchiveEntry(entry);
        tar.write(member.getBytes(StandardCharsets.UTF_8));
        tar.closeArchiveEntry();
      }
    }
    Files.write(folder.resolve(name), out.toByteArray());
  }

  private List<String> layouts(Path root) throws IOException {
    return CorpusSource.of(List.of(root), Readings.SMALL).layouts().stream()
        .map(l -> l.layout() + " in '" + l.path() + "' (" + l.folders() + "): " + l.why())
        .toList();
  }

  /** Each rule by the least that makes such a folder, and not by less. */
  @ParameterizedTest
  @CsvSource({
    "Dolma, documents/a.jsonl, attributes/x/a.jsonl",
    "RedPajama v2, documents/a.jsonl, quality_signals/a.json",
    "'datatrove, the folder of a pipeline', completions/0, logs/0.log",
    "'Hugging Face hub, its cache', blobs/1 refs/main, snapshots/1/a.txt",
    "the Pile, 00.jsonl.zst, 01.jsonl.zst",
    "RedPajama v1, arxiv/a book/a c4/a github/a, wikipedia/a",
    "'datatrove, the shards of a writer', '', 00000.jsonl.gz",
    "'datatrove, the shards of a writer', '', 014_00003.parquet",
    "NeMo Curator, '', FuzzyDuplicateIds/a.parquet",
    "NeMo Curator, '', LSHStage/a.parquet",
    "'Hugging Face datasets, saved or loaded', state.json, dataset_info.json",
    "'Hugging Face datasets, split into shards', '', train-00000-of-00002.parquet",
    "'Books3, files', '', A Book.epub.txt",
    "'BigQuery, an export', '', books-000000000000.json.gz",
    "'Snowflake, an unload', '', data_0_1_0.snappy.parquet",
    "Spark, part-00000.csv, _SUCCESS",
  })
  void eachIsKnownByWhatMakesIt(String layout, String some, String last) throws IOException {
    for (String name : some.isEmpty() ? new String[0] : some.split(" ")) {
      touch(name);
    }
    assertEquals(List.of(), layouts(folder));

    touch(last);

    List<String> found = layouts(folder);
    assertEquals(1, found.size(), found::toString);
    assertEquals(
        layout + " in '' (1): it holds ", found.getFirst().substring(0, layout.length() + 21));
  }

  @Test
  void whatFoldersHoldIsToldAsTheReason() throws IOException {
    touch("documents/a.jsonl");
    touch("attributes/a.jsonl");
    touch("more/00000.jsonl.gz");
    touch("more/00001.jsonl.gz");
    touch("more/00002.jsonl.gz");
    touch("more/00003.jsonl.gz");
    touch("most/00000.jsonl.gz");

    assertEquals(
        List.of(
            "Dolma in '' (1): it holds attributes, documents",
            "datatrove, the shards of a writer in 'more' (2): it holds 00000.jsonl.gz,"
                + " 00001.jsonl.gz, 00002.jsonl.gz and 1 more such"),
        layouts(folder));
  }

  @Test
  void aWebDatasetIsKnownByItsFirstSample() throws IOException {
    tar("shard-000000.tar", "a/1.txt", "a/1.json", "a/2.txt");
    assertEquals(List.of("WebDataset in '' (1): it holds shard-000000.tar"), layouts(folder));

    tar("shard-000000.tar", "a/1.txt", "a/2.txt");
    assertEquals(List.of(), layouts(folder));
    touch("shard-000000.tar"); // damaged: named by whoever reads it
    assertEquals(List.of(), layouts(folder));
  }

  @Test
  void packedBooksAreKnownByTheirFirstMembers() throws IOException {
    tar("books.tar", "b/One.epub.txt", "b/Two.epub.txt");
    assertEquals(List.of("Books3, packed in '' (1): it holds books.tar"), layouts(folder));
    assertEquals(
        List.of("Books3, packed in '' (1): by its first members"),
        layouts(folder.resolve("books.tar")));

    tar("books.tar", "b/One.txt", "b/Two.epub.txt");
    assertEquals(List.of(), layouts(folder));
  }

  @Test
  void tablesAndUnloadsAreLayoutsToo() throws IOException {
    touch("a/_delta_log/00000000000000000000.json");
    touch("b/metadata/v1.metadata.json");
    Files.createDirectories(folder.resolve("c"));
    Files.writeString(
        folder.resolve("c/manifest"), "{\"entries\":[{\"url\":\"s3://b/u/part_0.jsonl\"}]}");

    assertEquals(
        List.of(
            "Delta table in 'a' (1): it holds _delta_log",
            "Apache Iceberg table in 'b' (1): it holds metadata",
            "unload of a warehouse in 'c' (1): its files are listed in manifest"),
        layouts(folder));
  }
}
