package dev.bookplate.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {
  @TempDir Path folder;

  private List<String> read(String name, String text) throws IOException {
    return read(name, text, StandardCharsets.UTF_8, Readings.SMALL);
  }

  private List<String> read(String name, String text, Charset charset, ReadOptions options)
      throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, text.getBytes(charset));
    return Readings.read(file, options);
  }

  @Test
  void rowsAreDocumentsHoweverTheFieldsAreParted() throws IOException {
    List<String> rows = List.of("read 0@-1--1 text=one, two", "read 1@-1--1 text=three\n\"four\"");
    for (String separator : List.of(",", "\t", ";", "|")) {
      String table = "id,text,url\n1,\"one, two\",u\n2,\"three\n\"\"four\"\"\",v\n";
      String parted = table.replace("one, two", "one@ two").replace(",", separator);
      assertEquals(rows, read("a.csv", parted.replace("@", ",")), separator);
      assertEquals(
          rows, read("b.tsv", "\uFEFF" + parted.replace("@", ",").replace("\n1", "\r\n1")));
    }
  }

  @Test
  void rowsSayWhereTheyComeFrom() throws IOException {
    Path file = folder.resolve("a.csv");
    Files.writeString(file, "text,id,url,license\nsome words,7,http://example.org/,CC0\n");
    try (ShardReader reader = new ShardReaders(Readings.SMALL).open(Readings.shard(file))) {
      assertEquals(
          new CorpusDocument.Facts(
              "7", "id", new CorpusDocument.Claims("http://example.org/", null, "CC0", null)),
          ((ReadOutcome.Read) reader.next()).document().facts().get());
    }
  }

  @Test
  void aRowOfTheWrongLengthIsAFailureAndTheNextIsRead() throws IOException {
    assertEquals(
        List.of(
            "failed 0@-1--1 the row in line 2 has 1 fields, and the header names 2; mend it",
            "read 1@-1--1 text=good"),
        read("a.csv", "id,text\n1\n2,good\n"));
  }

  @Test
  void damageIsSaidAndWhatWasBeforeItIsRead() throws IOException {
    List<String> open = read("a.csv", "id,text\n1,good\n2,\"no end\n");
    assertEquals("read 0@-1--1 text=good", open.get(0));
    assertTrue(
        open.get(1).startsWith("failed 1@-1--1 behind line 2 it cannot be read"), open.get(1));
    List<String> latin =
        read("b.csv", "id,text\n1,caf\u00e9\n", StandardCharsets.ISO_8859_1, Readings.SMALL);
    assertTrue(latin.getLast().startsWith("failed"), latin::toString);
    ReadOptions d = Readings.SMALL;
    ReadOptions named =
        new ReadOptions(
            d.fields(),
            "windows-1252",
            1000,
            1000,
            Limits.DEFAULT,
            false,
            Selection.ALL,
            Tokens.NONE);
    assertEquals(
        List.of("read 0@-1--1 text=caf\u00e9"),
        read("b.csv", "id,text\n1,caf\u00e9\n", StandardCharsets.ISO_8859_1, named));
    assertEquals(
        List.of("over-limit 0@-1--1 longer than 1000 bytes"),
        read("c.csv", "text\n" + "x".repeat(1001) + "\n"));
    assertEquals(List.of("empty 0@0-8 a table without rows"), read("d.csv", "id,text\n"));
  }

  @Test
  void aTableWithoutTextColumnIsReadAsItStands() throws IOException {
    assertEquals(List.of("read 0@0-10 null=a,b\nc d,e\n"), read("a.csv", "a,b\nc d,e\n"));
  }
}
