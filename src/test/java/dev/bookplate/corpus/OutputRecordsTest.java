package dev.bookplate.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputRecordsTest {
  @TempDir Path folder;

  private static ReadOptions options(Outputs outputs, long shardBytes) {
    ReadOptions d = ReadOptions.DEFAULT;
    return new ReadOptions(
        d.fields(),
        null,
        1 << 20,
        shardBytes,
        Limits.DEFAULT,
        false,
        Selection.ALL,
        Tokens.NONE,
        outputs);
  }

  private List<String> read(String... lines) throws IOException {
    return read(Outputs.USUAL, lines);
  }

  private List<String> read(Outputs outputs, String... lines) throws IOException {
    Path file = Files.writeString(folder.resolve("o.jsonl"), String.join("\n", lines));
    List<String> told = new ArrayList<>();
    try (ShardReader reader =
        new ShardReaders(options(outputs, 1 << 20)).open(Readings.shard(file))) {
      for (ReadOutcome o = reader.next(); o != null; o = reader.next()) {
        told.add(told(o));
      }
      assertEquals(told.size(), reader.records());
    }
    return told;
  }

  private List<String> readFile(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    List<String> told = new ArrayList<>();
    try (ShardReader reader =
        new ShardReaders(options(Outputs.USUAL, 1 << 20)).open(Readings.shard(file))) {
      for (ReadOutcome o = reader.next(); o != null; o = reader.next()) {
        told.add(told(o));
      }
      assertEquals(told.size(), reader.records());
    }
    return told;
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  /** The three well-known forms: results of a batch, a chat, samples of the evaluation harness. */
  private static final String THREE =
      """
      [{"custom_id":"q-1","response":{"body":{"choices":[{"message":{"content":"One."}}]}}},
       {"id":"c-2","messages":[{"role":"user","content":"Two?"},
                               {"role":"assistant","content":"Two."}]},
       {"doc_id":3,"arguments":[["Three?",{}]],"resps":[["Three."]],"filtered_resps":["Three."]}]
      """;

  private static final List<String> TOLD =
      List.of(
          "q-1|response.body.choices[0].message.content|One.|null",
          "c-2|messages[1].content|Two.|[Two?]",
          "3|resps[0][0]|Three.|[Three?]");

  @Test
  void jsonListsAreReadPackedOrNot() throws IOException {
    byte[] plain = THREE.getBytes(StandardCharsets.UTF_8);
    assertEquals(TOLD, readFile("o.json", plain));
    assertEquals(TOLD, readFile("o.json.gz", gzip(THREE)));
    assertEquals(TOLD, readFile("o.json.zst", Zstd.compress(plain)));
  }

  @Test
  void packedLinesAreRead() throws IOException {
    String lines = "{\"id\":1,\"prompt\":\"P?\",\"completion\":\"C.\"}\n".repeat(2);
    List<String> two = Collections.nCopies(2, "1|completion|C.|[P?]");
    assertEquals(two, readFile("o.jsonl.gz", gzip(lines)));
    assertEquals(
        two, readFile("o.jsonl.zst", Zstd.compress(lines.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void rowsOfParquetAreReadAsRecordsAre() throws IOException {
    byte[] file =
        new ParquetFiles(
                ParquetFiles.Codec.ZSTD,
                ParquetFiles.Column.number("id"),
                ParquetFiles.Column.text("prompt"),
                ParquetFiles.Column.text("completion"))
            .group(Arrays.asList(1L, 2L), List.of("P?", "Q?"), Arrays.asList("C.", null))
            .group(List.of(3L), List.of("R?"), List.of("D."))
            .bytes();

    List<String> all = readFile("o.parquet", file);

    assertEquals("1|completion|C.|[P?]", all.get(0));
    assertTrue(all.get(1).startsWith("no-text-field: ") || all.get(1).startsWith("empty: "));
    assertEquals("3|completion|D.|[R?]", all.get(2));
  }

  @Test
  void aRowOfParquetMayHoldSeveralCompletions() throws IOException {
    byte[] file =
        new ParquetFiles(
                ParquetFiles.Codec.SNAPPY,
                ParquetFiles.Column.number("id"),
                ParquetFiles.Column.texts("completions", ParquetFiles.Shape.REPEATED))
            .group(List.of(1L, 2L), List.of(List.of("A.", "B."), List.of("C.")))
            .bytes();

    assertEquals(
        List.of("1|completions[0]|A.|null", "1|completions[1]|B.|null", "2|completions[0]|C.|null"),
        readFile("o.parquet", file));
  }

  private static String told(ReadOutcome outcome) {
    return switch (outcome) {
      case ReadOutcome.Read(CorpusDocument d) ->
          d.completion().promptId()
              + "|"
              + d.field()
              + "|"
              + d.text()
              + "|"
              + d.completion().prompt();
      case ReadOutcome.Skipped s -> s.reason().label() + ": " + s.detail();
      case ReadOutcome.Failed f -> "failed: " + f.message();
    };
  }

  @Test
  void batchResultsAreReadByChoice() throws IOException {
    List<String> read =
        read(
            """
            {"id":"batch_1","custom_id":"q-1","response":{"status_code":200,"body":{"model":"m",\
            "choices":[{"index":0,"message":{"role":"assistant","content":"One."}},\
            {"index":1,"message":{"role":"assistant","content":[{"type":"text","text":"Two."}],\
            "reasoning_content":"Hm."}}]}},"error":null}\
            """,
            """
            {"custom_id":"q-2","response":{"status_code":200,"body":{"choices":[{"text":"Three."}]}}}\
            """,
            """
            {"custom_id":"q-3","response":null,"error":{"code":"rate_limit","message":"slower"}}\
            """,
            """
            {"custom_id":"q-4","response":{"status_code":500,"body":{"error":{"type":"oops"}}}}\
            """,
            """
            {"custom_id":"q-5","response":{"status_code":200,"body":{"choices":[{"message":\
            {"role":"assistant","content":null,"tool_calls":[{"function":{"name":"f"}}]}}]}}}\
            """,
            """
            {"custom_id":"q-6","result":{"type":"succeeded","message":{"role":"assistant",\
            "content":[{"type":"text","text":"Four."}]}}}\
            """,
            """
            {"custom_id":"q-7","result":{"type":"expired"}}\
            """,
            """
            {"custom_id":"q-8","response":{"body":{"output":[{"type":"reasoning","summary":[]},\
            {"type":"message","content":[{"type":"output_text","text":"Five."}]}]}}}\
            """);

    assertEquals(
        List.of(
            "q-1|response.body.choices[0].message.content|One.|null",
            "q-1|response.body.choices[1].message.content|Two.|null",
            "q-1|response.body.choices[1].message.reasoning_content|Hm.|null",
            "q-2|response.body.choices[0].text|Three.|null",
            "empty: prompt q-3: the request failed at its host (rate_limit), so that there is no"
                + " answer",
            "empty: prompt q-4: the request failed at its host (oops), so that there is no answer",
            "empty: prompt q-5: the answer has no text, as one that only calls a tool",
            "q-6|result.message.content|Four.|null",
            "empty: prompt q-7: the request has no answer (expired)",
            "q-8|response.body.output[1].content|Five.|null"),
        read);
  }

  @Test
  void chatsHaveAllThatCameBeforeAsPrompt() throws IOException {
    assertEquals(
        List.of(
            "c|messages[2].content|Hello.|[Be kind., Hi.]",
            "c|messages[4].content|Bye.|[Be kind., Hi., Hello., Go.]",
            "d|conversations[1].value|Sure.|[Say so.]"),
        read(
            """
            {"id":"c","messages":[{"role":"system","content":"Be kind."},{"role":"user","content":\
            [{"text":"Hi."}]},{"role":"assistant","content":"Hello."},{"role":"user","content":\
            "Go."},{"role":"assistant","content":"Bye."}]}\
            """,
            """
            {"id":"d","conversations":[{"from":"human","value":"Say so."},\
            {"from":"gpt","value":"Sure."}]}\
            """));
    assertEquals(
        List.of("empty: no message of a model with a text"),
        read("{\"messages\":[{\"role\":\"user\",\"content\":\"Hi.\"}]}"));
  }

  @Test
  void samplesOfTheHarnessAreRead() throws IOException {
    assertEquals(
        List.of(
            "7|resps[0][0]|A.|[Ask]",
            "7|resps[0][1]|B.|[Ask]",
            "8|resps[0][0]|C.|[Old form]",
            "9#0|resps[0][0]|D.|[one]",
            "9#1|resps[1][0]|E.|[two]",
            "10|filtered_resps[0]|F.|null",
            "empty: likelihoods, and no text that a model wrote".replace(": l", ": prompt 11: l")),
        read(
            """
            {"doc_id":7,"doc":{"q":"x"},"arguments":{"gen_args_0":{"arg_0":"Ask","arg_1":\
            {"until":["stop"]}}},"resps":[["A.","B."]],"filtered_resps":["A."]}\
            """,
            """
            {"doc_id":8,"doc":{},"arguments":[["Old form",{}]],"resps":[["C."]]}\
            """,
            """
            {"doc_id":9,"doc":{},"arguments":[["one",{}],["two",{}]],"resps":[["D."],["E."]]}\
            """,
            """
            {"doc_id":10,"doc":{},"filtered_resps":["F."]}\
            """,
            """
            {"doc_id":11,"doc":{},"arguments":[["a"," b"]],"resps":[[["-1.5","False"]]]}\
            """));
  }

  @Test
  void plainFieldsAreRead() throws IOException {
    List<String> read =
        read(
            "{\"prompt\":\"Ask.\",\"completion\":\"Answer.\"}",
            "{\"id\":1,\"instruction\":\"Do.\",\"input\":\"It.\",\"output\":\"Done.\"}",
            "{\"id\":2,\"prompt\":\"P\",\"outputs\":[{\"text\":\"X\"},{\"text\":\"Y\"}]}",
            "{\"id\":3,\"prompt\":\"P\",\"response\":[\"X\",\"\",\"Y\"]}",
            "{\"id\":4,\"text\":\"Only text.\"}",
            "{\"id\":5,\"response\":null,\"completion\":\"  \"}",
            "{\"id\":6,\"prompt\":\"nothing else\"}",
            "{\"id\":7,\"messages\":[{\"role\":\"user\",\"content\":\"Q\"},"
                + "{\"role\":\"assistant\",\"content\":\"R\"}],\"response\":\"R\"}");

    assertTrue(read.get(0).matches("sha256:[0-9a-f]{16}\\|completion\\|Answer.\\|\\[Ask.\\]"));
    assertEquals("1|output|Done.|[Do., It.]", read.get(1));
    assertEquals("2|outputs[0].text|X|[P]", read.get(2));
    assertEquals("2|outputs[1].text|Y|[P]", read.get(3));
    assertEquals("3|response[0]|X|[P]", read.get(4));
    assertEquals("3|response[2]|Y|[P]", read.get(5));
    assertEquals("4|text|Only text.|null", read.get(6));
    assertEquals("empty: prompt 5: the field completion holds no text", read.get(7));
    assertTrue(read.get(8).startsWith("no-text-field: no completion: neither"), read.get(8));
    assertEquals("7|response|R|[Q]", read.get(9));
  }

  @Test
  void fieldsMayBeNamed() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("f.jsonl"), "{\"k\":\"a\",\"q\":{\"p\":\"Ask\"},\"r\":{\"t\":\"Say\"}}");
    ReadOptions d = options(new Outputs(List.of("q.p"), null, null), 1 << 20);
    ReadOptions named =
        new ReadOptions(
            new Fields(List.of("r.t"), List.of("k")),
            null,
            d.maxDocumentBytes(),
            d.shardBytes(),
            d.limits(),
            false,
            d.selection(),
            d.tokens(),
            d.outputs());
    try (ShardReader reader = new ShardReaders(named).open(Readings.shard(file))) {
      assertEquals("a|r.t|Say|[Ask]", told(reader.next()));
      assertNull(reader.next());
    }
  }

  @Test
  void promptsComeFromAFileOfRequests() throws IOException {
    Path requests =
        Files.writeString(
            folder.resolve("requests.jsonl"),
            """
            {"custom_id":"q-1","method":"POST","url":"/v1","body":{"messages":[{"role":"user",\
            "content":"Tell me."}]}}
            """);
    Outputs outputs =
        new Outputs(
            Outputs.PROMPT_FIELDS,
            requests.toString(),
            dev.bookplate.origin.Digests.of(requests).sha256());
    String line =
        "{\"custom_id\":\"q-%d\",\"response\":{\"body\":{\"choices\":[{\"text\":\"T\"}]}}}";
    List<String> read = read(outputs, line.replace("%d", "1"), line.replace("%d", "2"));
    assertTrue(read.get(0).endsWith("Tell me.]"), read.get(0));
    assertTrue(read.get(1).endsWith("|T|null"), read.get(1));

    Files.writeString(requests, "\n", java.nio.file.StandardOpenOption.APPEND);
    assertTrue(
        read(outputs, line.replace("%d", "1")).get(0).contains("not the one that the scan began"));
  }

  @Test
  void hostileAndBrokenRecordsAreNamed() throws IOException {
    List<String> read =
        read(
            "{\"prompt\":\"a\",\"completion\":\"b\"",
            "[1,2]",
            "",
            "{\"completion\":7}",
            "{\"completion\":{\"deep\":" + "[".repeat(600) + "]".repeat(600) + "}}",
            "{\"completion\":\"x\",\"n\":" + "9".repeat(5000) + "}",
            "{\"choices\":\"none\",\"messages\":7,\"resps\":{}}",
            "{\"messages\":[7,null,[],{\"role\":7}]}",
            "{\"completion\":\"\\ud800 half\"}");

    assertTrue(read.get(0).startsWith("failed: not valid JSON"), read.get(0));
    assertTrue(read.get(1).startsWith("failed: not valid JSON"), read.get(1));
    assertTrue(read.get(2).startsWith("empty: a blank line"), read.get(2));
    assertEquals("empty: the field completion holds no text", read.get(3));
    assertTrue(read.get(4).startsWith("failed: not valid JSON"), read.get(4));
    assertTrue(read.get(5).startsWith("over-limit: larger than any answer"), read.get(5));
    assertTrue(read.get(6).startsWith("no-text-field"), read.get(6));
    assertTrue(read.get(7).startsWith("no-text-field"), read.get(7));
    assertEquals("null|completion|\ufffd half|null", read.get(8));
    assertEquals(9, read.size());
  }

  @Test
  void aRecordOfTooManyPartsIsOverTheLimit() throws IOException {
    byte[] line = new byte[(1 << 22) + 20];
    Arrays.fill(line, (byte) ' ');
    byte[] start = "{\"completion\":[".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(start, 0, line, 0, start.length);
    for (int i = start.length; i + 2 < line.length - 4; i += 2) {
      line[i] = '1';
      line[i + 1] = ',';
    }
    line[line.length - 4] = '1';
    line[line.length - 3] = ']';
    line[line.length - 2] = '}';
    Path file = Files.write(folder.resolve("big.jsonl"), line);
    ReadOptions d = options(Outputs.USUAL, 1 << 30);
    ReadOptions large =
        new ReadOptions(
            d.fields(),
            null,
            1 << 26,
            d.shardBytes(),
            d.limits(),
            false,
            d.selection(),
            d.tokens(),
            d.outputs());
    try (ShardReader reader = new ShardReaders(large).open(Readings.shard(file))) {
      assertTrue(told(reader.next()).startsWith("over-limit: larger than any answer"));
    }
  }

  @Test
  void aFileThatIsCutAnywhereNamesTheCut() throws IOException {
    String whole = "{\"id\":1,\"prompt\":\"p\",\"completion\":\"text of it\"}";
    for (int end = 1; end < whole.length(); end++) {
      List<String> read = read(whole.substring(0, end));
      assertEquals(1, read.size());
      assertTrue(read.get(0).startsWith("failed: not valid JSON"), whole.substring(0, end));
    }
  }

  @Test
  void rangesOfAFileGiveTheSameCompletions() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      lines.append("{\"id\":" + i + ",\"completions\":[\"a" + i + "\",\"b" + i + "\"]}\n");
    }
    Path file = Files.writeString(folder.resolve("r.jsonl"), lines);
    List<String> whole = read(lines.toString().strip().split("\n"));
    for (long bytes : List.of(7L, 40L, 100L, 999L)) {
      ReadOptions options = options(Outputs.USUAL, bytes);
      List<String> parts = new ArrayList<>();
      long before = 0;
      for (Shard shard : CorpusSource.of(List.of(file), options).shards()) {
        try (ShardReader reader = new ShardReaders(options).open(shard)) {
          for (ReadOutcome o = reader.next(); o != null; o = reader.next()) {
            if (o instanceof ReadOutcome.Read(CorpusDocument d)) {
              assertEquals(parts.size(), d.origin().record() + before);
            }
            parts.add(told(o));
          }
          before += reader.records();
        }
      }
      assertEquals(whole, parts);
      assertFalse(parts.isEmpty());
    }
  }
}
