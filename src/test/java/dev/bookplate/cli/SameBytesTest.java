package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same input gives the same bytes, however the work was dealt out. */
class SameBytesTest {
  private static final Path EXAMPLE = Path.of("corpora/example-corpus");
  private static final Path SHELF = Path.of("corpora/example-shelf");
  static final List<String> FILES =
      List.of("findings.jsonl", "findings.csv", "works.csv", "copies.csv");

  @TempDir private Path folder;
  private int runs;

  private Map<String, String> scan(int threads, Object... corpora) throws IOException {
    Path run = folder.resolve("run-" + runs++);
    List<Object> arguments = new ArrayList<>(List.of("scan", "-q", "--threads", threads));
    arguments.addAll(List.of("-o", run, "--cache", folder.resolve("cache-" + runs), "-c", SHELF));
    arguments.add("--");
    arguments.addAll(List.of(corpora));
    CliRun done = CliRun.of(arguments.toArray());
    assertEquals(new CliRun(0, "", ""), done);
    return bytes(run);
  }

  static Map<String, String> bytes(Path run) throws IOException {
    Map<String, String> bytes = new LinkedHashMap<>();
    for (String file : FILES) {
      bytes.put(file, Files.readString(run.resolve(file)));
    }
    return bytes;
  }

  @Test
  void anyNumberOfThreadsAndASecondRun() throws IOException {
    Map<String, String> one = scan(1, EXAMPLE);

    assertEquals(one, scan(1, EXAMPLE));
    assertEquals(one, scan(2, EXAMPLE));
    assertEquals(one, scan(8, EXAMPLE));
  }

  @Test
  void anyOrderOnTheCommandLine() throws IOException {
    Path shards = EXAMPLE.resolve("shards");
    Path loose = EXAMPLE.resolve("loose");
    Path one = shards.resolve("part-000.jsonl");
    Path two = shards.resolve("part-001.jsonl.gz");

    assertEquals(scan(2, shards, loose), scan(2, loose, shards));
    assertEquals(scan(2, one, two, loose), scan(2, loose, two, one));
  }
}
