package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catalogues are built, looked into and checked. */
class CatalogueCommandTest {
  @TempDir private Path folder;
  private Desk desk;
  private Path catalogue;

  @BeforeEach
  void setUp() throws IOException {
    desk = new Desk(folder);
    catalogue = desk.path("catalogue");
  }

  private CliRun add(Object... more) {
    return CliRun.of(
        Stream.concat(Stream.of("catalogue", "add", catalogue, desk.shelf()), Stream.of(more))
            .toArray());
  }

  @Test
  void addTellsWhatItHoldsAndWhatGaveNoBook() throws IOException {
    Files.write(desk.shelf().resolve("cover.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0});

    CliRun run = add("--as-of", "2026-11-01");

    assertEquals(0, run.code(), run.err());
    assertTrue(
        run.out().startsWith(catalogue + " holds 2 works in 2 editions (3,500 words); of its"),
        run.out());
    assertTrue(run.out().contains("\n  cover.png: "), run.out());
  }

  @Test
  void addAddsToWhatIsThere() {
    assertEquals(0, add("--name", "mine").code());
    Path third = desk.write("more/third-book.txt", new Prose(3).text(800));

    CliRun run = CliRun.of("catalog", "add", catalogue, third, "--json");

    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("\"name\":\"mine\""), run.out());
    assertTrue(run.out().contains("\"works\":3,\"editions\":3,\"words\":4300,"), run.out());
  }

  @Test
  void nothingToAddIsAnError() throws IOException {
    Path empty = Files.createDirectories(desk.path("empty"));

    CliRun run = CliRun.of("catalogue", "add", catalogue, empty);

    assertEquals(2, run.code());
    assertTrue(run.err().startsWith("bookplate: nothing was added to " + catalogue), run.err());
  }

  @Test
  void aFolderWithOtherFilesIsLeftAlone() {
    desk.write("catalogue/letter.txt", "Dear Ada");

    CliRun run = add();

    assertEquals(2, run.code());
    assertTrue(run.err().contains(catalogue + " holds other files"), run.err());
  }

  @Test
  void listShowAndStats() {
    assertEquals(0, add("--as-of", "2026-11-01", "--quiet").code());

    CliRun list = CliRun.of("catalogue", "list", catalogue);
    assertEquals(3, list.out().lines().count(), list.out());
    assertTrue(list.out().contains("first-book   2,000  1"), list.out());
    CliRun lines = CliRun.of("catalogue", "list", catalogue, "--json");
    assertEquals(2, lines.out().lines().count());
    CliRun show = CliRun.of("catalogue", "show", catalogue, "first-book");
    assertTrue(show.out().contains("  Text          2,000 words\n"), show.out());
    CliRun json = CliRun.of("catalogue", "show", catalogue, "first-book", "--json");
    String first = lines.out().lines().findFirst().orElseThrow();
    assertTrue(first.endsWith(",\"recordCount\":1}"), first);
    assertTrue(json.out().startsWith(first.replace(",\"recordCount\":1}", "")), json.out());
    CliRun stats = CliRun.of("catalogue", "stats", catalogue);
    assertTrue(stats.out().contains("  As of         2026-11-01\n"), stats.out());
    assertTrue(
        CliRun.of("catalogue", "stats", catalogue, "--json")
            .out()
            .contains("\"asOf\":\"2026-11-01\""));
  }

  @Test
  void whatIsNotThere() {
    assertEquals(0, add().code());

    for (List<Object> arguments :
        List.<List<Object>>of(
            List.of("catalogue", "show", catalogue, "no-such-work"),
            List.of("catalogue", "list", desk.path("none")),
            List.of("catalogue", "stats", desk.shelf()),
            List.of("catalogue", "list", desk.shelf()),
            List.of("catalogue", "verify", desk.shelf()),
            List.of("catalogue", "add", catalogue, desk.path("none")),
            List.of("catalogue", "add", catalogue, desk.shelf(), "--as-of", "yesterday"))) {
      CliRun run = CliRun.of(arguments.toArray());
      assertEquals(2, run.code(), run.err());
      assertEquals(1, run.err().lines().count(), run.err());
    }
  }

  @Test
  void verifyFailsLoudly() throws IOException {
    assertEquals(0, add().code());
    CliRun holds = CliRun.of("catalogue", "verify", catalogue);
    assertEquals(0, holds.code(), holds.err());
    assertTrue(holds.out().startsWith("Everything holds. Digest: "), holds.out());

    for (Path file : indexFiles()) {
      byte[] whole = Files.readAllBytes(file);
      byte[] damaged = whole.clone();
      damaged[damaged.length / 2] ^= 0x55;
      Files.write(file, damaged);
      CliRun run = CliRun.of("catalogue", "verify", catalogue);
      assertEquals(4, run.code(), file + ": " + run.err());
      assertEquals(1, run.err().lines().count(), run.err());
      Files.write(file, whole);
    }
  }

  private List<Path> indexFiles() throws IOException {
    try (Stream<Path> files = Files.list(catalogue.resolve("index"))) {
      return files.filter(file -> !file.endsWith("write.lock")).sorted().toList();
    }
  }

  @Test
  void relatedEditionsAreCountedAndListed() throws IOException {
    String novel = new Prose(30).text(2000);
    desk.write("more/novel.txt", novel);
    desk.write("more/omnibus.txt", new Prose(31).text(3500) + "\n" + novel);
    desk.write("more/stranger.txt", new Prose(32).text(900));

    CliRun added = CliRun.of("catalogue", "add", catalogue, desk.path("more"));

    assertEquals(0, added.code(), added.err());
    assertTrue(
        added
            .out()
            .endsWith(
                "\n"
                    + "1 pair of editions shares over 20 % of the text of the smaller one, in 1"
                    + " cluster: bookplate catalogue related lists them\n"),
        added.out());
    CliRun table = CliRun.of("catalogue", "related", catalogue);
    assertEquals(2, table.out().lines().count(), table.out());
    assertTrue(table.out().contains("\npart  "), table.out());
    assertTrue(table.out().endsWith("novel.txt  omnibus.txt\n"), table.out());
    CliRun json = CliRun.of("catalogue", "related", catalogue, "--json");
    assertTrue(json.out().startsWith("{\"kind\":\"part\",\"larger\":{\"work\":"), json.out());
    assertTrue(json.out().contains("\"containment\":{\"estimate\":"), json.out());
    assertEquals(0, CliRun.of("catalogue", "verify", catalogue).code());
  }

  @Test
  void noRelatedEditionsAreNoError() {
    assertEquals(0, add().code());
    CliRun run = CliRun.of("catalogue", "related", catalogue);
    assertEquals("no two editions share over 20 % of the text of the smaller one\n", run.out());
    assertEquals(0, run.code());
  }
}
