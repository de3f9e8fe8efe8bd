package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.origin.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A catalogue is handed over without its text, and used. */
class SampledCatalogueTest {
  @TempDir Path folder;

  private Desk desk;
  private Path whole;
  private Path file;
  private Path key;

  @BeforeEach
  void exported() throws IOException {
    desk = new Desk(folder);
    whole = desk.path("whole");
    file = desk.path("mine.bookplate-fp");
    key = desk.path("mine.key");
    ok("catalogue", "add", whole, desk.shelf(), "--as-of", "2026-11-01");
    ok("catalogue", "export", whole, "--no-text", "-o", file, "--key", key);
  }

  private static CliRun ok(Object... arguments) {
    CliRun run = CliRun.of(arguments);
    assertEquals(0, run.code(), run.err());
    return run;
  }

  private static void fails(int code, String message, Object... arguments) {
    CliRun run = CliRun.of(arguments);
    assertEquals(code, run.code(), run.err());
    assertTrue(run.err().replaceAll("\\s+", " ").contains(message), run.err());
  }

  private CliRun scan(Object catalogue, Object... more) {
    Object[] arguments = {
      "scan",
      desk.path("corpus"),
      "-c",
      catalogue,
      "-o",
      desk.run(),
      "--cache",
      desk.cache(),
      "--overwrite",
      "--key",
      key
    };
    Object[] all = java.util.Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return CliRun.of(all);
  }

  private List<FindingLine> findings() throws IOException {
    try (var lines = RunReader.open(desk.run()).findings()) {
      return lines.toList();
    }
  }

  @Test
  void theFileHoldsNoTextAndIsTheSameEachTime() throws IOException {
    String content = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
    for (String word : Prose.split(Desk.BOOK).subList(0, 400)) {
      assertFalse(word.length() > 6 && content.contains(word), word);
    }
    Path again = desk.path("again.bookplate-fp");
    ok("catalogue", "export", whole, "--no-text", "-o", again, "--key", key);
    assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(again));
    if (Files.getFileStore(key).supportsFileAttributeView("posix")) {
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
    }
  }

  @Test
  void aFileOrItsFolderFindsAQuotation() throws IOException {
    desk.quoting(60);
    assertEquals(0, scan(file).code());
    FindingLine found = findings().get(0);
    assertEquals(1, findings().size());
    assertEquals("moderate", found.grade());
    assertEquals("first-book", found.work().id());
    assertEquals("2026-11-01", found.work().asOf());
    assertEquals(List.of("estimated-3-fingerprints-over-25-words"), found.reasons());
    assertEquals("estimated", found.evidence().get(0).basis());
    assertTrue(found.passages().get(0).lacksReference());
    assertTrue(found.passages().get(0).quote().split(" ", -1).length > 30);

    Path imported = desk.path("theirs");
    ok("catalogue", "import", imported, file, "--key", key);
    assertEquals(0, scan(imported).code());
    assertEquals(List.of(found), findings());
    assertTrue(ok("catalogue", "list", imported).out().contains("second-book"));
    assertTrue(ok("catalogue", "show", imported, "first-book").out().contains("Text SHA-256"));
    assertTrue(ok("catalogue", "stats", imported).out().contains("not signed"));
    assertTrue(ok("catalogue", "verify", imported).out().contains("Everything holds"));
  }

  @Test
  void theRunSaysThatTheTextIsNotHeld() throws IOException {
    desk.quoting(60);
    scan(file);
    String id = findings().get(0).id();

    assertTrue(ok("show", desk.run(), id).out().contains("reference text not held"));
    assertTrue(Files.readString(desk.run().resolve("report.html")).contains("text not held"));
    String works = Files.readString(desk.run().resolve("works.csv"));
    assertTrue(works.contains("fingerprints: text not held"), works);
    ok("report", desk.run(), "--format", "html,csv,json", "-o", desk.path("again"));
    assertEquals(0, scan(file, "--quotes", "none").code());
    assertEquals(null, findings().get(0).passages().get(0).quote());
  }

  @Test
  void anAlignedEditionConfirms() throws IOException {
    desk.quoting(60);
    assertEquals(0, scan(file, "-c", whole).code());

    assertEquals(List.of("strong", "strong"), findings().stream().map(f -> f.grade()).toList());
    FindingLine estimated =
        findings().stream().filter(f -> f.passages().get(0).lacksReference()).findFirst().get();
    assertEquals(
        List.of("estimated-3-fingerprints-over-25-words", "aligned-edition-confirms", "run-50"),
        estimated.reasons());
  }

  @Test
  void worksThatShareAPassageAreAllNamed() throws IOException {
    String shared = Prose.words(Desk.BOOK, 500, 620);
    desk.write("shelf/third.txt", new Prose(30).text(700) + " " + shared + " and so on");
    desk.write("shelf/catalogue.csv", "source,year\nfirst-book.txt,1850\nthird.txt,1950\n");
    Path more = desk.path("more");
    Path both = desk.path("both.bookplate-fp");
    ok("catalogue", "add", more, desk.shelf());
    ok("catalogue", "export", more, "--no-text", "-o", both, "--key", key);
    desk.quoting(90);
    assertEquals(0, scan(both).code());

    assertEquals(
        List.of("first-book", "third"), findings().stream().map(f -> f.work().id()).toList());
    for (FindingLine found : findings()) {
      assertEquals("moderate", found.grade());
      assertEquals(1, found.passages().get(0).otherWorks().size());
    }
    ok("show", desk.run(), findings().get(0).id());
  }

  @Test
  void cleanTextIsNotFound() throws IOException {
    desk.corpus(new Prose(20).text(3000), new Prose(21).text(3000));
    assertEquals(0, scan(file).code());
    assertEquals(List.of(), findings());
  }

  @Test
  void keysThatAreMissingOrOfAnotherFileAreNamed() throws IOException {
    desk.quoting(60);
    Path other = desk.write("other.key", "bookplate-key/1 " + "0f".repeat(32) + "\n");
    Path none = desk.write("none.key", "hello\n");
    Object[] scan = {
      "scan", desk.path("corpus"), "-c", file, "-o", desk.run(), "--cache", desk.cache()
    };

    fails(2, "give it with --key", scan);
    fails(2, "give the key that came with it", plus(scan, "--key", other));
    fails(2, "holds no fingerprint key", plus(scan, "--key", none));
    fails(
        2,
        "give the key that came with it",
        "catalogue",
        "import",
        desk.path("t"),
        file,
        "--key",
        other);
  }

  private static Object[] plus(Object[] before, Object... more) {
    Object[] all = java.util.Arrays.copyOf(before, before.length + more.length);
    System.arraycopy(more, 0, all, before.length, more.length);
    return all;
  }

  @Test
  void signaturesAreChecked() throws Exception {
    KeyPair mine = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Path sign = desk.write("me.pem", pem("PRIVATE KEY", mine.getPrivate().getEncoded()));
    Path check = desk.write("me.pub", pem("PUBLIC KEY", mine.getPublic().getEncoded()));
    Path wrong = desk.write("other.pub", pem("PUBLIC KEY", other.getPublic().getEncoded()));
    Path signed = desk.path("signed.bookplate-fp");
    ok("catalogue", "export", whole, "--no-text", "-o", signed, "--key", key, "--sign", sign);
    Object[] importing = {"catalogue", "import", desk.path("theirs"), signed, "--key", key};

    fails(4, "was not signed with the key", plus(importing, "--verify-key", wrong));
    fails(2, "holds no Ed25519 public key", plus(importing, "--verify-key", sign));
    assertTrue(ok(plus(importing, "--verify-key", check)).out().contains("checked with the key"));
    fails(
        4,
        "is not signed",
        "catalogue",
        "import",
        desk.path("t"),
        file,
        "--key",
        key,
        "--verify-key",
        check);
  }

  /** Whoever asks for a signature is told of any change as one that no signature holds for. */
  @Test
  void whatWasChangedHoldsNoSignature() throws Exception {
    KeyPair mine = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Path sign = desk.write("me.pem", pem("PRIVATE KEY", mine.getPrivate().getEncoded()));
    Path check = desk.write("me.pub", pem("PUBLIC KEY", mine.getPublic().getEncoded()));
    Path signed = desk.path("signed.bookplate-fp");
    ok("catalogue", "export", whole, "--no-text", "-o", signed, "--key", key, "--sign", sign);
    byte[] bytes = Files.readAllBytes(signed);
    Object[] importing = {"catalogue", "import", desk.path("theirs"), signed, "--key", key};
    desk.write("corpus/a.txt", "A few words of somebody else.");
    for (int at = bytes.length / 4; at < bytes.length; at += bytes.length / 4) {
      byte[] changed = bytes.clone();
      changed[at] ^= 1;
      Files.write(signed, changed);
      fails(4, "no signature can hold", plus(importing, "--verify-key", check));
      CliRun scanned = scan(signed, "--verify-key", check);
      assertEquals(4, scanned.code(), scanned.err());
      assertEquals(2, scan(signed).code());
    }
  }

  @Test
  void aScanChecksSignaturesToo() throws Exception {
    KeyPair mine = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Path sign = desk.write("me.pem", pem("PRIVATE KEY", mine.getPrivate().getEncoded()));
    Path check = desk.write("me.pub", pem("PUBLIC KEY", mine.getPublic().getEncoded()));
    Path wrong = desk.write("other.pub", pem("PUBLIC KEY", other.getPublic().getEncoded()));
    Path signed = desk.path("signed.bookplate-fp");
    Path imported = desk.path("theirs");
    ok("catalogue", "export", whole, "--no-text", "-o", signed, "--key", key, "--sign", sign);
    ok("catalogue", "import", imported, signed, "--key", key);
    desk.quoting(60);

    // the file is kept after the first scan, and checked whenever that is asked
    assertEquals(0, scan(signed).code());
    for (Path each : List.of(signed, imported)) {
      assertEquals(0, scan(each, "--verify-key", check).code());
      assertEquals(0, scan(each, "--verify-key", wrong, check).code());
      CliRun refused = scan(each, "--verify-key", wrong);
      assertEquals(4, refused.code());
      assertTrue(refused.err().contains("was not signed with the key"), refused.err());
    }
    assertTrue(scan(file, "--verify-key", check).err().contains("is not signed"));
    assertTrue(scan(file, "--verify-key", sign).err().contains("holds no Ed25519 public key"));
    assertEquals(2, scan(file, "--verify-key", desk.path("nowhere")).code());
  }

  private static String pem(String kind, byte[] der) {
    return "-----BEGIN "
        + kind
        + "-----\n"
        + Base64.getMimeEncoder().encodeToString(der)
        + "\n-----END "
        + kind
        + "-----\n";
  }

  @Test
  void damageIsNoticed() throws IOException {
    desk.quoting(60);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    fails(2, "have it sent again", "catalogue", "import", desk.path("t"), file, "--key", key);
    CliRun scan = scan(file);
    assertEquals(2, scan.code(), scan.err());
  }

  @Test
  void whatNeedsTextRefusesIt() throws IOException {
    desk.quoting(60);
    Path imported = desk.path("theirs");
    ok("catalogue", "import", imported, file, "--key", key);

    fails(2, "give --no-text", "catalogue", "export", whole, "-o", desk.path("x"));
    fails(2, "is there already", "catalogue", "export", whole, "--no-text", "-o", file);
    fails(2, "nothing can be added", "catalogue", "add", imported, desk.shelf());
    fails(
        2,
        "already such a file",
        "catalogue",
        "export",
        imported,
        "--no-text",
        "-o",
        desk.path("y"));
    fails(
        2,
        "only scan can use",
        "calibrate",
        desk.path("corpus"),
        "-c",
        imported,
        "-o",
        desk.path("z"));
    fails(2, "holds a catalogue already", "catalogue", "import", imported, file, "--key", key);
  }

  @Test
  void theDigestIsOfTheContent() throws IOException {
    String said =
        ok("catalogue", "export", whole, "--no-text", "-o", desk.path("j"), "--json").out();
    assertTrue(said.contains("\"signed\":false"), said);
    assertTrue(Files.exists(desk.path("j.key")));
    assertFalse(Digests.of(desk.path("j")).equals(Digests.of(file)), "another key, other bytes");
  }
}
