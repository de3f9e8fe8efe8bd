package dev.bookplate.fingerprint;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Shingles of words that are hashed already. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ShingleBenchmark {
  private static final int MILLION = 1_000_000;

  private final Winnower winnower =
      new Winnower(FingerprintSpec.STANDARD.shingle(), FingerprintSpec.STANDARD.window());
  private long[] words;

  /** Makes the words, the same in every run. */
  @Setup
  public void make() {
    words = new SplittableRandom(1).longs(MILLION).toArray();
  }

  /** Hashes of shingles from mixed words; operations are shingles. */
  @Benchmark
  @OperationsPerInvocation(MILLION)
  public long shingleHash() {
    int shingle = FingerprintSpec.STANDARD.shingle();
    long power = ShingleHash.power(shingle);
    long rolling = 0;
    long sum = 0;
    for (int i = 0; i < words.length; i++) {
      rolling = ShingleHash.roll(rolling, i < shingle ? 0 : words[i - shingle], power, words[i]);
      sum += ShingleHash.finish(rolling);
    }
    return sum;
  }

  /** Smallest of every window, from mixed words; operations are words. */
  @Benchmark
  @OperationsPerInvocation(MILLION)
  public int winnow() {
    winnower.winnow(words, words.length);
    return winnower.count();
  }
}
