package dev.bookplate.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The folders that are known: one rule each. */
final class LayoutRules {
  /** Members of a tar archive that are looked at, and how many bytes of them are gone over. */
  private static final int MEMBERS = 2;

  private static final long MOST_BYTES = 16 << 20;

  private static final String[] OF_DATATROVE = {
    "executor\\.json", "stats\\.json", "stats", "logs", "completions"
  };
  private static final String[] OF_SPARK = {
    "_SUCCESS", "_metadata", "_common_metadata", "_committed_.*", "_started_.*"
  };
  private static final String[] OF_HUGGING_FACE = {
    "dataset_info\\.json", "dataset_infos\\.json", "dataset_dict\\.json", "state\\.json"
  };
  private static final String[] OF_NEMO = {
    "MinHashStage",
    "LSHStage",
    "BucketsToEdgesStage",
    "ConnectedComponentsStage",
    "FuzzyDuplicateIds",
    "ExactDuplicateIds",
    "(fuzzy|exact)_id_generator\\.json",
    "_(minhashes|buckets|edges|exact_duplicates)\\.parquet",
    "connected_components\\.parquet",
    "jaccard_similarity_results\\.parquet"
  };
  private static final String[] OF_RED_PAJAMA = {"quality_signals", "minhash", "duplicates"};

  /** All of them, in the order in which they are told. */
  static final List<LayoutRule> ALL =
      List.of(
          LayoutRule.all("Dolma", "documents", "attributes")
              .without("attributes of Dolma's documents, without text", "attributes"),
          LayoutRule.all("RedPajama v2", "documents")
              .withAny(1, OF_RED_PAJAMA)
              .without("what RedPajama says of its documents, without text", OF_RED_PAJAMA),
          LayoutRule.any(
              "RedPajama v1",
              5,
              "arxiv",
              "books?",
              "c4",
              "common_crawl",
              "github",
              "stackexchange",
              "wikipedia"),
          LayoutRule.all(
                  "datatrove, the folder of a pipeline",
                  "executor\\.json|completions",
                  "logs|stats\\.json")
              .without("what datatrove says of its work, without documents", OF_DATATROVE),
          LayoutRule.all(
              "datatrove, the shards of a writer",
              "\\d{5}\\.jsonl(\\.gz|\\.zst)?|(\\d{3}_)?\\d{5}\\.parquet"),
          LayoutRule.any("NeMo Curator", 1, OF_NEMO)
              .without("what NeMo Curator's deduplication goes by, without text", OF_NEMO),
          LayoutRule.any(
                  "Hugging Face datasets, saved or loaded",
                  1,
                  "dataset_info\\.json",
                  "dataset_infos\\.json",
                  "dataset_dict\\.json")
              .without(
                  "what a Hugging Face dataset says of itself, without documents", OF_HUGGING_FACE),
          LayoutRule.all(
              "Hugging Face datasets, split into shards",
              "(.*-)?(train|test|validation)-\\d{5}-of-\\d{5}(-[0-9a-f]+)?\\.(parquet|arrow)"),
          LayoutRule.all("Hugging Face hub, its cache", "blobs", "refs", "snapshots")
              .without("names of revisions, without documents", "refs"),
          LayoutRule.all("WebDataset", "(.*[-_])?\\d{4,}\\.tar(\\.gz)?")
              .proved(LayoutRules::holdsSamples)
              .without("what img2dataset says of its shards, without text", "\\d+_stats\\.json"),
          LayoutRule.all("Books3, files", ".+\\.epub\\.txt"),
          LayoutRule.all("Books3, packed", ".+\\.(tar|tar\\.gz|tgz)")
              .proved(LayoutRules::holdsBooks),
          LayoutRule.all("the Pile", "00\\.jsonl\\.zst", "01\\.jsonl\\.zst"),
          LayoutRule.all(
              "BigQuery, an export", "(.*[^0-9])?\\d{12}\\.(json|jsonl|csv|avro|parquet)(\\.gz)?"),
          LayoutRule.all(
              "Snowflake, an unload",
              ".*_\\d+_\\d+_\\d+\\.((csv|json)(\\.(gz|zst|bz2))?|(snappy\\.)?parquet)"),
          LayoutRule.any("Spark", 1, OF_SPARK)
              .without("what Spark sets beside its files, without documents", OF_SPARK));

  private LayoutRules() {}

  /** Whether the first two members of a tar archive are of one sample. */
  private static boolean holdsSamples(Path tar) throws IOException {
    List<String> names = firstNames(tar);
    return names.size() == MEMBERS
        && Sample.key(names.get(0)).equals(Sample.key(names.get(1)))
        && !Sample.kind(names.get(0)).isEmpty()
        && !Sample.kind(names.get(1)).isEmpty();
  }

  private static boolean holdsBooks(Path tar) throws IOException {
    List<String> names = firstNames(tar);
    return !names.isEmpty() && names.stream().allMatch(n -> n.endsWith(".epub.txt"));
  }

  private static List<String> firstNames(Path tar) throws IOException {
    List<String> names = new ArrayList<>();
    try (InputStream in = UnpackedFile.of(tar).open();
        TarArchive archive = new TarArchive(in)) {
      long bytes = 0;
      for (Archive.Member m = archive.next(); m != null; m = archive.next()) {
        names.add(m.path());
        bytes += m.size();
        if (names.size() == MEMBERS || bytes > MOST_BYTES) {
          break; // the next would be behind all of this one
        }
      }
    }
    return names;
  }
}
