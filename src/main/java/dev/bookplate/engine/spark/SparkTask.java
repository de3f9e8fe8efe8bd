package dev.bookplate.engine.spark;

import dev.bookplate.engine.Engine.WorkerFactory;
import java.io.Serializable;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import scala.Tuple2;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction2;

/** What an executor does with a partition, which is one task. */
final class SparkTask<T extends Serializable, R extends Serializable>
    extends AbstractFunction2<TaskContext, Iterator<T>, R> implements Serializable {
  private static final long serialVersionUID = 1;
  private static final String HADOOP = "spark.hadoop.";

  private final String job;
  private final WorkerFactory<T, R> factory;

  /**
   * For one job.
   *
   * @param job unlike any other, so that executors tell its workers from others'
   */
  SparkTask(String job, WorkerFactory<T, R> factory) {
    this.job = job;
    this.factory = factory;
  }

  @Override
  public R apply(TaskContext context, Iterator<T> partition) {
    handOnHadoopSettings();
    try {
      return WorkerPool.<T, R>of(job).use(factory, worker -> worker.apply(partition.next()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw sneak(e);
    } catch (Throwable e) { // errors too: see there
      throw sneak(new WorkerFailure(e));
    }
  }

  /** Readers of remote files know no Spark: they find these where spark-submit puts its own. */
  private static void handOnHadoopSettings() {
    for (Tuple2<String, String> setting : SparkEnv.get().conf().getAllWithPrefix(HADOOP)) {
      System.setProperty(HADOOP + setting._1(), setting._2());
    }
  }

  /** Scala's functions declare no exceptions, and Spark shows those that are not wrapped best. */
  @SuppressWarnings("unchecked") // that is the trick
  private static <E extends Throwable> RuntimeException sneak(Throwable e) throws E {
    throw (E) e;
  }
}
