package dev.bookplate.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteTest {
  private static final String SQL =
      "CREATE TABLE posts (\"id\" INTEGER PRIMARY KEY, -- its number\n"
          + " text TEXT NOT NULL DEFAULT 'a, b', url VARCHAR(9), PRIMARY KEY (id))";

  @TempDir Path folder;

  private List<String> read(byte[] bytes, ReadOptions options) throws IOException {
    return Readings.read(Files.write(folder.resolve("a.db"), bytes), options);
  }

  private static List<Object[]> rows(int count) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(new Object[] {null, "caf\u00e9 ".repeat(i * 11) + i, "http://x/" + i});
    }
    return rows;
  }

  @Test
  void rowsAreDocuments() throws IOException {
    byte[] file = SqliteFiles.of("posts", SQL, rows(60));
    List<String> read = read(file, ReadOptions.DEFAULT);
    assertEquals(60, read.size());
    for (int i = 0; i < 60; i++) {
      String text = "caf\u00e9 ".repeat(i * 11) + i;
      assertEquals("read " + i + "@-1--1 posts.text=" + text, read.get(i));
    }
    ShardReader reader =
        new ShardReaders(ReadOptions.DEFAULT).open(Readings.shard(folder.resolve("a.db")));
    reader.next();
    CorpusDocument second = ((ReadOutcome.Read) reader.next()).document();
    assertEquals(
        new CorpusDocument.Facts(
            "2", "id", new CorpusDocument.Claims("http://x/1", null, null, null)),
        second.facts().get());
    reader.close();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(file);
    }
    Path gz = Files.write(folder.resolve("b.db.gz"), packed.toByteArray());
    assertEquals(read, Readings.read(gz, ReadOptions.DEFAULT));
  }

  @Test
  void rowsWithoutTextSayWhy() throws IOException {
    List<Object[]> rows =
        List.of(
            new Object[] {null, null, "u"},
            new Object[] {null, 7L, "u"},
            new Object[] {null, new byte[] {1, 2}, "u"},
            new Object[] {null, "x".repeat(3000), "u"},
            new Object[] {null, "short", "u"});
    assertEquals(
        List.of(
            "no-text-field 0@-1--1 the field posts.text holds null",
            "not-text 1@-1--1 the field posts.text holds a number",
            "not-text 2@-1--1 the field posts.text holds bytes",
            "over-limit 3@-1--1 a row longer than 1000 bytes",
            "read 4@-1--1 posts.text=short"),
        read(SqliteFiles.of("posts", SQL, rows), Readings.SMALL));
  }

  @Test
  void aDatabaseWithoutAColumnOfTextSaysWhatItHas() throws IOException {
    String sql = "CREATE TABLE [my notes] (`key` TEXT, [the note] TEXT)";
    byte[] file =
        SqliteFiles.of("my notes", sql, List.of(new Object[] {"a", "b"}, new Object[] {}));
    assertEquals(
        List.of(
            "no-text-field 0@-1--1 none of its tables has a column text, content, raw_content,"
                + " body, document; name one with --text-field table.column: my notes (key, the"
                + " note)"),
        read(file, ReadOptions.DEFAULT));
    ReadOptions d = ReadOptions.DEFAULT;
    ReadOptions named =
        new ReadOptions(
            new Fields(List.of("my notes.the note"), d.fields().id()),
            null,
            1000,
            1 << 20,
            Limits.DEFAULT,
            false,
            Selection.ALL,
            Tokens.NONE);
    assertEquals(
        List.of(
            "read 0@-1--1 my notes.the note=b",
            "no-text-field 1@-1--1 the field my notes.the note holds null"),
        read(file, named));
  }

  @Test
  void clippedAnywhereItIsAFailureNeverAShorterTable() throws IOException {
    byte[] whole = SqliteFiles.of("posts", SQL, rows(12));
    for (int length = 16; length < whole.length; length += 7) {
      List<String> read = read(Arrays.copyOf(whole, length), ReadOptions.DEFAULT);
      assertTrue(read.getLast().startsWith("failed "), "at " + length + ": " + read.getLast());
    }
  }

  @Test
  void pagesThatLeadAstrayAreFailures() throws IOException {
    byte[] circle = SqliteFiles.of("posts", SQL, rows(12));
    circle[512 + 8 + 3] = 2; // the root's last leaf is the root
    assertTrue(read(circle, ReadOptions.DEFAULT).getLast().contains("its pages lead in a circle"));
    for (int at = 100; at < circle.length; at += 3) {
      byte[] bent = SqliteFiles.of("posts", SQL, rows(12));
      bent[at] = (byte) 0xFF;
      assertTrue(read(bent, Readings.SMALL).size() < 100, "with byte " + at);
    }
  }
}
