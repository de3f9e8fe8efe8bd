package dev.bookplate.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** A Hugging Face tokenizer.json: a model with its vocabulary, added tokens, a decoder. */
final class HuggingFaceJson {
  private final JsonNode model;
  private final DecoderRules rules;
  private final Pieces pieces = new Pieces();

  private HuggingFaceJson(JsonNode model, DecoderRules rules) {
    this.model = model;
    this.rules = rules;
  }

  static TokenizerFile.Content read(JsonNode root) throws TokenizerException {
    DecoderRules rules = DecoderRules.of(root);
    HuggingFaceJson file = new HuggingFaceJson(root.get("model"), rules);
    file.vocabulary();
    file.added(root.path("added_tokens"));
    String type = file.model.path("type").asText("BPE");
    return new TokenizerFile.Content(
        (rules.isByteLevel() ? "byte-level " : "") + type, file.pieces, rules.addsFirstBlank());
  }

  private void vocabulary() throws TokenizerException {
    JsonNode vocabulary = model.path("vocab");
    if (vocabulary.isArray()) {
      scored(vocabulary);
      return;
    }
    if (!vocabulary.isObject()) {
      throw new TokenizerException("its model has no vocabulary; get it anew");
    }
    String unknown = model.path("unk_token").asText("");
    for (Map.Entry<String, JsonNode> entry : vocabulary.properties()) {
      if (!entry.getValue().isIntegralNumber()) {
        throw new TokenizerException(
            "the id of \"" + entry.getKey() + "\" in its vocabulary is no number; get it anew");
      }
      put(entry.getValue().longValue(), entry.getKey(), entry.getKey().equals(unknown));
    }
  }

  /** Unigram models list their pieces in the order of their ids, with a score. */
  private void scored(JsonNode vocabulary) throws TokenizerException {
    long unknown = model.path("unk_id").asLong(-1);
    for (int id = 0; id < vocabulary.size(); id++) {
      JsonNode piece = vocabulary.get(id).path(0);
      if (!piece.isTextual()) {
        throw new TokenizerException(
            "entry " + id + " of its vocabulary has no piece; get it anew");
      }
      put(id, piece.textValue(), id == unknown);
    }
  }

  private void put(long id, String piece, boolean isUnknown) throws TokenizerException {
    if (isUnknown) {
      pieces.special(id, "<unk>");
    } else {
      pieces.text(id, rules.apply(piece));
    }
  }

  private void added(JsonNode tokens) throws TokenizerException {
    for (JsonNode token : tokens) {
      if (!token.path("id").isIntegralNumber() || !token.path("content").isTextual()) {
        throw new TokenizerException("an added token lacks its id or its content; get it anew");
      }
      long id = token.get("id").longValue();
      String content = token.get("content").textValue();
      if (token.path("special").asBoolean(false) || Pieces.isSpecialName(content)) {
        pieces.special(id, content);
      } else {
        pieces.text(id, rules.apply(content));
      }
    }
  }
}
