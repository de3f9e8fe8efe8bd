package dev.bookplate.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bookplate.corpus.Limits;
import dev.bookplate.corpus.ReadOptions;
import dev.bookplate.corpus.Selection;
import dev.bookplate.corpus.Tokens;
import dev.bookplate.engine.LocalEngine;
import dev.bookplate.evidence.Existing;
import dev.bookplate.evidence.Part;
import dev.bookplate.evidence.PartRecord;
import dev.bookplate.evidence.QuotePolicy;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.fingerprint.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The example's corpus, with files that cannot be read, in small shards. */
final class ScanBench {
  private static final Path CORPUS = Path.of("corpora/example-corpus");
  private static final Path SHELF = Path.of("corpora/example-shelf");
  private static final long SHARD_BYTES = 4000;

  private final Path folder;
  private final Progress progress;

  /** A bench in a folder, which may be that of another process before. */
  ScanBench(Path folder, Progress progress) {
    this.folder = folder;
    this.progress = progress;
  }

  /** Puts a corpus there. */
  ScanBench laidOut() throws IOException {
    copy(CORPUS, corpus());
    copy(SHELF, folder.resolve("example-shelf"));
    write("unread/broken.jsonl", "{\"text\": \"whole\"}\n{\"text\": \n{\"id\": 1}\n");
    write("unread/empty.jsonl", "");
    write("unread/.hidden", "x");
    write("unread/book.mobi", "\u0000".repeat(60) + "BOOKMOBI");
    return this;
  }

  void write(String name, String text) throws IOException {
    Path file = corpus().resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  Path corpus() {
    return folder.resolve("example-corpus");
  }

  Path cache() {
    return folder.resolve("cache");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  AuditPlan plan(QuotePolicy quotes) throws IOException {
    ReadOptions usual = ReadOptions.DEFAULT;
    ReadOptions reading =
        new ReadOptions(
            usual.fields(),
            null,
            usual.maxDocumentBytes(),
            SHARD_BYTES,
            Limits.DEFAULT,
            false,
            Selection.ALL,
            Tokens.NONE);
    CatalogueCache cached = new CatalogueCache(cache(), "test", Profile.STANDARD, null, progress);
    return new AuditPlan(
        List.of(corpus().toAbsolutePath().toString()),
        cached.resolve(List.of(folder.resolve("example-shelf"))),
        List.of(),
        reading,
        quotes,
        Profile.STANDARD.spec());
  }

  private Audit audit() throws IOException {
    return new Audit(plan(QuotePolicy.DEFAULT), new LocalEngine(2), progress);
  }

  private static Audit.Request request(Path to, Existing existing, Audit.Checks checks) {
    return new Audit.Request(to, existing, List.of("test"), null, 2, checks);
  }

  /** Scans, or goes on with a scan; the renderer is an event of its own. */
  Path scan(Path run, Existing existing) throws IOException, InterruptedException {
    audit()
        .run(
            request(run, existing, Audit.Checks.USUAL),
            (reader, to) -> {
              progress.add(0, 0, 0);
              Files.writeString(to.resolve("report.html"), "a page");
            });
    return run;
  }

  PartRecord part(Path to, Part part) throws IOException, InterruptedException {
    return part(to, part, Existing.NOTHING);
  }

  PartRecord part(Path to, Part part, Existing existing) throws IOException, InterruptedException {
    return audit().part(request(to, existing, Audit.Checks.USUAL), part);
  }

  static Path merge(Path run, List<Path> parts) throws IOException {
    new Merge(parts, Progress.NONE)
        .run(run, false, (reader, to) -> Files.writeString(to.resolve("report.html"), "a page"));
    return run;
  }

  /** Every file of a run; of its manifest all but the block of times. */
  static Map<String, String> bytes(Path run) throws IOException {
    Map<String, String> bytes = new TreeMap<>();
    try (Stream<Path> files = Files.list(run)) {
      for (Path file : files.toList()) {
        bytes.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    bytes.remove("custody.jsonl"); // it has times
    bytes.computeIfPresent("manifest.json", (name, text) -> withoutTimes(text));
    return bytes;
  }

  private static String withoutTimes(String manifest) {
    try {
      ObjectNode all = RunJson.read(manifest, ObjectNode.class);
      all.remove("run");
      // where a catalogue was on the machine that scanned
      all.withArray("catalogues").forEach(c -> ((ObjectNode) c).remove("path"));
      return RunJson.pretty(all);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
