package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.evidence.RunWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be done ends with exit code 2 and one sentence that names it. */
class BadInputTest {
  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void setUp() throws IOException {
    desk = new Desk(folder);
  }

  private static void refused(CliRun run, String... parts) {
    assertEquals(2, run.code(), run.err());
    assertEquals("", run.out());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().startsWith("bookplate: "), run.err());
    for (String part : parts) {
      assertTrue(run.err().contains(part), () -> part + " is missing in: " + run.err());
    }
  }

  @Test
  void aCorpusThatIsNotThere() {
    refused(desk.scan(desk.path("nowhere")), desk.path("nowhere") + " does not exist; check");
    assertFalse(Files.exists(desk.run()));
  }

  @Test
  void aCatalogueThatIsNotThere() {
    CliRun run = CliRun.of("scan", desk.quoting(30), "-c", desk.path("none"), "-o", desk.run());
    refused(run, "the catalogue " + desk.path("none") + " does not exist");
  }

  @Test
  void aCatalogueWithNothingReadable() throws IOException {
    Path shelf = Files.createDirectories(desk.path("pictures"));
    Files.write(shelf.resolve("a.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0});
    CliRun run =
        CliRun.of("scan", desk.quoting(30), "-c", shelf, "-o", desk.run(), "--cache", desk.cache());
    refused(run, shelf + " holds no work to look for", "a.png");
    assertFalse(Files.exists(desk.run()));
  }

  @Test
  void anEmptyCatalogue() throws IOException {
    Path shelf = Files.createDirectories(desk.path("empty"));
    CliRun run =
        CliRun.of("scan", desk.quoting(30), "-c", shelf, "-o", desk.run(), "--cache", desk.cache());
    refused(run, shelf + " holds no work to look for");
  }

  @Test
  void anOutputFolderWithOtherFiles() {
    Path mine = desk.write("run/letter.txt", "Dear Ada");

    refused(desk.scan(desk.quoting(30)), desk.run() + " is not empty and holds no run");
    refused(desk.scan(desk.quoting(30), "--overwrite"), desk.run() + " is not empty");
    assertTrue(Files.exists(mine));
  }

  @Test
  void anOutputFolderThatIsAFile() {
    desk.write("run", "a file");

    refused(desk.scan(desk.quoting(30)), desk.run() + " is a file; name a folder");
  }

  @Test
  void aRunIsNotReplacedUnasked() {
    assertEquals(0, desk.scan(desk.quoting(30)).code());

    refused(desk.scan(desk.quoting(30)), desk.run() + " holds a run; add --overwrite");
  }

  @Test
  void aFolderThatAnotherRunHolds() throws IOException {
    try (RunWriter other = RunWriter.open(desk.run(), false)) {
      assertTrue(Files.isDirectory(other.files()));
      refused(desk.scan(desk.quoting(30)), desk.run() + " is held by another run");
    }
  }

  @Test
  void aRunInsideOfItsInputs() throws IOException {
    Path corpus = desk.quoting(30).getParent();
    Path link = Files.createSymbolicLink(desk.path("link"), corpus);
    Path inside = link.resolve("new/run");

    refused(
        CliRun.of("scan", corpus, "-c", desk.shelf(), "-o", inside),
        inside + " is in the corpus " + corpus + "; name a folder");
    refused(
        CliRun.of("scan", corpus, "-c", desk.shelf(), "-o", desk.shelf().resolve("run")),
        "is in the catalogue " + desk.shelf());
    refused(
        CliRun.of("scan", corpus, "-c", desk.shelf(), "-o", folder),
        "the corpus " + corpus + " is in " + folder);
  }

  @Test
  void optionsThatMeanNothing() {
    Path corpus = desk.quoting(30);

    refused(desk.scan(corpus, "--charset", "klingon"), "\"klingon\" is no character set");
    refused(desk.scan(corpus, "--charset", "not a name"), "is no character set");
    refused(desk.scan(corpus, "--max-document", "lots"), "'lots' is no size");
    refused(desk.scan(corpus, "--max-unread", "some"), "'some' is neither");
    refused(desk.scan(corpus, "--quotes", "-1"), "no cap on quotes");
    refused(desk.scan(corpus, "--fail-on", "weak"), "'weak' is no grade; give one of lead");
    refused(desk.scan(corpus, "--threads", "0"), "--threads 0");
    refused(desk.scan(corpus, "--text-field", "a..b,"), "--text-field");
    refused(desk.scan(corpus, "--no-such-option"), "--no-such-option");
  }

  @Test
  void aCatalogueOfAnotherSpec() throws IOException {
    Path catalogue = catalogue();
    Path json = catalogue.resolve("catalogue.json");
    Files.writeString(json, Files.readString(json).replace("/shingle-7/", "/shingle-9/"));

    refused(against(catalogue), catalogue + " was built with fingerprint spec", "build it again");
  }

  @Test
  void aDamagedCatalogueFile() throws IOException {
    Path catalogue = catalogue();
    Files.writeString(catalogue.resolve("catalogue.json"), "{\"format\": ");

    refused(against(catalogue), "catalogue.json is damaged: build it again");
  }

  /**
   * A catalogue is read through while it is searched: what was found till then is worth nothing.
   */
  @Test
  void aDamagedCatalogueLeavesNothingToGoOnWith() throws IOException {
    Path catalogue = catalogue();
    Path run = desk.path("stopped");
    for (Path file : indexFiles(catalogue)) {
      byte[] whole = Files.readAllBytes(file);
      byte[] damaged = whole.clone();
      damaged[damaged.length / 2] ^= 0x55;
      Files.write(file, damaged);
      Path corpus = desk.quoting(30);
      Path cache = desk.cache();
      refused(
          CliRun.of("scan", corpus, "-c", catalogue, "-o", run, "--resume", "--cache", cache),
          "damaged");
      Files.write(file, whole);
      // what is met before the folder is made leaves none
      if (Files.exists(run)) {
        try (Stream<Path> left = Files.walk(run)) {
          assertTrue(left.noneMatch(p -> p.getParent().endsWith("shards")));
        }
      }
    }
  }

  @Test
  void everyDamagedFileOfAnIndex() throws IOException {
    Path catalogue = catalogue();
    for (Path file : indexFiles(catalogue)) {
      byte[] whole = Files.readAllBytes(file);
      byte[] damaged = whole.clone();
      damaged[damaged.length / 2] ^= 0x55;
      Files.write(file, damaged);
      refused(against(catalogue), "damaged");
      Files.write(file, whole);
    }
    assertEquals(0, against(catalogue).code());
  }

  @Test
  void aDamagedCatalogueOfTheCacheIsBuiltAgain() throws IOException {
    assertEquals(0, desk.scan(desk.quoting(30)).code());
    String findings = Files.readString(desk.run().resolve("findings.jsonl"));
    List<Path> kept = cached();
    for (Path catalogue : kept) {
      for (Path file : indexFiles(catalogue)) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }

    assertEquals(0, desk.scan(desk.quoting(30), "--overwrite").code());
    assertEquals(findings, Files.readString(desk.run().resolve("findings.jsonl")));
    assertEquals(kept, cached());
  }

  /** The shelf and the background that ships. */
  private List<Path> cached() throws IOException {
    try (Stream<Path> cached = Files.list(desk.cache())) {
      List<Path> all = cached.filter(p -> !p.endsWith(".building.lock")).sorted().toList();
      assertEquals(2, all.size());
      return all;
    }
  }

  private static List<Path> indexFiles(Path catalogue) throws IOException {
    try (Stream<Path> files = Files.list(catalogue.resolve("index"))) {
      return files
          .filter(file -> !file.endsWith("write.lock"))
          .sorted(Comparator.naturalOrder())
          .toList();
    }
  }

  private Path catalogue() {
    Path catalogue = desk.path("catalogue");
    CliRun run = CliRun.of("catalogue", "add", catalogue, desk.shelf());
    assertEquals(0, run.code(), run.err());
    return catalogue;
  }

  private CliRun against(Path catalogue) {
    return CliRun.of(
        "scan",
        desk.quoting(30),
        "-c",
        catalogue,
        "-o",
        desk.run(),
        "--cache",
        desk.cache(),
        "--overwrite",
        "--quiet");
  }
}
