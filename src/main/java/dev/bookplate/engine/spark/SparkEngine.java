package dev.bookplate.engine.spark;

import dev.bookplate.engine.Engine;
import java.io.Closeable;
import java.io.Serializable;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.serializer.JavaSerializer;

/**
 * Runs tasks on the executors of a Spark cluster: one Spark task each, without a shuffle. An
 * executor keeps its workers from one task to the next. What Spark retries, because an executor was
 * lost or a worker threw, is done again from the start of its task, so a task may be done more than
 * once and what it leaves behind must bear that; its result is counted once.
 *
 * <p>Spark must be on the class path. One of these a process, as Spark allows no more.
 */
public final class SparkEngine implements Engine, Closeable {
  private final JavaSparkContext spark;

  private SparkEngine(JavaSparkContext spark) {
    this.spark = spark;
  }

  /**
   * Joins a cluster.
   *
   * @param settings of Spark, which must name a master where {@code spark-submit} has not
   * @throws NoClassDefFoundError where Spark is not on the class path
   * @throws ClusterException if there is no such cluster, or it takes no application
   */
  public static SparkEngine start(SparkSettings settings) {
    SparkConf conf = new SparkConf();
    settings.named().forEach(conf::set);
    conf.setIfMissing("spark.app.name", "bookplate");
    conf.setIfMissing("spark.ui.showConsoleProgress", "false");
    conf.setIfMissing("spark.ui.enabled", "false");
    // Kryo cannot write records
    conf.set("spark.serializer", JavaSerializer.class.getName());
    if (!conf.contains("spark.master")) {
      throw new ClusterException("no cluster was named; give --master, such as spark://host:7077");
    }
    if (!conf.contains("spark.jars") && !settings.jars().isEmpty()) {
      conf.setJars(settings.jars().toArray(new String[0]));
    }
    try {
      return new SparkEngine(new JavaSparkContext(conf));
    } catch (Exception e) { // Scala's methods throw checked ones too, and do not say so
      throw new ClusterException(
          "Spark did not start at " + conf.get("spark.master") + " (" + e.getMessage() + ")", e);
    }
  }

  /** How many tasks run at one time, as far as the cluster has said. */
  public int parallelism() {
    return spark.defaultParallelism();
  }

  @Override
  public <T extends Serializable, R extends Serializable> List<R> run(
      List<T> tasks, WorkerFactory<T, R> factory, Consumer<R> done) throws InterruptedException {
    return tasks.isEmpty() ? List.of() : new SparkRun<>(spark.sc(), tasks, factory).run(done);
  }

  @Override
  public void close() {
    spark.close();
  }
}
