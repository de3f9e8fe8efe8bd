package dev.bookplate.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Probes of a filter that fits a cache, and of one that does not. Operations are probes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class FilterBenchmark {
  private static final int PROBES = 1 << 16;

  /** Fingerprints that are in the filter; 11 bits each. */
  @Param({"100000", "4000000", "60000000"})
  int keys;

  private final int[] hits = new int[PROBES];
  private final long[] blocks = new long[PassageFilter.BATCH];
  private Path file;
  private PassageFilter filter;
  private long[] asked;

  /** Makes a filter of random fingerprints, and others to ask for, the same in every run. */
  @Setup
  public void make() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    PassageFilter.Builder builder = new PassageFilter.Builder(keys);
    for (int i = 0; i < keys; i++) {
      builder.add(IndexFormat.term(random.nextLong()));
    }
    file = Files.createTempFile("benchmark", ".filter");
    builder.write(file);
    filter = PassageFilter.open(file);
    asked = random.longs(PROBES).toArray();
  }

  /** Removes the file. */
  @TearDown
  public void remove() throws IOException {
    Files.delete(file);
  }

  /** Probes fingerprints that are not there. */
  @Benchmark
  @OperationsPerInvocation(PROBES)
  public int probe() {
    return filter.probe(asked, PROBES, hits, blocks);
  }
}
