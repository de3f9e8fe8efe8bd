package dev.bookplate.audit;

import dev.bookplate.corpus.Locations;
import dev.bookplate.engine.Engine;
import dev.bookplate.evidence.FileTrees;
import dev.bookplate.evidence.GroupReceipt;
import dev.bookplate.evidence.ShardFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Scans shards on a machine of a cluster, as {@link ShardWorker} does anywhere: with catalogues
 * that it fetches there, into a folder there, from which whole files go to the depot.
 */
final class ClusterWorker implements Engine.Worker<SearchGroup, GroupReceipt> {

  /**
   * Makes workers, anywhere.
   *
   * @param plan of the scan
   * @param catalogues of the plan, as they are to be fetched
   * @param depot its location
   */
  record Factory(AuditPlan plan, List<StoredCatalogue> catalogues, String depot)
      implements Engine.WorkerFactory<SearchGroup, GroupReceipt> {
    @Override
    public ClusterWorker create() throws IOException {
      Path folder = Locations.of(depot);
      if (!Files.isDirectory(folder)) {
        throw unseen("the folder that the scan works in", depot);
      }
      Map<String, String> here = FetchedCatalogues.take(catalogues);
      Path shards = null;
      try {
        shards = Files.createTempDirectory("bookplate-shards-");
        ShardWorker worker = new ShardWorker(plan.at(here::get), shards, Progress.NONE);
        return new ClusterWorker(this, worker, folder, shards);
      } catch (IOException | RuntimeException e) {
        if (shards != null) {
          FileTrees.delete(shards);
        }
        FetchedCatalogues.giveBack(catalogues);
        throw e;
      }
    }
  }

  private final Factory factory;
  private final ShardWorker worker;
  private final Path depot;
  private final Path shards;

  private ClusterWorker(Factory factory, ShardWorker worker, Path depot, Path shards) {
    this.factory = factory;
    this.worker = worker;
    this.depot = depot;
    this.shards = shards;
  }

  @Override
  public GroupReceipt apply(SearchGroup group) throws IOException, InterruptedException {
    for (SearchTask task : group.tasks()) {
      // where it was listed it was there: that it is not here is no defect of the corpus
      if (!Files.exists(Locations.of(task.shard().file()))) {
        throw unseen("the corpus file", task.shard().file());
      }
    }
    GroupReceipt receipt = worker.apply(group);
    Depot.publish(depot, receipt, ShardFile.in(shards, receipt.first()));
    return receipt;
  }

  @Override
  public void close() throws IOException {
    worker.close();
    FileTrees.delete(shards);
    FetchedCatalogues.giveBack(factory.catalogues());
  }

  private static IOException unseen(String what, String location) {
    return new IOException(
        what
            + " "
            + location
            + " cannot be seen from "
            + host()
            + ", a machine of the cluster; use paths that all of them see, such as a shared folder,"
            + " hdfs:// or s3a://, for corpora and for --work-dir.");
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "one of them";
    }
  }
}
