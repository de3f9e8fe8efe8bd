package dev.bookplate.audit;

import dev.bookplate.evidence.Existing;
import dev.bookplate.evidence.Part;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A process that scans, says so at one event of its progress, and waits there to be killed.
 * Arguments: the bench's folder, the run, the event, and {@code run} or the part's number of 3.
 */
final class KilledScan implements Progress {
  private final long stop;
  private final AtomicLong events = new AtomicLong();

  /** Counts, and waits at one event; none for 0. */
  KilledScan(long stop) {
    this.stop = stop;
  }

  public static void main(String[] args) throws Exception {
    say("started");
    ScanBench bench = new ScanBench(Path.of(args[0]), new KilledScan(Long.parseLong(args[2])));
    Existing existing = new Existing(false, true);
    if (args[3].equals("run")) {
      bench.scan(Path.of(args[1]), existing);
    } else {
      bench.part(Path.of(args[1]), new Part(Integer.parseInt(args[3]), 3), existing);
    }
    say("ended");
  }

  long events() {
    return events.get();
  }

  @Override
  public void phase(String what, Counted counted, long bytes) {
    event();
  }

  @Override
  public void add(long bytes, long items, long findings) {
    event();
  }

  private void event() {
    if (events.incrementAndGet() == stop) {
      try {
        say("here");
        new CountDownLatch(1).await();
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static void say(String word) throws IOException {
    @SuppressWarnings("resource") // the process's own
    FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    out.write((word + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
