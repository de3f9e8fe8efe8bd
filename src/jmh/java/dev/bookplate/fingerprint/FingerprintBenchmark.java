package dev.bookplate.fingerprint;

import dev.bookplate.library.BenchmarkText;
import dev.bookplate.origin.Utf8Text;
import java.io.IOException;
import java.util.List;
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
import org.openjdk.jmh.annotations.Warmup;

/** Fingerprints of text. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class FingerprintBenchmark {
  private static final int MEGABYTES = 8;

  /** A script, or a path of real text. */
  @Param({"english", "russian", "chinese"})
  String text;

  private final PassageFingerprinter fingerprinter =
      new PassageFingerprinter(FingerprintSpec.STANDARD);
  private List<Utf8Text> documents;

  /** Makes the documents, the same in every run. */
  @Setup
  public void make() throws IOException {
    documents = BenchmarkText.documents(text, MEGABYTES * 1_000_000, 1);
  }

  /** From text to passage fingerprints; operations a second are megabytes a second. */
  @Benchmark
  @OperationsPerInvocation(MEGABYTES)
  public long fingerprint() {
    long count = 0;
    for (Utf8Text document : documents) {
      fingerprinter.fingerprint(document);
      count += fingerprinter.count();
    }
    return count;
  }

  /** The MinHash sketch of a document of 5 kB; operations are sketches. */
  @Benchmark
  public MinHash sketch() {
    fingerprinter.fingerprint(documents.getFirst());
    return fingerprinter.sketch();
  }
}
