package dev.bookplate.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.corpus.ParquetFiles.Codec;
import dev.bookplate.corpus.ParquetFiles.Column;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Folders that are tables, unloads or well-known layouts: what is read of them, and what is said.
 */
class TableFoldersTest {
  @TempDir Path folder;

  private Path write(String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private void parquet(String name) throws Exception {
    Path file = write(name, "");
    Files.write(
        file,
        new ParquetFiles(Codec.SNAPPY, Column.text("text")).group(List.of("in " + name)).bytes());
  }

  private void commit(int version, String... actions) throws Exception {
    String name = String.format(Locale.ROOT, "t/_delta_log/%020d.json", version);
    write(name, String.join("\n", actions) + "\n");
  }

  private static String add(String path) {
    return "{\"add\":{\"path\":\"" + path + "\",\"dataChange\":true}}";
  }

  private static String remove(String path) {
    return "{\"remove\":{\"path\":\"" + path + "\",\"dataChange\":true}}";
  }

  private List<String> seen() throws Exception {
    CorpusSource source = CorpusSource.of(List.of(folder), Readings.SMALL);
    List<String> seen = new ArrayList<>();
    source.shards().forEach(s -> seen.add("read " + s.path()));
    for (ReadOutcome outcome : source.skipped()) {
      seen.add(
          switch (outcome) {
            case ReadOutcome.Skipped s ->
                s.reason().label() + " " + s.where().path() + ": " + s.detail();
            case ReadOutcome.Failed f -> "failed " + f.where().path() + ": " + f.message();
            case ReadOutcome.Read r -> throw new AssertionError(r);
          });
    }
    return seen;
  }

  @Test
  void ofADeltaTableOnlyTheNewestVersionIsRead() throws Exception {
    parquet("t/lang=en/a.parquet");
    parquet("t/lang=en/b c.parquet");
    parquet("t/old.parquet");
    commit(0, "{\"protocol\":{\"minReaderVersion\":1}}", add("old.parquet"));
    commit(1, add("lang=en/a.parquet"), add("lang=en/b%20c.parquet"), remove("old.parquet"));
    commit(2, add("gone.parquet"));
    assertEquals(
        List.of(
            "read t/lang=en/a.parquet",
            "read t/lang=en/b c.parquet",
            "excluded t/_delta_log: the log of a Delta table",
            "excluded t/old.parquet: not in version 2 of the Delta table",
            "failed t/gone.parquet: version 2 of the Delta table names this file, and it is not"
                + " there; get it"),
        seen());
  }

  @Test
  void aCommitThatRemovesAndAddsAFileKeepsIt() throws Exception {
    parquet("t/a.parquet");
    commit(0, add("a.parquet"));
    commit(1, add("a.parquet"), remove("a.parquet"));
    assertTrue(seen().contains("read t/a.parquet"));
  }

  private void isRefused(String why) throws Exception {
    List<String> seen = seen();
    assertEquals(1, seen.size(), seen.toString());
    assertTrue(seen.getFirst().startsWith("unsupported t/: a table: "), seen.toString());
    assertTrue(seen.getFirst().contains(why), seen.toString());
  }

  @Test
  void aTableThatNeedsMoreIsNamedAndNotRead() throws Exception {
    parquet("t/a.parquet");
    commit(0, "{\"protocol\":{\"minReaderVersion\":3,\"readerFeatures\":[\"catalogManaged\"]}}");
    isRefused("the reader feature catalogManaged");
    commit(0, "{\"protocol\":{\"minReaderVersion\":4}}");
    isRefused("it needs readers of version 4");
    commit(0, "{\"metaData\":{\"configuration\":{\"delta.columnMapping.mode\":\"guess\"}}}");
    isRefused("other names in its files, by guess");
    commit(0, "{\"add\":{\"path\":\"a.parquet\",\"deletionVector\":{\"storageType\":\"x\"}}}");
    isRefused("deleted in a way that is not known here");
    commit(0, "{\"add\":");
    isRefused("its log is damaged behind version -1");
    commit(0, add("a.parquet"));
    commit(2, add("a.parquet"));
    isRefused("its log lacks version 1");
  }

  @Test
  void theOldestCommitsAreNeededUnlessThereIsACheckpoint() throws Exception {
    parquet("t/a.parquet");
    parquet("t/new.parquet");
    commit(3, add("new.parquet"));
    isRefused("its log lacks version 0");
    Files.write(
        folder.resolve("t/_delta_log/00000000000000000002.checkpoint.parquet"),
        new ParquetFiles(Codec.SNAPPY, Column.text("add.path"))
            .group(List.of("a.parquet"))
            .bytes());
    assertEquals(
        List.of("read t/a.parquet", "read t/new.parquet"),
        seen().stream().filter(s -> s.startsWith("read")).toList());
    write("t/_delta_log/00000000000000000002.checkpoint.parquet", "PAR1");
    isRefused("its log cannot be read");
  }

  @Test
  void sparkAndHuggingFaceFoldersAreReadWithoutTheirMarks() throws Exception {
    parquet("s/lang=en/part-0.snappy.parquet");
    write("s/_SUCCESS", "");
    write("s/.part-0.crc", "x");
    write("h/state.json", "{}");
    write("h/dataset_info.json", "{}");
    write("h/data.jsonl", "{\"text\":\"x\"}");
    write("plain/state.json", "{\"text\":\"x\"}");
    String says = "what a Hugging Face dataset says of itself, without documents";
    assertEquals(
        List.of(
            "read h/data.jsonl",
            "read plain/state.json",
            "read s/lang=en/part-0.snappy.parquet",
            "excluded h/dataset_info.json: " + says,
            "excluded h/state.json: " + says,
            "excluded s/.part-0.crc: a hidden file",
            "excluded s/_SUCCESS: what Spark sets beside its files, without documents"),
        seen());
  }

  @Test
  void layoutsOfCurationToolsAreReadWithoutTheirSidecars() throws Exception {
    write("dolma/documents/a.jsonl", "{\"text\":\"x\"}");
    write("dolma/attributes/pii/a.jsonl", "{\"id\":1}");
    write("rp/documents/a.jsonl", "{\"text\":\"x\"}");
    write("rp/quality_signals/a.json", "{}");
    write("rp/minhash/a.parquet", "x");
    write("rp/duplicates/a.parquet", "x");
    write("trove/data/a.jsonl", "{\"text\":\"x\"}");
    write("trove/executor.json", "{}");
    write("trove/logs/l.txt", "x");
    write("trove/completions/0", "");
    write("nemo/LSHStage/a.parquet", "x");
    write("nemo/a.jsonl", "{\"text\":\"x\"}");
    write("own/logs/l.txt", "x");
    List<String> seen = seen();
    assertEquals(
        List.of(
            "read dolma/documents/a.jsonl",
            "read nemo/a.jsonl",
            "read own/logs/l.txt",
            "read rp/documents/a.jsonl",
            "read trove/data/a.jsonl"),
        seen.subList(0, 5));
    assertEquals(13 - 5, seen.size() - 5, seen.toString());
    assertTrue(seen.subList(5, 13).stream().allMatch(s -> s.startsWith("excluded ")));
  }

  @Test
  void whatAnUnloadsManifestNamesAndIsNotThereIsUnread() throws Exception {
    write("u/part_0.jsonl", "{\"text\":\"x\"}");
    write(
        "u/manifest",
        "{\"entries\":[{\"url\":\"s3://b/u/part_0.jsonl\"},{\"url\":\"s3://b/u/part_1.jsonl\"}]}");
    write("v/manifest.json", "{\"text\":\"no manifest of an unload\"}");
    assertEquals(
        List.of(
            "read u/part_0.jsonl",
            "read v/manifest.json",
            "excluded u/manifest: the manifest of an unload, without documents",
            "failed u/part_1.jsonl: the manifest manifest names this file, and it is not there;"
                + " get it"),
        seen());
  }

  @Test
  void aManifestIsHeldAgainstNamesLengthsAndFolders() throws Exception {
    write("u/lang=en/0000_part_00.jsonl", "{\"text\":\"x\"}");
    write("u/lang=en/0001_part_00.jsonl", "{\"text\":\"x\"}");
    write("u/lang=en/extra.jsonl", "{\"text\":\"x\"}");
    write(
        "u/run_manifest",
        "{\"entries\":[{\"url\":\"s3://b/u/lang=en/0000_part_00.jsonl\",\"meta\":"
            + "{\"content_length\":12}},{\"url\":\"s3://b/u/lang=en/0001_part_00.jsonl\",\"meta\":"
            + "{\"content_length\":99}}]}");
    assertEquals(
        List.of(
            "read u/lang=en/0000_part_00.jsonl",
            "read u/lang=en/0001_part_00.jsonl",
            "read u/lang=en/extra.jsonl",
            "excluded u/run_manifest: the manifest of an unload, without documents",
            "failed u/lang=en/0001_part_00.jsonl: the manifest run_manifest names this file, and it"
                + " has 12 bytes in place of 99; get it"),
        seen());
    assertEquals(
        "its files are listed in run_manifest; not listed: lang=en/extra.jsonl",
        CorpusSource.of(List.of(folder), Readings.SMALL).layouts().getFirst().why());
  }

  @Test
  void aManifestOfLinesIsHeldAgainstNames() throws Exception {
    write("u/20260101_0001_x_0a", "A text.");
    write("u/q-manifest.csv", "s3://b/u/20260101_0001_x_0a\ns3://b/u/20260101_0001_x_0b\n");
    write("v/q-manifest.csv", "text\nno manifest\n");
    assertEquals(
        List.of(
            "read u/20260101_0001_x_0a",
            "read v/q-manifest.csv",
            "excluded u/q-manifest.csv: the manifest of an unload, without documents",
            "failed u/20260101_0001_x_0b: the manifest q-manifest.csv names this file, and it is"
                + " not there; get it"),
        seen());
  }
}
