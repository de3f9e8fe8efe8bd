package dev.bookplate.engine.spark;

import dev.bookplate.engine.Engine.EngineException;
import dev.bookplate.engine.Engine.WorkerFactory;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * One job. A thread waits for Spark, and the caller for what that thread hears: so the caller can
 * be interrupted, and what it does with a result does not hold up Spark's scheduler.
 */
final class SparkRun<T extends Serializable, R extends Serializable> {
  private final SparkContext spark;
  private final List<T> tasks;
  private final WorkerFactory<T, R> factory;
  private final String job = "bookplate-" + UUID.randomUUID();
  private final BlockingQueue<News<R>> news = new LinkedBlockingQueue<>();

  /** What the job's thread tells. */
  private sealed interface News<R> {
    /** A task has its result. */
    record Result<R>(int task, R value) implements News<R> {}

    /** The job is over; with no failure after the last result. */
    record End<R>(Throwable failure) implements News<R> {}
  }

  SparkRun(SparkContext spark, List<T> tasks, WorkerFactory<T, R> factory) {
    this.spark = spark;
    this.tasks = List.copyOf(tasks);
    this.factory = factory;
  }

  /** Runs the job to its end; is used once. */
  List<R> run(Consumer<R> done) throws InterruptedException {
    Thread thread = new Thread(this::job, job);
    thread.setDaemon(true);
    thread.start();
    List<R> results;
    try {
      results = collect(done);
    } catch (Throwable e) { // errors too: nothing goes on after them
      cancel(thread);
      throw e;
    }
    try {
      WorkerPool.end(job);
    } catch (IOException e) {
      throw new EngineException(e);
    }
    return results;
  }

  private List<R> collect(Consumer<R> done) throws InterruptedException {
    List<R> results = new ArrayList<>(Collections.nCopies(tasks.size(), null));
    while (true) {
      switch (news.take()) {
        case News.Result<R> result -> {
          results.set(result.task(), result.value());
          tell(done, result.value());
        }
        case News.End<R> end -> {
          if (end.failure() != null) {
            throw new EngineException(WorkerFailure.in(end.failure()));
          }
          return Collections.unmodifiableList(results);
        }
      }
    }
  }

  private void tell(Consumer<R> done, R result) {
    try {
      done.accept(result);
    } catch (RuntimeException | Error e) {
      throw new EngineException(e);
    }
  }

  /** Stops the job and waits for its tasks in this process; on executors they end by themselves. */
  private void cancel(Thread thread) {
    boolean interrupted = Thread.interrupted();
    try {
      spark.cancelJobGroup(job);
      thread.join();
      WorkerPool.end(job);
    } catch (InterruptedException e) {
      interrupted = true;
    } catch (IOException | RuntimeException e) {
      // what stopped the job is what the caller hears of
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Body of the job's thread. */
  private void job() {
    try {
      // interrupts the tasks where the job is cancelled
      spark.setJobGroup(job, "bookplate", true);
      submit();
      news.add(new News.End<>(null));
    } catch (Throwable e) { // errors too: the caller has to know of them
      news.add(new News.End<>(e));
    }
  }

  private void submit() {
    ClassTag<R> any = ClassTag$.MODULE$.apply(Serializable.class);
    RDD<T> partitions =
        JavaSparkContext.fromSparkContext(spark).parallelize(tasks, tasks.size()).rdd();
    spark.runJob(partitions, new SparkTask<>(job, factory), new Listener(), any);
  }

  private final class Listener extends AbstractFunction2<Object, R, BoxedUnit> {
    @Override
    public BoxedUnit apply(Object task, R value) {
      news.add(new News.Result<>((Integer) task, value));
      return BoxedUnit.UNIT;
    }
  }
}
