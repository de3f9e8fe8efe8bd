package dev.bookplate.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import dev.bookplate.corpus.Limits;
import dev.bookplate.corpus.ReadOptions;
import dev.bookplate.corpus.Selection;
import dev.bookplate.corpus.Tokens;
import dev.bookplate.engine.Engine;
import dev.bookplate.engine.LocalEngine;
import dev.bookplate.engine.RoundTripEngine;
import dev.bookplate.evidence.Existing;
import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.QuotePolicy;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.fingerprint.Profile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job over the example, by engines and by sizes of shards. */
class AuditTest {
  private static final Path CORPUS = Path.of("corpora/example-corpus").toAbsolutePath();
  private static final Path SHELF = Path.of("corpora/example-shelf").toAbsolutePath();

  @TempDir private Path folder;
  private int runs;

  private AuditPlan plan(Profile profile, long shardBytes) throws Exception {
    return plan(CORPUS, profile, shardBytes);
  }

  private AuditPlan plan(Path corpus, Profile profile, long shardBytes) throws Exception {
    ReadOptions usual = ReadOptions.DEFAULT;
    ReadOptions reading =
        new ReadOptions(
            usual.fields(),
            null,
            usual.maxDocumentBytes(),
            shardBytes,
            Limits.DEFAULT,
            false,
            Selection.ALL,
            Tokens.NONE);
    CatalogueCache cache =
        new CatalogueCache(folder.resolve("cache"), "test", profile, null, Progress.NONE);
    return new AuditPlan(
        List.of(corpus.toString()),
        cache.resolve(List.of(SHELF)),
        List.of(),
        reading,
        QuotePolicy.DEFAULT,
        profile.spec());
  }

  private Path run(AuditPlan plan, Engine engine) throws Exception {
    return run(plan, engine, null);
  }

  private Path run(AuditPlan plan, Engine engine, Cluster cluster) throws Exception {
    Path run = folder.resolve("run-" + runs++);
    Audit.Request request =
        new Audit.Request(run, Existing.NOTHING, List.of("test"), null, 1, Audit.Checks.USUAL);
    new Audit(plan, engine, Progress.NONE, cluster).run(request, (reader, to) -> {});
    return run;
  }

  private static Map<String, String> bytes(Path run) throws Exception {
    Map<String, String> bytes = new LinkedHashMap<>();
    for (String file : List.of("findings.jsonl", "findings.csv", "works.csv", "copies.csv")) {
      bytes.put(file, Files.readString(run.resolve(file)));
    }
    return bytes;
  }

  @Test
  void workersThatAreSentElsewhereFindTheSame() throws Exception {
    AuditPlan plan = plan(Profile.STANDARD, 1 << 20);

    assertEquals(bytes(run(plan, new LocalEngine(2))), bytes(run(plan, new RoundTripEngine(2))));
  }

  @Test
  void machinesOfAClusterFindTheSameAndLeaveNothing() throws Exception {
    AuditPlan plan = plan(Profile.STANDARD, 1000);
    Path depot = folder.resolve("depot");
    Cluster cluster = new Cluster("test", new RoundTripEngine(2), depot);

    Path run = run(plan, new LocalEngine(1), cluster);

    assertEquals(bytes(run(plan, new LocalEngine(2))), bytes(run));
    assertEquals(List.of(), list(depot));
  }

  @Test
  void aShardThatIsDoneTwiceIsCountedOnce() throws Exception {
    AuditPlan plan = plan(Profile.STANDARD, 1000);
    Cluster cluster = new Cluster("test", new TwiceEngine(), folder.resolve("depot"));

    Path run = run(plan, new LocalEngine(1), cluster);

    assertEquals(bytes(run(plan, new LocalEngine(2))), bytes(run));
  }

  /** Does every task twice, as a cluster may where a machine is slow or lost. */
  private static final class TwiceEngine implements Engine {
    @Override
    public <T extends Serializable, R extends Serializable> List<R> run(
        List<T> tasks, WorkerFactory<T, R> factory, Consumer<R> done) throws InterruptedException {
      WorkerFactory<T, R> twice =
          () -> {
            Worker<T, R> worker = factory.create();
            return new Worker<T, R>() {
              @Override
              public R apply(T task) throws Exception {
                assertEquals(worker.apply(task), worker.apply(task));
                return worker.apply(task);
              }

              @Override
              public void close() throws IOException {
                worker.close();
              }
            };
          };
      return new LocalEngine(2).run(tasks, twice, done);
    }
  }

  @Test
  void aCorpusThatAMachineCannotSeeEndsTheScan() throws Exception {
    AuditPlan plan = plan(Profile.STANDARD, 1000);
    ClusterWorker.Factory factory =
        new ClusterWorker.Factory(plan, List.of(), folder.resolve("nowhere").toString());

    IOException e = assertThrows(IOException.class, factory::create);

    assertTrue(e.getMessage().contains("--work-dir"), e::getMessage);
  }

  private static List<String> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).toList();
    }
  }

  @Test
  void sizesOfShardsDoNotShow() throws Exception {
    Path whole = run(plan(Profile.STANDARD, 1 << 20), new LocalEngine(2));
    Path cut = run(plan(Profile.STANDARD, 1000), new LocalEngine(2));

    assertEquals(bytes(whole), bytes(cut));
  }

  @Test
  void rangesOfPackedFilesDoNotShow() throws Exception {
    byte[] lines = Files.readAllBytes(CORPUS.resolve("shards/part-000.jsonl"));
    Path packed = folder.resolve("corpus/packed.jsonl.zst");
    Files.createDirectories(packed.getParent());
    try (OutputStream out = Files.newOutputStream(packed)) {
      for (int at = 0; at < lines.length; at += 700) {
        out.write(Zstd.compress(Arrays.copyOfRange(lines, at, Math.min(at + 700, lines.length))));
      }
    }
    AuditPlan cut = plan(packed, Profile.STANDARD, 900);
    assertTrue(Listing.of(cut).shards().size() > 3);
    Map<String, String> whole =
        bytes(run(plan(packed, Profile.STANDARD, 1 << 20), new LocalEngine(2)));

    assertTrue(whole.get("findings.jsonl").lines().count() > 3);
    assertEquals(whole, bytes(run(cut, new LocalEngine(2))));
  }

  @Test
  void countsAddUp() throws Exception {
    Manifest manifest =
        RunReader.open(run(plan(Profile.STANDARD, 1000), new LocalEngine(2))).manifest();

    assertEquals(75, manifest.counts().seen());
    assertEquals(75, manifest.counts().read());
    assertEquals(75, manifest.inputs().stream().mapToLong(Manifest.Input::seen).sum());
    assertEquals(Manifest.Status.COMPLETE, manifest.status());
  }

  @Test
  void denserProfilesFindNoLess() throws Exception {
    long fast = exactWords(Profile.FAST);
    long standard = exactWords(Profile.STANDARD);
    long noisy = exactWords(Profile.NOISY);

    assertTrue(fast <= standard && standard <= noisy, fast + " " + standard + " " + noisy);
  }

  private long exactWords(Profile profile) throws Exception {
    Path run = run(plan(profile, 1 << 20), new LocalEngine(2));
    try (Stream<FindingLine> findings = RunReader.open(run).findings()) {
      return findings.mapToLong(f -> f.measures().exactWords()).sum();
    }
  }
}
