package dev.bookplate.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of tokenizer, each with a vocabulary of a few pieces. */
class TokenDecoderTest {
  private static final String WORDPIECE =
      """
      {"model":{"type":"WordPiece","unk_token":"[UNK]","vocab":{"[UNK]":0,"kettle":1,"##s":2,".":3}},
       "added_tokens":[{"id":4,"content":"[SEP]","special":true}],
       "decoder":{"type":"WordPiece","prefix":"##","cleanup":true}}
      """;

  private static final String UNIGRAM =
      """
      {"model":{"type":"Unigram","unk_id":0,"vocab":[["<unk>",0],["\u2581The",-1],["\u2581ke",-2],
        ["ttle",-3],["<0xC3>",-4],["<0xA9>",-5]]},
       "added_tokens":[{"id":6,"content":"</s>","special":true}],
       "decoder":{"type":"Sequence","decoders":[
         {"type":"Replace","pattern":{"String":"\u2581"},"content":" "},
         {"type":"ByteFallback"},{"type":"Fuse"},
         {"type":"Strip","content":" ","start":1,"stop":0}]}}
      """;

  @TempDir Path folder;

  private TokenDecoder decoder(String content) throws IOException, TokenizerException {
    return decoder(content.getBytes(StandardCharsets.UTF_8));
  }

  private TokenDecoder decoder(byte[] content) throws IOException, TokenizerException {
    return TokenDecoder.of(Files.write(folder.resolve("tokenizer"), content), -1);
  }

  private static String text(TokenDecoder decoder, long... ids) {
    DecodedText text = new DecodedText(decoder, 1 << 20);
    Arrays.stream(ids).forEach(text::add);
    return text.text().toString();
  }

  @Test
  void wordPiece() throws Exception {
    TokenDecoder decoder = decoder(WORDPIECE);
    assertEquals("kettles kettle.", text(decoder, 1, 2, 1, 3, 4));
    assertEquals("kettle\ufffd", text(decoder, 1, 0));
    assertEquals(4, decoder.endOfText());
  }

  @Test
  void unigramWithBytes() throws Exception {
    TokenDecoder decoder = decoder(UNIGRAM);
    assertEquals("The kettle\u00e9", text(decoder, 1, 2, 3, 4, 5, 6));
    assertEquals(6, decoder.endOfText());
  }

  @Test
  void halfACharacterBecomesOneReplacement() throws Exception {
    DecodedText text = new DecodedText(decoder(UNIGRAM), 100);
    text.add(1);
    text.add(4);
    assertEquals("The\ufffd", text.text().toString());
    assertEquals(1, text.plausibility().replaced());
  }

  @Test
  void tiktoken() throws Exception {
    assertEquals("The\u00e9", text(decoder("VGhl 0\nw6k= 1\n"), 0, 1));
    TokenizerException e =
        assertThrows(TokenizerException.class, () -> decoder("VGhl 0\nw6k one\n"));
    assertTrue(e.getMessage().startsWith("line 2 "), e.getMessage());
  }

  private static byte[] sentencePiece() throws IOException {
    ByteArrayOutputStream model = new ByteArrayOutputStream();
    piece(model, "<unk>", 2);
    piece(model, "</s>", 3);
    piece(model, "\u2581The", 1);
    piece(model, "\u2581kettle", 1);
    piece(model, "<0x21>", 6);
    return model.toByteArray();
  }

  private static void piece(ByteArrayOutputStream model, String piece, int type)
      throws IOException {
    byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
    model.write(new byte[] {10, (byte) (bytes.length + 9), 10, (byte) bytes.length});
    model.write(bytes);
    model.write(new byte[] {21, 0, 0, 0, 0, 24, (byte) type});
  }

  @Test
  void sentencePieceModels() throws Exception {
    TokenDecoder decoder = decoder(sentencePiece());
    assertEquals("The kettle!", text(decoder, 2, 3, 4, 1));
    assertEquals(1, decoder.endOfText());
  }

  @Test
  void aCutModelIsDamagedOrHasFewerPieces() throws Exception {
    byte[] model = sentencePiece();
    int whole = 0;
    for (int cut = 1; cut < model.length; cut++) {
      try {
        assertFalse(decoder(Arrays.copyOf(model, cut)).knows(4));
        whole++;
      } catch (TokenizerException e) {
        assertNotNull(e.getMessage());
      }
    }
    assertEquals(4, whole);
  }

  @Test
  void anUnknownDecoderIsRefused() {
    String ctc =
        WORDPIECE.replace("{\"type\":\"WordPiece\",\"prefix\"", "{\"type\":\"CTC\",\"prefix\"");
    TokenizerException e = assertThrows(TokenizerException.class, () -> decoder(ctc));
    assertTrue(e.getMessage().contains("CTC"), e.getMessage());
  }

  @Test
  void textThatIsNoUtf8TellsAnotherTokenizer() throws Exception {
    TokenDecoder decoder = decoder(UNIGRAM);
    DecodedText right = new DecodedText(decoder, 10_000);
    DecodedText wrong = new DecodedText(decoder, 10_000);
    for (int i = 0; i < 100; i++) {
      for (long id : new long[] {1, 4, 5, 0}) {
        right.add(id); // the unknown token is a mark, not a broken character
      }
      for (long id : new long[] {1, 5, 1, 1}) {
        wrong.add(id);
      }
    }
    assertTrue(right.text().length() > 0 && wrong.text().length() > 0);
    assertNull(right.plausibility().problem());
    assertTrue(wrong.plausibility().problem().contains("not valid UTF-8"));
  }

  @Test
  void neighboursThatAreOneTokenTellAnotherTokenizer() throws Exception {
    TokenDecoder decoder =
        decoder("{\"t\":0,\"h\":1,\"th\":2,\"e\":3,\"the\":4,\"\\u0120the\":5,\"x\":6}");
    DecodedText right = new DecodedText(decoder, 10_000);
    DecodedText wrong = new DecodedText(decoder, 10_000);
    for (int i = 0; i < 100; i++) {
      right.add(5);
      right.add(6);
      wrong.add(2);
      wrong.add(3);
    }
    assertNull(right.plausibility().problem());
    assertTrue(wrong.plausibility().problem().contains("would have been one"));
  }
}
