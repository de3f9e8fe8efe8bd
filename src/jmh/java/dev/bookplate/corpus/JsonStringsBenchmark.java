package dev.bookplate.corpus;

import dev.bookplate.library.BenchmarkText;
import dev.bookplate.origin.Utf8Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/** Escapes taken out of JSON strings. Operations a second are megabytes of JSON a second. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class JsonStringsBenchmark {
  private static final int MEGABYTES = 2;

  /** What is escaped: line ends and quotes only, or all that is not ASCII as well. */
  @Param({"few", "all"})
  String escapes;

  /** A script, or a path of real text. */
  @Param({"english", "russian"})
  String text;

  private final JsonStrings strings = new JsonStrings();
  private byte[] escaped;

  /** Makes the string, the same in every run. */
  @Setup
  public void make() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean ascii = escapes.equals("all");
    for (Utf8Text document : BenchmarkText.documents(text, MEGABYTES * 1_000_000, 1)) {
      String inside = JsonText.escaped(document.toString(), ascii);
      out.writeBytes(inside.getBytes(StandardCharsets.UTF_8));
      if (out.size() > MEGABYTES * 1_000_000) {
        break;
      }
    }
    escaped = out.toByteArray();
  }

  /** Unescapes all of it. */
  @Benchmark
  @OperationsPerInvocation(MEGABYTES)
  public int unescape() {
    return strings.unescape(escaped, 0, escaped.length);
  }
}
