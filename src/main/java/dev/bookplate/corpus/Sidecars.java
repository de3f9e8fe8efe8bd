package dev.bookplate.corpus;

import java.util.Set;

/**
 * Files that stand beside documents in the folders of well-known tools and hold none. Known by
 * their names, and mostly only beside what makes such a folder of it, so that a user's own file of
 * that name is read.
 */
final class Sidecars {
  private static final Set<String> SPARK = Set.of("_SUCCESS", "_metadata", "_common_metadata");
  private static final Set<String> HUGGING_FACE =
      Set.of("dataset_info.json", "dataset_infos.json", "dataset_dict.json", "state.json");
  private static final Set<String> NEMO =
      Set.of("MinHashStage", "LSHStage", "BucketsToEdgesStage", "ConnectedComponentsStage");
  private static final Set<String> RED_PAJAMA = Set.of("quality_signals", "minhash", "duplicates");
  private static final Set<String> DATATROVE =
      Set.of("executor.json", "stats.json", "stats", "logs", "completions");

  private Sidecars() {}

  /**
   * Why a file or folder is left out, or null where it is not.
   *
   * @param name its own
   * @param beside the names of all that is in its folder
   */
  static String why(String name, Set<String> beside) {
    if (SPARK.contains(name) || name.startsWith("_committed_") || name.startsWith("_started_")) {
      return "what Spark sets beside its files, without documents";
    }
    if (HUGGING_FACE.contains(name)
        && (beside.contains("dataset_info.json")
            || beside.contains("dataset_dict.json")
            || beside.contains("dataset_infos.json"))) {
      return "what a Hugging Face dataset says of itself, without documents";
    }
    if (name.equals("attributes") && beside.contains("documents")) {
      return "attributes of Dolma's documents, without text";
    }
    if (RED_PAJAMA.contains(name) && beside.contains("documents")) {
      return "what RedPajama says of its documents, without text";
    }
    if (DATATROVE.contains(name)
        && (beside.contains("executor.json") || beside.contains("completions"))
        && (beside.contains("logs") || beside.contains("stats.json"))) {
      return "what datatrove says of its work, without documents";
    }
    return NEMO.contains(name) ? "what NeMo Curator's deduplication goes by, without text" : null;
  }
}
