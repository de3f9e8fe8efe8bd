package dev.bookplate.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs on local threads what has been through Java serialisation: the factory once a worker, every
 * task and every result. What an engine on other machines would refuse, this one refuses too, and
 * what it would lose on the way, such as a static field's value or an object's identity, is lost.
 */
public final class RoundTripEngine implements Engine {
  private final LocalEngine threads;

  /** An engine with some threads, at least 1. */
  public RoundTripEngine(int threads) {
    this.threads = new LocalEngine(threads);
  }

  @Override
  public <T extends Serializable, R extends Serializable> List<R> run(
      List<T> tasks, WorkerFactory<T, R> factory, Consumer<R> done) throws InterruptedException {
    return threads.run(tasks, () -> new RoundTripWorker<>(roundTrip(factory).create()), done);
  }

  /** What arrives elsewhere when a value is sent there. */
  @SuppressWarnings("unchecked") // a copy has its original's type
  public static <V> V roundTrip(V value) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (V) in.readObject();
    }
  }

  private record RoundTripWorker<T, R>(Worker<T, R> worker) implements Worker<T, R> {
    @Override
    public R apply(T task) throws Exception {
      return roundTrip(worker.apply(roundTrip(task)));
    }

    @Override
    public void close() throws IOException {
      worker.close();
    }
  }
}
