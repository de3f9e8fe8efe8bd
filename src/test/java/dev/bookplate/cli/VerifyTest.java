package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.bookplate.evidence.Problem;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.evidence.Verification;
import dev.bookplate.evidence.Verifier;
import dev.bookplate.origin.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that was altered, or is not what its inputs give, does not verify. */
class VerifyTest {
  @TempDir private Path folder;
  private Desk desk;
  private Path corpus;

  @BeforeEach
  void scan() throws IOException {
    desk = new Desk(folder);
    corpus = desk.quoting(80);
    desk.write("corpus/broken.jsonl", "{\"text\": \n");
    CliRun run = desk.scan(corpus.getParent());
    assertEquals(3, run.code(), run.err());
  }

  private CliRun verify(Object... more) {
    List<Object> arguments =
        new ArrayList<>(List.of("verify", desk.run(), "--cache", desk.cache()));
    arguments.addAll(List.of(more));
    return CliRun.of(arguments.toArray());
  }

  private CliRun verifyAll() {
    return verify("--corpus", corpus.getParent(), "--catalogue", desk.shelf());
  }

  @Test
  void aRunAloneHoldsAndSaysWhatWasNotChecked() {
    CliRun run = verify();

    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("checked      findings.csv: made again"), run.out());
    assertTrue(
        run.out().contains("not checked  inputs: 2 files: no --corpus was named"), run.out());
    assertTrue(run.out().contains("catalogue shelf"), run.out());
    assertTrue(run.out().contains("it is not signed"), run.out());
  }

  @Test
  void findingsAreReadAndAlignedAgain() {
    CliRun run = verifyAll();

    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("1 read again from the corpora"), run.out());
    assertTrue(run.out().contains("1 aligned again"), run.out());
    assertTrue(run.out().contains("works.csv: made again"), run.out());
  }

  @Test
  void aCorpusUnderAnotherNameIsTaken() throws IOException {
    Path moved = Files.move(corpus.getParent(), folder.resolve("elsewhere"));

    CliRun run = verify("--corpus", "corpus=" + moved, "-c", desk.shelf());

    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("1 aligned again"), run.out());
  }

  @Test
  void anAlteredCorpusIsNamed() throws IOException {
    Files.writeString(corpus, Files.readString(corpus).replace("doc-0", "doc-9"));

    CliRun run = verifyAll();

    assertEquals(4, run.code());
    assertTrue(run.err().contains("corpus/part-0.jsonl"), run.err());
    assertTrue(run.err().contains("it is not the file that was scanned"), run.err());
  }

  @Test
  void anotherCatalogueIsNamed() {
    desk.write("shelf/third-book.txt", new Prose(3).text(1200));

    CliRun run = verify("-c", desk.shelf());

    assertEquals(4, run.code());
    assertTrue(run.err().contains("the run was not made with it"), run.err());
  }

  @Test
  void aByteOfEachFieldOfEachFile() throws IOException {
    try (Stream<Path> files = Files.list(desk.run())) {
      for (Path file : files.sorted().toList()) {
        byte[] whole = Files.readAllBytes(file);
        for (int at : fields(file, whole)) {
          byte[] altered = whole.clone();
          altered[at] ^= 1;
          Files.write(file, altered);
          assertFound(file, at, lineOf(whole, at));
        }
        Files.write(file, whole);
      }
    }
    assertEquals(0, verify().code());
  }

  private void assertFound(Path file, int at, int line) throws IOException {
    Verification result = new Verification();
    String where = file.getFileName() + ", byte " + at;
    assertEquals(null, new Verifier(desk.run(), result).bytes(), where);
    assertFalse(result.holds(), where);
    Problem first = result.problems().getFirst();
    assertEquals(file.getFileName().toString(), first.file(), where);
    assertTrue(names(first.place(), line), where + " in line " + line + ": " + first.sentence());
  }

  private static boolean names(String place, int line) {
    java.util.regex.Matcher lines =
        java.util.regex.Pattern.compile("lines? (\\d+)(?: to (\\d+))?").matcher(place);
    if (!lines.find()) {
      return false;
    }
    int from = Integer.parseInt(lines.group(1));
    int to = lines.group(2) == null ? from : Integer.parseInt(lines.group(2));
    return from <= line && line <= to;
  }

  private static int lineOf(byte[] bytes, int at) {
    int line = 1;
    for (int i = 0; i < at; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }

  /** A byte of each key and of each value. */
  private static List<Integer> fields(Path file, byte[] bytes) throws IOException {
    List<Integer> places = new ArrayList<>();
    String name = file.getFileName().toString();
    if (name.endsWith(".json") || name.endsWith(".jsonl")) {
      try (JsonParser json = new JsonFactory().createParser(bytes)) {
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
          boolean text = token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME;
          int at = (int) json.currentTokenLocation().getByteOffset();
          places.add(text && json.getTextLength() > 0 ? at + 1 : at);
        }
      }
      return places;
    }
    boolean csv = name.endsWith(".csv");
    for (int i = 0; i < bytes.length; i += csv ? 1 : 1999) {
      if (!csv || i == 0 || bytes[i - 1] == ',' || bytes[i - 1] == '\n') {
        places.add(i);
      }
    }
    return places;
  }

  @Test
  void whatIsCutOffOrAddedIsFound() throws IOException {
    for (String name : List.of("findings.jsonl", "custody.jsonl", "manifest.json", "works.csv")) {
      Path file = desk.run().resolve(name);
      byte[] whole = Files.readAllBytes(file);
      for (int cut : List.of(whole.length - 1, whole.length / 2, 0)) {
        Files.write(file, java.util.Arrays.copyOf(whole, cut));
        assertEquals(4, verify().code(), name + " cut to " + cut);
      }
      Files.write(file, java.util.Arrays.copyOf(whole, whole.length + 1));
      assertEquals(4, verify().code(), name + " with a byte more");
      Files.delete(file);
      assertTrue(List.of(4, 2).contains(verify().code()), name + " is gone");
      Files.write(file, whole);
    }
    assertEquals(0, verify().code());
  }

  @Test
  void everyCheckIsNotedAndTheChainGoesOn() throws IOException {
    assertEquals(0, verify("--operator", "A. Expert").code());
    Path out = folder.resolve("report");
    assertEquals(0, CliRun.of("report", desk.run(), "--format", "csv", "-o", out).code());

    List<String> log = Files.readAllLines(desk.run().resolve("custody.jsonl"));
    assertEquals(3, log.size());
    assertTrue(log.get(0).contains("\"event\":\"created\""), log.get(0));
    assertTrue(log.get(1).contains("\"operator\":\"A. Expert\""), log.get(1));
    assertTrue(log.get(2).contains("\"event\":\"reported\""), log.get(2));
    assertTrue(log.get(2).contains(Digests.sha256(log.get(1))), "it holds the line before");
    assertEquals(0, verify().code());
  }

  @Test
  void aRunWithoutALogIsToldAsSuch() throws IOException {
    Path manifest = desk.run().resolve("manifest.json");
    Files.delete(desk.run().resolve("custody.jsonl"));
    assertEquals(4, verify().code(), "the manifest says that there was one");
    Files.writeString(
        manifest,
        Files.readString(manifest).replace("\"custody\": \"custody.jsonl\"", "\"custody\": null"));

    CliRun run = verify();

    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("before a custody log was kept"), run.out());
  }

  @Test
  void signatures() throws Exception {
    Path secret = pem("me.pem", true, 1);
    Path open = pem("me.pub.pem", false, 1);
    Path other = pem("other.pub.pem", false, 2);
    assertEquals(4, verify("--key", open).code(), "nobody signed it yet");

    CliRun signed = CliRun.of("sign", desk.run(), "--key", secret);

    assertEquals(0, signed.code(), signed.err());
    assertEquals(0, verify("--key", open).code());
    assertEquals(4, verify("--key", other).code());
    assertEquals(0, verify().code());
  }

  private final List<KeyPair> pairs = new ArrayList<>();

  private Path pem(String name, boolean secret, int number)
      throws GeneralSecurityException, IOException {
    while (pairs.size() < number) {
      pairs.add(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    }
    KeyPair pair = pairs.get(number - 1);
    String kind = secret ? "PRIVATE KEY" : "PUBLIC KEY";
    byte[] der = secret ? pair.getPrivate().getEncoded() : pair.getPublic().getEncoded();
    return Files.writeString(
        folder.resolve(name),
        "-----BEGIN "
            + kind
            + "-----\n"
            + Base64.getEncoder().encodeToString(der)
            + "\n-----END "
            + kind
            + "-----\n");
  }

  @Test
  void bundlesAreTheSameBytesAndVerify() throws IOException {
    Path one = folder.resolve("one.zip");
    Path two = folder.resolve("two.zip");
    assertEquals(0, CliRun.of("bundle", desk.run(), "-o", one).code());
    assertEquals(0, CliRun.of("bundle", desk.run(), "-o", two).code());
    byte[] bytes = Files.readAllBytes(one);
    assertArrayEquals(bytes, Files.readAllBytes(two));
    CliRun whole = CliRun.of("verify", one);
    assertEquals(0, whole.code(), whole.err());
    assertTrue(whole.out().contains("SHA256SUMS"), whole.out());

    for (int i = 1; i < 12; i++) {
      byte[] altered = bytes.clone();
      altered[i * bytes.length / 13] ^= 1;
      Files.write(one, altered);
      assertEquals(4, CliRun.of("verify", one).code(), "byte " + i * bytes.length / 13);
    }
  }

  @Test
  void aRunIsMadeAgain() throws IOException {
    CliRun same = CliRun.of("rerun", desk.run(), "--cache", desk.cache());
    assertEquals(0, same.code(), same.err());
    assertTrue(same.out().contains("same          findings.jsonl"), same.out());

    Files.writeString(corpus, Files.readString(corpus).replace("doc-1", "doc-7"));
    CliRun other = CliRun.of("rerun", desk.run(), "--cache", desk.cache(), "-q");

    assertEquals(4, other.code());
    assertTrue(other.err().contains("findings.jsonl, byte"), other.err());
  }

  @Test
  void candidatesAreLoggedOnRequestAndTheSameForAnyThreads() throws IOException {
    assertTrue(Files.notExists(desk.run().resolve("candidates.jsonl")));
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      // one word less than a passage has
      String few = Prose.words(Desk.BOOK, 100 * i, 100 * i + 13);
      texts.add(new Prose(20 + i).text(60) + " " + few + " " + new Prose(40 + i).text(60));
    }
    Path small = desk.corpus(texts.toArray(new String[0]));
    List<String> logs = new ArrayList<>();
    for (int threads : List.of(1, 8)) {
      CliRun run = desk.scan(small, "--overwrite", "--log-candidates", "-q", "--threads", threads);
      assertEquals(0, run.code(), run.err());
      logs.add(Files.readString(desk.run().resolve("candidates.jsonl")));
    }

    assertEquals(logs.get(0), logs.get(1));
    assertFalse(logs.get(0).isEmpty());
    assertTrue(logs.get(0).contains("\"rule\":\""), logs.get(0));
    String start = Prose.words(Desk.BOOK, 100, 103);
    assertFalse(logs.get(0).contains(start), "it holds no text");
  }

  @Test
  void theProducingPartysListIsHeldAgainstWhatWasScanned() throws IOException {
    desk.write("corpus/extra.jsonl", Desk.line("x", "A few words of text."));
    Path list =
        desk.write(
            "list.sha256",
            Digests.of(corpus).sha256()
                + "  ./corpus/part-0.jsonl\n"
                + "a1".repeat(32)
                + "  ./corpus/broken.jsonl\n"
                + "b2".repeat(32)
                + "  ./corpus/gone.jsonl\n");

    desk.scan(
        corpus.getParent(),
        "--overwrite",
        "--supplied-by",
        "Producing Party LLP",
        "--received",
        "2026-03-31",
        "--received-hashes",
        list);

    var received = RunReader.open(desk.run()).manifest().received();
    assertEquals("Producing Party LLP", received.suppliedBy());
    assertEquals(1, received.list().same());
    assertEquals(List.of("./corpus/gone.jsonl"), received.list().missing());
    assertEquals(List.of("corpus/extra.jsonl"), received.list().extra());
    assertEquals("corpus/broken.jsonl", received.list().differing().getFirst().file());
    String report = Files.readString(desk.run().resolve("report.html"));
    assertTrue(report.contains("corpus/extra.jsonl") && report.contains("gone.jsonl"));
  }

  @Test
  void contextIsReadAgain() throws IOException {
    String id;
    try (var findings = RunReader.open(desk.run()).findings()) {
      id = findings.findFirst().orElseThrow().id();
    }

    CliRun run = CliRun.of("show", desk.run(), id, "--context", 5, "--corpus", corpus.getParent());

    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("[passage 1]"), run.out());
  }
}
