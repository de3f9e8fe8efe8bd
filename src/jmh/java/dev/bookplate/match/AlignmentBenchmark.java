package dev.bookplate.match;

import dev.bookplate.library.BenchmarkText;
import dev.bookplate.origin.Utf8Text;
import dev.bookplate.text.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Alignment of a text of 20 kB with a copy of which some words are others. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class AlignmentBenchmark {
  private static final int BYTES = 20_000;
  private static final int DROP = 20;

  /** Words of a hundred that are replaced, added or left out. */
  @Param({"0", "5", "15"})
  int edited;

  private Words doc;
  private Words ref;

  /** Makes both texts, the same in every run. */
  @Setup
  public void make() throws IOException {
    StringBuilder all = new StringBuilder();
    for (Utf8Text part : BenchmarkText.documents("english", BYTES, 1)) {
      all.append(part).append('\n');
    }
    SplittableRandom random = new SplittableRandom(2);
    List<String> copy = new ArrayList<>();
    for (String word : all.toString().split("\\s+", -1)) {
      int drawn = random.nextInt(300);
      if (drawn >= edited) {
        copy.add(drawn < 2 * edited ? "other" : word);
      }
      if (drawn >= 2 * edited && drawn < 3 * edited) {
        copy.add("more");
      }
    }
    ref = Words.of(Utf8Text.of(all.toString()));
    doc = Words.of(Utf8Text.of(String.join(" ", copy)));
  }

  /** From the first word of both as far as it goes; operations are alignments. */
  @Benchmark
  public Object extend() {
    return new Extension(doc, ref, DROP).forward(0, 0, doc.count());
  }

  /** All pieces from one seed at the start, with the search around them. */
  @Benchmark
  public Object pieces() {
    Seeds seeds = new Seeds();
    seeds.add(0, 0);
    return new PieceFinder(doc, ref).find(seeds);
  }
}
