package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notices of references in copies, from the command line. */
class NoticesTest {
  private static final String HEAD =
      """
      The First Book
      Ada Roe
      A Tale of Harbours
      Copyright © 2015 by Ada Roe
      All rights reserved.
      Published by Example House
      ISBN 978-0-306-40615-7
      For Ben and all the others
      Acknowledgments

      """;

  private Desk desk;

  @BeforeEach
  void write(@TempDir Path folder) throws IOException {
    desk = new Desk(folder);
    desk.write("shelf/first-book.txt", HEAD + Desk.BOOK);
    desk.write(
        "shelf/catalogue.csv",
        """
        source,id,title,authors,isbn,publisher,year,rights
        first-book.txt,first,The First Book,Ada Roe,9780306406157,Example House,2015,in-copyright
        second-book.txt,second,The Second Book,Ben Doe,,Example House,2001,public-domain
        """);
    String filtered =
        HEAD.replaceAll("(?m)^.*(?:Copyright|ISBN|All rights reserved).*\n", "") + Desk.BOOK;
    desk.write("corpus/filtered.txt", filtered);
    desk.write("corpus/untouched.txt", HEAD + Desk.BOOK);
    desk.write("corpus/cut.txt", Desk.BOOK);
    desk.write("corpus/second.txt", Desk.OTHER_BOOK);
  }

  private void scan(Object... more) {
    CliRun scan = desk.scan(desk.path("corpus"), more);
    assertEquals(0, scan.code(), scan.err());
  }

  private CliRun notices(String to, Object... more) {
    List<Object> arguments =
        new java.util.ArrayList<>(
            List.of(
                "notices",
                desk.run(),
                "--corpus",
                desk.path("corpus"),
                "-c",
                desk.shelf(),
                "--cache",
                desk.cache(),
                "-o",
                desk.path(to)));
    arguments.addAll(List.of(more));
    return CliRun.of(arguments.toArray());
  }

  private String read(String name) throws IOException {
    return Files.readString(desk.path(name));
  }

  @Test
  void linesAreToldAsTheyAreInEachCopy() throws IOException {
    scan();

    CliRun run = notices("out");

    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("4 copies; 1 without notices"), run.out());
    String copies = read("out/notice-copies.csv");
    assertTrue(copies.contains("corpus / txt,false,,7,4,0,3,0,3,3,6,0"), copies);
    assertTrue(copies.contains("corpus / txt,false,,7,7,0,0,0,3,0,6,0"), copies);
    assertTrue(copies.contains("corpus / txt,false,,7,0,0,0,7,0,0,0,0"), copies);
    String lines = read("out/notices.csv");
    assertTrue(
        lines.contains("notice,copyright,copyright,true,absent in context,present,present,,"),
        lines);
    assertTrue(lines.contains("Copyright © 2015 by Ada Roe,Copyright © 2015 by Ada Roe"), lines);
    String page = read("out/notices.html");
    assertTrue(page.contains("is not seen"), page);
    assertTrue(page.contains("filter words"), page);
    assertTrue(read("out/notices.json").contains("\"seed\": 20261129"));
    String custody = Files.readString(desk.run().resolve("custody.jsonl"));
    assertTrue(custody.contains("\"format\":\"notices\""), custody);
    assertTrue(custody.contains("\"notices.csv\":\""), custody);
  }

  @Test
  void theSameIsTheSameBytesAndTheListOfWorksTakesIt() throws IOException {
    scan();
    notices("out");
    notices("again");
    for (String file :
        List.of("notices.csv", "notice-copies.csv", "notices.json", "notices.html")) {
      assertArrayEquals(
          Files.readAllBytes(desk.path("out/" + file)),
          Files.readAllBytes(desk.path("again/" + file)),
          file);
    }

    CliRun list =
        CliRun.of(
            "export",
            desk.run(),
            "--format",
            "works",
            "--notices",
            desk.path("out"),
            "-o",
            desk.path("list"));

    assertEquals(0, list.code(), list.err());
    List<String> works = read("list/works-list.csv").lines().toList();
    assertTrue(works.get(1).contains("\"Y\",,,\"strong\""), works.get(1));
    assertTrue(works.get(2).contains("\"NA\",,,\"strong\""), works.get(2));
  }

  @Test
  void aRunWithoutQuotesGivesNone() throws IOException {
    scan("--quotes", "none");

    CliRun run = notices("out");

    assertEquals(0, run.code(), run.err());
    for (String file : List.of("notices.csv", "notices.json", "notices.html")) {
      assertFalse(read("out/" + file).contains("2015 by"), file);
    }
    assertTrue(read("out/notices.csv").contains("absent in context"));
  }

  @Test
  void whatIsNotAtHandOrAnotherIsTold() throws IOException {
    scan();
    Files.delete(desk.path("corpus/cut.txt"));

    CliRun missing = notices("out");

    assertEquals(3, missing.code(), missing.out());
    assertTrue(missing.out().contains("Not examined: 1, its file is not at hand"), missing.out());
    desk.write("corpus/untouched.txt", HEAD + Desk.BOOK + " more");
    CliRun changed = notices("out2");
    assertEquals(4, changed.code(), changed.err());
    assertTrue(changed.out().contains("it is not the text that was scanned"), changed.out());
  }

  @Test
  void bothSidesHaveToBeNamed() {
    scan();

    assertEquals(2, CliRun.of("notices", desk.run(), "-o", desk.path("out")).code());
    CliRun other =
        CliRun.of(
            "notices",
            desk.run(),
            "--corpus",
            desk.path("corpus"),
            "-c",
            desk.path("corpus"),
            "--cache",
            desk.cache(),
            "-o",
            desk.path("out"));
    assertEquals(2, other.code());
    assertTrue(other.err().contains("the run was not made with"), other.err());
    assertFalse(Files.exists(desk.path("out")));
  }
}
