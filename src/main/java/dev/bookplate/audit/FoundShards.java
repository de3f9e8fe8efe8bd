package dev.bookplate.audit;

import dev.bookplate.evidence.ShardFile;
import dev.bookplate.evidence.ShardReceipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a scan that was stopped has left of its shards. */
final class FoundShards {
  private final Path folder;
  private final String plan;

  /**
   * Of a scan.
   *
   * @param folder of its shard files, which is there
   * @param plan digest of all that decides what they hold
   */
  FoundShards(Path folder, String plan) {
    this.folder = folder;
    this.plan = plan;
  }

  /**
   * Receipts of the shards that need not be read again, by ordinal. A file is used whole or not at
   * all, by the rule that the merge finds it by: the file that is called after a shard is that of
   * the shards that follow in it.
   *
   * @param tasks by ordinal
   */
  Map<Integer, ShardReceipt> of(List<SearchTask> tasks) throws IOException {
    Set<Path> files;
    try (Stream<Path> list = Files.list(folder)) {
      files = list.map(Path::getFileName).collect(Collectors.toSet());
    }
    Map<Integer, ShardReceipt> receipts = new HashMap<>();
    for (int i = 0; i < tasks.size(); ) {
      int first = tasks.get(i).shard().ordinal();
      List<ShardReceipt> found = List.of();
      if (files.contains(ShardFile.in(folder, first).getFileName())) {
        found = found(first, tasks.subList(i, tasks.size()));
      }
      found.forEach(receipt -> receipts.put(receipt.ordinal(), receipt));
      i += Math.max(1, found.size());
    }
    return receipts;
  }

  private List<ShardReceipt> found(int first, List<SearchTask> tasks) throws IOException {
    return switch (ShardFile.check(folder, first, plan)) {
      case ShardFile.Check.Whole whole -> {
        List<ShardReceipt> shards = whole.receipt().shards();
        yield isOf(tasks, shards) ? shards : List.of();
      }
      case ShardFile.Check.Unusable no -> List.of();
    };
  }

  private static boolean isOf(List<SearchTask> tasks, List<ShardReceipt> shards) {
    for (int i = 0; i < shards.size(); i++) {
      if (i == tasks.size() || tasks.get(i).shard().ordinal() != shards.get(i).ordinal()) {
        return false;
      }
    }
    return true;
  }
}
