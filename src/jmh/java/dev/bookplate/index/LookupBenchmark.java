package dev.bookplate.index;

import dev.bookplate.fingerprint.FingerprintSpec;
import dev.bookplate.fingerprint.PassageFingerprinter;
import dev.bookplate.library.BenchmarkText;
import dev.bookplate.origin.Utf8Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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

/**
 * Lookups in an index of 60 books. Documents are fingerprinted beforehand. Operations a second are
 * megabytes a second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class LookupBenchmark {
  private static final int MEGABYTES = 2;
  private static final int BOOKS = 60;

  /** A script, or a path of real text. */
  @Param({"english", "russian", "chinese"})
  String text;

  private final List<PassageFingerprinter> clean = new ArrayList<>();
  private final List<PassageFingerprinter> copied = new ArrayList<>();
  private Path folder;
  private ReferenceIndex index;
  private Lookup lookup;
  private long places;

  /** Builds the index, the same in every run. */
  @Setup
  public void make() throws IOException {
    folder = Files.createTempDirectory("benchmark");
    List<Utf8Text> books = BenchmarkText.documents(text, BOOKS * 500_000, 1);
    try (IndexBuilder builder = IndexBuilder.open(folder, FingerprintSpec.STANDARD)) {
      for (int i = 0; i < books.size(); i++) {
        builder.add(new ReferenceEntry("e-" + i, Map.of(), new byte[0], books.get(i)));
      }
      builder.commit();
    }
    index = ReferenceIndex.open(folder, FingerprintSpec.STANDARD);
    lookup = index.lookup();
    ask(BenchmarkText.documents(text, MEGABYTES * 1_000_000, 2), clean);
    ask(books.subList(0, books.size() * MEGABYTES / (BOOKS / 2)), copied);
  }

  private static void ask(List<Utf8Text> documents, List<PassageFingerprinter> into) {
    for (Utf8Text document : documents) {
      PassageFingerprinter fingerprinter = new PassageFingerprinter(FingerprintSpec.STANDARD);
      fingerprinter.fingerprint(document);
      into.add(fingerprinter);
    }
  }

  /** Removes the index. */
  @TearDown
  public void remove() throws IOException {
    index.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Documents that share phrases with the books, and nothing else. */
  @Benchmark
  @OperationsPerInvocation(MEGABYTES)
  public long clean() throws IOException {
    return search(clean);
  }

  /** Documents that are parts of the books. */
  @Benchmark
  @OperationsPerInvocation(MEGABYTES)
  public long copied() throws IOException {
    return search(copied);
  }

  private long search(List<PassageFingerprinter> documents) throws IOException {
    for (PassageFingerprinter document : documents) {
      lookup.search(document, (fingerprint, edition, word, mayGoOn) -> places++);
    }
    return places;
  }
}
