package dev.bookplate.audit;

import dev.bookplate.corpus.Shard;
import dev.bookplate.evidence.ShardReceipt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The scan itself, by the machines of a cluster: the same shard files, in the same folder. */
record ClusterScan(AuditPlan plan, Cluster cluster, Progress progress) {

  /**
   * Scans shards.
   *
   * @param folder of the run's shard files, which are there when this returns
   * @return their receipts, in order
   */
  List<ShardReceipt> scan(List<SearchTask> tasks, Path folder)
      throws IOException, InterruptedException {
    if (tasks.isEmpty()) {
      return List.of();
    }
    progress.phase("sending the catalogues", Progress.Counted.BOOKS, 0);
    try (Depot depot = Depot.in(cluster.depot())) {
      ClusterWorker.Factory workers =
          new ClusterWorker.Factory(plan, depot.store(plan), depot.location());
      progress.phase(
          "scanning",
          Progress.Counted.SEARCHED,
          tasks.stream().mapToLong(task -> task.shard().weight()).sum());
      Map<Integer, Shard> byOrdinal = new HashMap<>();
      tasks.forEach(task -> byOrdinal.put(task.shard().ordinal(), task.shard()));
      String digest = plan.digest();
      return cluster
          .engine()
          .run(
              tasks,
              workers,
              receipt -> {
                take(depot, receipt, folder, digest);
                tell(byOrdinal.get(receipt.ordinal()), receipt);
              });
    }
  }

  private static void take(Depot depot, ShardReceipt receipt, Path folder, String digest) {
    try {
      depot.take(receipt, folder, digest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void tell(Shard shard, ShardReceipt receipt) {
    progress.add(shard.weight(), receipt.counts().read(), receipt.counts().allFindings());
  }
}
