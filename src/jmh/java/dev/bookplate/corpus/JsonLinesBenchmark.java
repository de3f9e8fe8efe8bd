package dev.bookplate.corpus;

import dev.bookplate.origin.Origin;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
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

/**
 * Reading of JSON lines from memory: cuts, checks, unescapes, and hands out every text. Operations
 * a second are megabytes a second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class JsonLinesBenchmark {
  private static final int MEGABYTES = 32;

  /** What the texts are made of. */
  @Param({"english", "escaped", "russian", "chinese"})
  String text;

  private byte[] lines;

  /** Makes the lines, the same in every run. */
  @Setup
  public void makeLines() {
    Random random = new Random(5);
    StringBuilder all = new StringBuilder();
    int bytes = 0;
    for (int id = 0; bytes < MEGABYTES * 1_000_000; id++) {
      String line = line(random, id);
      all.append(line);
      bytes += line.getBytes(StandardCharsets.UTF_8).length;
    }
    lines = all.toString().getBytes(StandardCharsets.UTF_8);
  }

  private String line(Random random, int id) {
    StringBuilder line = new StringBuilder("{\"id\":\"doc-").append(id).append("\",\"text\":\"");
    for (int words = 100 + random.nextInt(1000); words > 0; words--) {
      word(random, line);
      line.append(random.nextInt(12) == 0 ? end(random) : " ");
    }
    return line.append("\",\"source\":\"x\",\"metadata\":{\"url\":\"http://x/").append(id)
        + "\",\"n\":[1,2.5,true,null]}}\n";
  }

  private void word(Random random, StringBuilder line) {
    char first = text.equals("russian") ? '\u0430' : text.equals("chinese") ? '\u4e00' : 'a';
    int range = text.equals("chinese") ? 3000 : 26;
    for (int letters = 1 + random.nextInt(8); letters > 0; letters--) {
      line.append((char) (first + random.nextInt(range)));
    }
  }

  private String end(Random random) {
    String[] escaped = {"\\n", ".\\n\\n", "\\\" ", "\\u2019s "};
    String[] plain = {", ", ". ", ".\\n", "\u2019s "};
    return (text.equals("escaped") ? escaped : plain)[random.nextInt(4)];
  }

  /** Reads all lines. */
  @Benchmark
  @OperationsPerInvocation(MEGABYTES)
  public long read() {
    Origin whole = Origin.ofFile("c", "p", lines.length);
    ByteWindow window = new ByteWindow(new ByteArrayInputStream(lines), 0);
    Frames frames = new LineFrames(window, Long.MAX_VALUE, 1 << 28);
    long bytes = 0;
    try (ShardReader reader =
        new JsonShardReader(whole, Shard.Range.WHOLE, frames, ReadOptions.DEFAULT)) {
      for (ReadOutcome o = reader.next(); o != null; o = reader.next()) {
        bytes += ((ReadOutcome.Read) o).document().text().length();
      }
    }
    return bytes;
  }
}
