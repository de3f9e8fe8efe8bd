package dev.bookplate.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** GPT-2's vocab.json: ids by piece. Its merges.txt is for writing tokens, not for reading them. */
final class VocabJson {
  private VocabJson() {}

  static TokenizerFile.Content read(JsonNode root) throws TokenizerException {
    Pieces pieces = new Pieces();
    for (Map.Entry<String, JsonNode> entry : root.properties()) {
      if (!entry.getValue().isIntegralNumber()) {
        throw new TokenizerException(
            "it is JSON, but neither a tokenizer.json, which has a \"model\", nor a vocab.json,"
                + " which has an id for each piece; name another file");
      }
      long id = entry.getValue().longValue();
      if (Pieces.isSpecialName(entry.getKey())) {
        pieces.special(id, entry.getKey());
      } else {
        pieces.text(id, ByteLevel.decode(entry.getKey()));
      }
    }
    return new TokenizerFile.Content("byte-level vocabulary", pieces, false);
  }
}
