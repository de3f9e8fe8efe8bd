package dev.bookplate.tokens;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** What kind of tokenizer a file holds, told by its bytes. */
final class TokenizerFile {
  /** Larger than any: those with 256,000 tokens have 40 MB. */
  private static final long MOST_BYTES = 256L << 20;

  /** In folders, the one that says most first. */
  private static final List<String> NAMES =
      List.of(
          "tokenizer.json",
          "tokenizer.model",
          "spiece.model",
          "sentencepiece.bpe.model",
          "vocab.json");

  /** The JSON of most vocabularies stays far below what Jackson allows a document. */
  private static final JsonMapper MAPPER = new JsonMapper();

  private TokenizerFile() {}

  /**
   * What a file holds.
   *
   * @param kind in a few words
   * @param pieces by id
   * @param addsFirstBlank whether the blank at the start of a text is the tokenizer's own
   */
  record Content(String kind, Pieces pieces, boolean addsFirstBlank) {}

  static Path in(Path fileOrFolder) throws TokenizerException {
    if (!Files.isDirectory(fileOrFolder)) {
      return fileOrFolder;
    }
    for (String name : NAMES) {
      Path file = fileOrFolder.resolve(name);
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    throw new TokenizerException(
        "the folder has none of " + String.join(", ", NAMES) + "; name the tokenizer's file");
  }

  /**
   * A file's bytes.
   *
   * @param json what they hold, or null where that is not JSON
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Raw(byte[] bytes, JsonNode json) {}

  static Content read(Path file) throws TokenizerException, IOException {
    Raw raw = raw(file);
    if (raw.json != null) {
      return raw.json.path("model").isObject()
          ? HuggingFaceJson.read(raw.json)
          : VocabJson.read(raw.json);
    }
    return TiktokenRanks.isOne(raw.bytes)
        ? TiktokenRanks.read(raw.bytes)
        : SentencePieceModel.read(raw.bytes);
  }

  static Raw raw(Path file) throws TokenizerException, IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (Files.size(file) > MOST_BYTES) {
      throw new TokenizerException(
          "with over " + MOST_BYTES + " bytes it is larger than any tokenizer; name another file");
    }
    byte[] bytes = Files.readAllBytes(file);
    int first = 0;
    while (first < bytes.length && bytes[first] <= ' ' && bytes[first] >= 0 && bytes[first] != 10) {
      first++;
    }
    boolean isJson = first < bytes.length && bytes[first] == '{';
    return new Raw(bytes, isJson ? json(bytes) : null);
  }

  private static JsonNode json(byte[] bytes) throws TokenizerException, IOException {
    try {
      return MAPPER.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw new TokenizerException(
          "it is not valid JSON (" + e.getOriginalMessage() + "); get it anew", e);
    }
  }
}
