package dev.bookplate.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import com.knuddels.jtokkit.api.IntArrayList;
import dev.bookplate.origin.Span;
import dev.bookplate.origin.Utf8Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenEncoderTest {
  private static final List<String> PARTS =
      List.of(
          "the",
          "The",
          "THE",
          "table",
          "it's",
          "They'LL",
          "don\u2019t",
          "'re",
          "naïve",
          "Straße",
          "12",
          "1234567",
          "3.14",
          "½",
          "²",
          " ",
          "  ",
          "   ",
          "\t",
          "\n",
          "\n\n",
          " \n ",
          "\r\n",
          ".",
          "...",
          "!?",
          "—",
          "\"",
          "(",
          ")",
          "/",
          "//",
          "http://a.b/c",
          "日本語",
          "かな",
          "한국어",
          "привет",
          "العربية",
          "e\u0301",
          "\u00a0",
          "\u3000",
          "\u200b",
          "😀",
          "👩‍👩‍👧",
          "𝒳",
          "_x_y",
          "camelCaseWord",
          "supercalifragilistic",
          "aaaaaaaaaaaaaaaaaaaaaaaa",
          "\u0085",
          "ſ",
          "ǅ");

  @TempDir Path folder;

  @Test
  void wellKnownEncodingsAreThoseOfAnotherProgram() throws Exception {
    for (EncodingType type :
        List.of(
            EncodingType.R50K_BASE,
            EncodingType.P50K_BASE,
            EncodingType.CL100K_BASE,
            EncodingType.O200K_BASE)) {
      TokenEncoder own = TokenEncoder.of(ranks(type.getName()));
      Encoding other = Encodings.newLazyEncodingRegistry().getEncoding(type);
      Random random = new Random(type.getName().length());
      for (int i = 0; i < 300; i++) {
        String text = text(random);
        assertEquals(lengths(other, text), lengths(own, text), type + ": " + text);
        assertEquals(other.countTokensOrdinary(text), own.count(text), text);
      }
    }
  }

  private Path ranks(String name) throws IOException {
    Path file = folder.resolve(name + ".tiktoken");
    try (InputStream in =
            Encoding.class.getResourceAsStream("/com/knuddels/jtokkit/" + name + ".tiktoken");
        OutputStream out = Files.newOutputStream(file)) {
      in.transferTo(out);
    }
    return file;
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int n = 1 + random.nextInt(30); n > 0; n--) {
      text.append(random.nextInt(3) > 0 ? " " : "").append(PARTS.get(random.nextInt(PARTS.size())));
    }
    return text.toString();
  }

  private static List<Integer> lengths(Encoding encoding, String text) {
    List<Integer> lengths = new ArrayList<>();
    for (int id : encoding.encodeOrdinary(text).boxed()) {
      IntArrayList one = new IntArrayList();
      one.add(id);
      lengths.add(encoding.decodeBytes(one).length);
    }
    return lengths;
  }

  private static List<Integer> lengths(TokenEncoder encoder, String text) {
    return encoder.pieces(text).stream().map(String::length).toList();
  }

  @Test
  void onlyTokensThatLieInsideAreCounted() throws Exception {
    TokenEncoder encoder = TokenEncoder.of(ranks("r50k_base"));
    Utf8Text text = Utf8Text.of("Before. The table stands here, after.");
    // Before|.| The| table| stands| here|,| after|.
    assertEquals(9, encoder.count(text.toString()));
    assertEquals(4, encoder.most(text, List.of(new Span(8, 29))));
    assertEquals(4, encoder.most(text, List.of(new Span(0, 6), new Span(8, 29))));
    assertEquals(3, encoder.most(text, List.of(new Span(9, 29))), "a part of a token is none");
    assertEquals(3, encoder.most(text, List.of(new Span(8, 28))));
    assertEquals(0, encoder.most(text, List.of()));
  }

  @Test
  void aTokenizerJsonOfBytes() throws Exception {
    String json =
        """
        {"added_tokens":[{"id":9,"content":"<|endoftext|>","special":true}],
         "normalizer":%s,
         "pre_tokenizer":%s,
         "model":{"type":"BPE","ignore_merges":%s,
          "vocab":{"a":0,"b":1,"c":2,"ab":3,"abc":4,"bc":5,"Ġ":6,"Ġa":7,"cab":8},
          "merges":%s}}\
        """;
    String byteLevel = "{\"type\":\"ByteLevel\",\"add_prefix_space\":false,\"use_regex\":true}";
    String merges = "[\"b c\",\"a b\",\"ab c\",\"Ġ a\"]";
    TokenEncoder plain = json(json.formatted("null", byteLevel, "false", merges));
    assertEquals(List.of("a", "bc", "Ġ", "ab"), plain.pieces("abc ab"), "b c is merged first");
    assertEquals(List.of("ab", "<|endoftext|>", "c", "ab"), plain.pieces("ab<|endoftext|>cab"));
    TokenEncoder lists =
        json(
            json.formatted(
                "null", byteLevel, "false", "[[\"b\",\"c\"],[\"a\",\"b\"],[\"ab\",\"c\"]]"));
    assertEquals(List.of("a", "bc"), lists.pieces("abc"));
    TokenEncoder whole = json(json.formatted("null", byteLevel, "true", merges));
    assertEquals(List.of("abc", "Ġ", "ab"), whole.pieces("abc ab"), "a word that is a piece");
    assertEquals(List.of("cab"), whole.pieces("cab"));
    String split =
        "{\"type\":\"Sequence\",\"pretokenizers\":[{\"type\":\"Split\",\"pattern\":{\"Regex\":\"a|b\"},"
            + "\"behavior\":\"Isolated\",\"invert\":false},"
            + byteLevel.replace("true", "false")
            + "]}";
    TokenEncoder parts = json(json.formatted("{\"type\":\"NFC\"}", split, "false", merges));
    assertEquals(List.of("a", "b", "c"), parts.pieces("abc"));
    TokenEncoder blank =
        json(
            json.formatted(
                "null", byteLevel.replace("_space\":false", "_space\":true"), "false", merges));
    assertEquals(List.of("Ġa", "bc"), blank.pieces("abc"));
    assertEquals(2, blank.most(Utf8Text.of("abc"), List.of(new Span(0, 3))));
  }

  private TokenEncoder json(String content) throws Exception {
    return TokenEncoder.of(Files.writeString(folder.resolve("tokenizer.json"), content));
  }

  @Test
  void aTokenizerJsonOfCharacters() throws Exception {
    String json =
        """
        {"added_tokens":[],"pre_tokenizer":null,
         "normalizer":{"type":"Sequence","normalizers":[{"type":"Prepend","prepend":"▁"},
          {"type":"Replace","pattern":{"String":" "},"content":"▁"}]},
         "model":{"type":"BPE","byte_fallback":true,
          "vocab":{"<0xC3>":0,"<0xA9>":1,"▁":2,"t":3,"h":4,"e":5,"▁t":6,"he":7,"▁the":8},
          "merges":["▁ t","h e","▁t he"]}}\
        """;
    TokenEncoder encoder = json(json);
    assertEquals(List.of("▁the", "▁the"), encoder.pieces("the the"));
    assertEquals(List.of("▁t", "<0xC3>", "<0xA9>", "▁the"), encoder.pieces("té the"));
    assertEquals(
        2, encoder.most(Utf8Text.of("té the the"), List.of(new Span(4, 11))), "blanks apart");
    TokenEncoder metaspace =
        json(
            json.replace(
                    "\"pre_tokenizer\":null",
                    "\"pre_tokenizer\":{\"type\":\"Metaspace\","
                        + "\"replacement\":\"▁\",\"prepend_scheme\":\"never\",\"split\":false}")
                .replaceAll("(?s)\"normalizer\":.*?]},", "\"normalizer\":null,"));
    assertEquals(List.of("t", "he", "▁the"), metaspace.pieces("the the"));
  }

  @Test
  void aSentencePieceModelOfPairs() throws Exception {
    ByteArrayOutputStream model = new ByteArrayOutputStream();
    String[] pieces = {"▁t", "he", "▁the", "▁", "t", "h", "e"};
    for (int i = 0; i < pieces.length; i++) {
      piece(model, pieces[i], -i, 1);
    }
    piece(model, "<0xC3>", 0, 6);
    byte[] pairs = {(2 << 3) | 2, 2, 3 << 3, 2};
    byte[] plain = {(3 << 3) | 2, 4, 3 << 3, 1, 4 << 3, 0};
    Path file = folder.resolve("tokenizer.model");
    Files.write(file, joined(model.toByteArray(), pairs, plain));
    assertEquals(
        List.of("▁the", "<0xC3>", "<0xA9>", "▁the"), TokenEncoder.of(file).pieces("theé the"));

    Files.write(file, joined(model.toByteArray(), pairs));
    assertRefused("it normalises text in a way", file);
    Files.write(file, joined(model.toByteArray(), plain));
    assertRefused("its model is not BPE", file);
  }

  private static void piece(ByteArrayOutputStream model, String piece, float score, int type) {
    byte[] text = piece.getBytes(StandardCharsets.UTF_8);
    ByteBuffer message = ByteBuffer.allocate(text.length + 9).order(ByteOrder.LITTLE_ENDIAN);
    message.put((byte) 10).put((byte) text.length).put(text);
    message.put((byte) 21).putFloat(score).put((byte) 24).put((byte) type);
    model.write(10);
    model.write(message.capacity());
    model.writeBytes(message.array());
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  @Test
  void whatCannotBeEncodedIsSaid() throws Exception {
    Path file = folder.resolve("tokenizer.json");
    for (String[] each :
        new String[][] {
          {"{\"model\":{\"type\":\"Unigram\",\"vocab\":[]}}", "its model is Unigram"},
          {"{\"model\":{\"type\":\"WordPiece\",\"vocab\":{}}}", "its model is WordPiece"},
          {
            "{\"model\":{\"type\":\"BPE\",\"vocab\":{},\"merges\":[],\"end_of_word_suffix\":\"</w>\"}}",
            "end_of_word_suffix"
          },
          {
            "{\"model\":{\"type\":\"BPE\",\"vocab\":{},\"merges\":[]},\"pre_tokenizer\":{\"type\":\"Whitespace\"}}",
            "its pre-tokenizer \"Whitespace\""
          },
          {
            "{\"model\":{\"type\":\"BPE\",\"vocab\":{},\"merges\":[]},\"normalizer\":{\"type\":\"NFKC\"},"
                + "\"pre_tokenizer\":{\"type\":\"ByteLevel\"}}",
            "its normalizer \"NFKC\""
          },
          {
            "{\"model\":{\"type\":\"BPE\",\"vocab\":{},\"merges\":[\"ab\"]},\"pre_tokenizer\":{\"type\":\"ByteLevel\"}}",
            "is not of two pieces"
          },
        }) {
      Files.writeString(file, each[0]);
      assertRefused(each[1], file);
    }
    assertRefused("3 ranks", Files.writeString(folder.resolve("r"), "YQ== 0\nYg== 1\nYWI= 2\n"));
  }

  private static void assertRefused(String why, Path file) {
    TokenizerException e =
        assertThrows(TokenizerException.class, () -> TokenEncoder.of(file).count("a"));
    assertTrue(e.getMessage().contains(why), e.getMessage());
  }
}
