package dev.bookplate.audit;

import dev.bookplate.evidence.GroupReceipt;
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
   * Scans groups of shards.
   *
   * @param folder of the run's shard files, which are there when this returns
   * @return their receipts, in order
   */
  List<GroupReceipt> scan(List<SearchGroup> groups, Path folder)
      throws IOException, InterruptedException {
    if (groups.isEmpty()) {
      return List.of();
    }
    progress.phase("sending the catalogues", Progress.Counted.BOOKS, 0);
    try (Depot depot = Depot.in(cluster.depot())) {
      ClusterWorker.Factory workers =
          new ClusterWorker.Factory(plan, depot.store(plan), depot.location());
      progress.phase(
          "scanning",
          Progress.Counted.SEARCHED,
          groups.stream().mapToLong(SearchGroup::bytes).sum());
      Map<Integer, Long> bytes = new HashMap<>();
      groups.forEach(group -> bytes.put(group.first(), group.bytes()));
      String digest = plan.digest();
      return cluster
          .engine()
          .run(
              groups,
              workers,
              receipt -> {
                take(depot, receipt, folder, digest);
                tell(bytes.get(receipt.first()), receipt);
              });
    }
  }

  private static void take(Depot depot, GroupReceipt receipt, Path folder, String digest) {
    try {
      depot.take(receipt, folder, digest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void tell(long bytes, GroupReceipt receipt) {
    long read = 0;
    long findings = 0;
    for (ShardReceipt shard : receipt.shards()) {
      read += shard.counts().read();
      findings += shard.counts().allFindings();
    }
    progress.add(bytes, read, findings);
  }
}
