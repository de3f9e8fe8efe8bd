package dev.bookplate.audit;

import dev.bookplate.engine.Engine;
import dev.bookplate.evidence.GroupReceipt;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Makes the workers of a scan. Sent elsewhere, it works the same, but tells nobody how it gets on.
 */
final class ShardWorkers implements Engine.WorkerFactory<SearchGroup, GroupReceipt> {
  private static final long serialVersionUID = 1;

  private final AuditPlan plan;
  private final String shards;
  private final transient Progress progress;

  /**
   * For a plan.
   *
   * @param shards folder that the shards' files go to
   */
  ShardWorkers(AuditPlan plan, Path shards, Progress progress) {
    this.plan = plan;
    this.shards = shards.toString();
    this.progress = progress;
  }

  @Override
  public ShardWorker create() throws IOException {
    return new ShardWorker(plan, Path.of(shards), progress == null ? Progress.NONE : progress);
  }
}
