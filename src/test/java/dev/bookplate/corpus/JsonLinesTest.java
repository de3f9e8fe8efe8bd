package dev.bookplate.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.origin.Origin;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of JSON lines: what becomes of each record, and that ranges are the file. */
class JsonLinesTest {
  @TempDir Path folder;

  private Path file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void everyLineIsOneRecord() {
    String lines =
        """
        {"text":"one"}\r
        \t\s
        {"id":1}
        {"text":null}
        {"text":7}
        {"text":["a"]}
        {"text":{"b":"a"}}
        {"text":true}
        {"text":"cut
        ["text"]
        {"text":"two"} x
        {"text":"b\\u00e9\\n\\"","content":"not this"}
        {"content":"later field"}\
        """;
    assertEquals(
        List.of(
            "read 0@0-14 text=one",
            "empty 1@16-18 a blank line",
            "no-text-field 2@19-27 none of the fields text, content, raw_content, body, document",
            "no-text-field 3@28-41 the field text holds null",
            "not-text 4@42-52 the field text holds a number",
            "not-text 5@53-67 the field text holds a list",
            "not-text 6@68-86 the field text holds an object",
            "not-text 7@87-100 the field text holds a boolean",
            "failed 8@101-113 not valid JSON: a string is not closed at byte 113 of the file",
            "failed 9@114-122 not valid JSON: a record must be a JSON object, in braces at byte 114"
                + " of the file",
            "failed 10@123-139 not valid JSON: something stands after the end of the object at"
                + " byte 138 of the file",
            "read 11@140-183 text=b\u00e9\n\"",
            "read 12@184-209 content=later field"),
        Readings.lines(bytes(lines), Readings.SMALL));
  }

  @Test
  void factsAreTheRecordsOwn() throws Exception {
    Path file =
        file(
            "f.jsonl",
            """
            {"id":17,"text":"a\\nb","metadata":{"url":"http:\\/\\/x","license":"CC0"},\
            "source":"s","created":"2020"}
            {"doc_id":"\\u0041","url":"u","text":"x","meta":{"pile_set_name":"Books3"}}
            """);
    List<CorpusDocument.Facts> facts = new ArrayList<>();
    try (ShardReader reader = new ShardReaders(Readings.SMALL).open(Readings.shard(file))) {
      for (ReadOutcome o = reader.next(); o != null; o = reader.next()) {
        facts.add(((ReadOutcome.Read) o).document().facts().get());
      }
    }
    assertEquals(
        List.of(
            new CorpusDocument.Facts(
                "17", "id", new CorpusDocument.Claims("http://x", "s", "CC0", "2020")),
            new CorpusDocument.Facts(
                "A", "doc_id", new CorpusDocument.Claims("u", "Books3", null, null))),
        facts);
  }

  @Test
  void nestedTextFieldsAreFound() throws Exception {
    ReadOptions d = Readings.SMALL;
    ReadOptions nested =
        new ReadOptions(
            new Fields(List.of("doc.body", "text"), d.fields().id()),
            null,
            1000,
            1000,
            Limits.DEFAULT,
            false,
            Selection.ALL,
            Tokens.NONE);
    Path file =
        file("n.jsonl", "{\"text\":\"no\",\"doc\":{\"body\":\"yes\"}}\n{\"text\":\"other\"}\n");
    assertEquals(
        List.of("read 0@0-34 doc.body=yes", "read 1@35-51 text=other"),
        Readings.read(file, nested));
  }

  @Test
  void invalidUtf8IsNamedByItsByteInTheFile() throws Exception {
    byte[] bytes = bytes("{\"text\":\"ok\"}\n{\"text\":\"a?b\"}\n{\"text\":\"fine\"}\n");
    bytes[25] = (byte) 0xFF;
    Path file = Files.write(folder.resolve("u.jsonl"), bytes);
    assertEquals(
        List.of(
            "read 0@0-13 text=ok",
            "failed 1@14-28 not valid JSON: it holds invalid UTF-8 at byte 25 of the file",
            "read 2@29-44 text=fine"),
        Readings.read(file, Readings.SMALL));
  }

  @Test
  void aByteOrderMarkIsPassedOver() throws Exception {
    Path file = file("b.jsonl", "\uFEFF{\"text\":\"x\"}\n");
    assertEquals(List.of("read 0@3-15 text=x"), Readings.read(file, Readings.SMALL));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
  void utf16IsRefusedWithAdvice(String charset) throws Exception {
    String text = "{\"text\":\"x\"}\n".repeat(50);
    Path file = Files.write(folder.resolve("w.jsonl"), text.getBytes(Charset.forName(charset)));
    List<String> read = Readings.read(file, Readings.SMALL);
    assertEquals(1, read.size());
    assertTrue(read.getFirst().contains("convert it, for example with iconv"), read.getFirst());
    List<Shard> shards = CorpusSource.of(List.of(file), Readings.options(1000, 400)).shards();
    assertTrue(shards.size() > 1);
    for (Shard shard : shards) {
      assertEquals(1, Readings.read(new ShardReaders(Readings.SMALL).open(shard), 0).size());
    }
  }

  @Test
  void emptyMissingAndUnreadableFilesAreOutcomes() throws Exception {
    assertEquals(
        List.of("empty 0@0-0 an empty file"), Readings.read(file("e.jsonl", ""), Readings.SMALL));
    assertEquals(
        List.of("failed 0@0-0 the file is no longer there; scan again when the corpus is at rest"),
        Readings.read(folder.resolve("gone.jsonl"), Readings.SMALL));
    Path directory = Files.createDirectory(folder.resolve("d.jsonl"));
    List<String> read = Readings.read(directory, Readings.SMALL);
    assertEquals(1, read.size());
    assertTrue(read.getFirst().startsWith("failed"), read.getFirst());
  }

  @Test
  void aLongLineIsPassedOverInBoundedMemory() {
    long length = 3L << 30;
    InputStream in = new LongLine(length);
    assertEquals(
        List.of(
            "read 0@0-14 text=one",
            "over-limit 1@15-" + (15 + length) + " longer than 1000 bytes",
            "read 2@" + (16 + length) + "-" + (30 + length) + " text=two"),
        Readings.lines(in, Readings.SMALL));
  }

  @Test
  @Tag("soak")
  void aLineOfTwoGigabytesOnDiskIsPassedOver() throws Exception {
    Path file = folder.resolve("long.jsonl");
    long length = (2L << 30) + 7;
    try (InputStream in = new LongLine(length)) {
      Files.copy(in, file);
    }
    assertEquals(3, Readings.read(file, Readings.options(256 << 20, 64 << 20)).size());
  }

  /** A record, a line of so many bytes, a record. */
  private static final class LongLine extends InputStream {
    private final byte[] head = bytes("{\"text\":\"one\"}\n");
    private final byte[] tail = bytes("\n{\"text\":\"two\"}\n");
    private final long length;
    private long at;

    LongLine(long length) {
      this.length = length;
    }

    @Override
    public int read(byte[] out, int offset, int most) {
      long inTail = at - head.length - length;
      if (at < head.length) {
        out[offset] = head[(int) at++];
        return 1;
      }
      if (inTail < 0) {
        int n = (int) Math.min(most, -inTail);
        Arrays.fill(out, offset, offset + n, (byte) 'x');
        at += n;
        return n;
      }
      if (inTail >= tail.length) {
        return -1;
      }
      out[offset] = tail[(int) inTail];
      at++;
      return 1;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }
  }

  @Test
  void aLineAtTheLimitIsReadAndOneByteMoreIsNot() {
    String line = "{\"text\":\"" + "x".repeat(989) + "\"}";
    assertEquals(1000, line.length());
    List<String> read =
        Readings.lines(bytes(line + "\n" + line.replace("xx", "xxx") + "\n"), Readings.SMALL);
    assertTrue(read.getFirst().startsWith("read 0@0-1000"), read.getFirst());
    assertTrue(read.get(1).startsWith("over-limit"), read.get(1));
  }

  @Test
  void aLineLongerThanTheBufferIsRead() {
    String text = "word ".repeat(500_000);
    List<String> read =
        Readings.lines(
            bytes("{\"text\":\"" + text + "\"}\n{\"text\":\"after\"}"),
            Readings.options(1 << 24, 1 << 20));
    assertEquals("read 0@0-2500011 text=" + text, read.getFirst());
    assertEquals("read 1@2500012-2500028 text=after", read.get(1));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 7, 11, 16, 23, 40, 41, 64, 100, 1000})
  void rangesAreTheFile(long shardBytes) throws Exception {
    Random random = new Random(shardBytes);
    for (int i = 0; i < 10; i++) {
      Path file = file("r" + i + ".jsonl", randomLines(random));
      List<Shard> shards =
          CorpusSource.of(List.of(file), Readings.options(60, shardBytes)).shards();
      assertRangesAreTheFile(file, shards);
    }
  }

  private static void assertRangesAreTheFile(Path file, List<Shard> shards) throws Exception {
    ShardReaders readers = new ShardReaders(Readings.options(60, 1));
    List<String> united = new ArrayList<>();
    long at = 0;
    for (Shard shard : shards) {
      if (shard.range().unit() == Shard.Unit.BYTES) {
        assertEquals(at, shard.range().from());
        at = shard.range().to();
      }
      united.addAll(Readings.read(readers.open(shard), united.size()));
    }
    assertEquals(Readings.read(file, Readings.options(60, 1)), united);
  }

  private static String randomLines(Random random) {
    StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "\uFEFF" : "");
    int lines = 1 + random.nextInt(12);
    for (int i = 0; i < lines; i++) {
      text.append(
          switch (random.nextInt(5)) {
            case 0 -> "";
            case 1 -> "{\"text\":\"" + "y".repeat(random.nextInt(80)) + "\"}";
            case 2 -> "not json";
            default -> "{\"text\":\"\u00e9" + i + "\"}";
          });
      text.append(random.nextInt(3) == 0 ? "\r\n" : "\n");
    }
    boolean open = random.nextBoolean();
    return open ? text + "{\"text\":\"last\"}" : text.toString();
  }

  @Test
  void aBorderOnALineFeedLosesNothing() throws Exception {
    Path file = file("x.jsonl", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n{\"text\":\"c\"}\n");
    for (int border = 1; border < Files.size(file); border++) {
      Shard whole = Readings.shard(file);
      Shard first = range(whole, 0, border);
      Shard second = range(whole, border, whole.fileSize());
      assertRangesAreTheFile(file, List.of(first, second));
    }
  }

  private static Shard range(Shard s, long from, long to) {
    return new Shard(
        0,
        s.corpus(),
        s.path(),
        s.file(),
        s.fileSize(),
        new Shard.Range(Shard.Unit.BYTES, from, to));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]|empty",
        "[{\"text\":\"a\"}, {\"text\":\"b\"}]|read a;read b",
        "\\n[ {\"text\":\"a]}\\\"\"} ] |read a]}\"",
        "[1,{\"text\":\"a\"}]|failed;read a",
        "[{\"text\":\"a\"}|read a;failed",
        "[{\"text\":\"a\"},|read a;failed",
        "[{\"text\":\"a|failed",
        "[{\"text\":\"a\"}] x|read a;failed",
        "[{\"text\":\"a\"} {\"text\":\"b\"}]|read a;failed",
        "[{\"text\":\"a\"},{bad},{\"text\":\"b\"}]|read a;failed;read b",
        "{\\n \"text\":\\n \"a\"\\n}|read a",
        "{\\n \"text\": \"a\"\\n}\\n{\\n \"text\": \"b\"\\n}\\n|read a;read b",
        "{\\n \"text\": \"a\"|failed",
        "{\"text\":\"a\"}\\n{\"text\":\"b\"}\\n|read a;read b",
        "{\"text\":\"a\"}|read a",
        "{\"text\":\"a}\\n{\"text\":\"b\"}|failed;read b",
      })
  void aJsonFileIsAListOrObjectsOrLines(String json, String expected) throws Exception {
    Path file = file("j.json", json.replace("\\n", "\n"));
    List<String> read =
        Readings.read(file, Readings.SMALL).stream()
            .map(o -> o.startsWith("read") ? "read " + o.replaceFirst("(?s).*text=", "") : first(o))
            .toList();
    assertEquals(expected, String.join(";", read));
  }

  private static String first(String words) {
    return words.substring(0, words.indexOf(' '));
  }

  @Test
  void originsOfListElementsCutOutTheirBytes() throws Exception {
    String json = "[ {\"text\":\"a\"},\n {\"text\":\"b\\u00e9\"} ]";
    Path file = file("o.json", json);
    try (ShardReader reader = new ShardReaders(Readings.SMALL).open(Readings.shard(file))) {
      reader.next();
      Origin b = ((ReadOutcome.Read) reader.next()).document().origin();
      assertEquals(
          "{\"text\":\"b\\u00e9\"}", json.substring((int) b.byteStart(), (int) b.byteEnd()));
    }
  }

  @Test
  void aLongListElementIsPassedOver() throws Exception {
    Path file =
        file(
            "l.json",
            "[{\"text\":\"a\"},{\"text\":\"" + "x".repeat(3_000_000) + "\"},{\"text\":\"b\"}]");
    assertEquals(
        List.of(
            "read 0@1-13 text=a",
            "over-limit 1@14-3000025 longer than 1000 bytes",
            "read 2@3000026-3000038 text=b"),
        Readings.read(file, Readings.SMALL));
  }

  @Test
  void linesAreKnownWithoutATellingName() throws Exception {
    Path file = file("part-00000", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n");
    assertEquals(2, Readings.read(file, Readings.SMALL).size());
  }
}
