package dev.bookplate.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What the decoder of a tokenizer.json makes of a piece. All that the usual decoders do can be done
 * piece by piece, but for the blank at the start of the whole text.
 */
final class DecoderRules {
  private final List<UnaryOperator<String>> steps = new ArrayList<>();
  private boolean byteLevel;
  private boolean fallsBack;
  private boolean joined;
  private boolean addsFirstBlank;

  private DecoderRules() {}

  /** Of the whole file: where it has no decoder, its model and what came before it tell. */
  static DecoderRules of(JsonNode root) throws TokenizerException {
    DecoderRules rules = new DecoderRules();
    JsonNode decoder = root.path("decoder");
    if (decoder.isObject()) {
      rules.add(decoder);
    } else if (root.path("pre_tokenizer").toString().contains("\"ByteLevel\"")) {
      rules.byteLevel = true;
    } else {
      rules.apart();
    }
    return rules;
  }

  private void add(JsonNode decoder) throws TokenizerException {
    String type = decoder.path("type").asText("");
    switch (type) {
      case "Sequence" -> {
        for (JsonNode each : decoder.path("decoders")) {
          add(each);
        }
      }
      case "ByteLevel" -> byteLevel = true;
      case "ByteFallback" -> fallsBack = true;
      case "Fuse" -> joined = true;
      case "Metaspace" -> metaspace(decoder);
      case "Replace" -> replace(decoder);
      case "Strip" -> strip(decoder);
      case "WordPiece" -> wordPiece(decoder);
      case "BPEDecoder" -> {
        String suffix = decoder.path("suffix").asText("</w>");
        steps.add(
            piece ->
                piece.endsWith(suffix)
                    ? piece.substring(0, piece.length() - suffix.length()) + " "
                    : piece);
      }
      default ->
          throw new TokenizerException(
              "its decoder \"" + type + "\" is not one that is known here; name another tokenizer");
    }
  }

  /** A vocabulary of whole words. */
  private void apart() {
    steps.add(piece -> " " + piece);
    addsFirstBlank = true;
  }

  private void metaspace(JsonNode decoder) {
    String mark = decoder.path("replacement").asText("\u2581");
    steps.add(piece -> piece.replace(mark, " "));
    addsFirstBlank =
        decoder.has("prepend_scheme")
            ? !decoder.get("prepend_scheme").asText("").equals("never")
            : decoder.path("add_prefix_space").asBoolean(true);
  }

  private void replace(JsonNode decoder) throws TokenizerException {
    JsonNode pattern = decoder.path("pattern").path("String");
    if (!pattern.isTextual() || pattern.textValue().isEmpty()) {
      throw new TokenizerException(
          "its decoder replaces by a pattern that is not plain text, which is not known here; name"
              + " another tokenizer");
    }
    String from = pattern.textValue();
    String to = decoder.path("content").asText("");
    steps.add(piece -> piece.replace(from, to));
  }

  /** Behind Fuse it is for the whole text; whatever more than a blank it takes stays. */
  private void strip(JsonNode decoder) {
    String content = decoder.path("content").asText(" ");
    int start = decoder.path("start").asInt(0);
    if (joined) {
      addsFirstBlank |= start > 0 && content.equals(" ");
      return;
    }
    steps.add(
        piece -> {
          int from = 0;
          while (from < start && piece.startsWith(content, from)) {
            from += content.length();
          }
          return piece.substring(from);
        });
  }

  private void wordPiece(JsonNode decoder) {
    String prefix = decoder.path("prefix").asText("##");
    boolean cleanUp = decoder.path("cleanup").asBoolean(true);
    addsFirstBlank = true;
    steps.add(
        piece -> {
          boolean goesOn = !prefix.isEmpty() && piece.startsWith(prefix);
          String text = goesOn ? piece.substring(prefix.length()) : " " + piece;
          return cleanUp && isMark(text) ? text.substring(1) : text;
        });
  }

  /** Marks and endings that stand without a blank before them. */
  private static boolean isMark(String text) {
    return switch (text) {
      case " .", " ,", " ?", " !", " n't", " 'm", " 's", " 've", " 're" -> true;
      default -> false;
    };
  }

  /** The bytes that a piece stands for. */
  byte[] apply(String piece) {
    if (fallsBack && Fallback.isOne(piece)) {
      return Fallback.bytes(piece);
    }
    String text = piece;
    for (UnaryOperator<String> step : steps) {
      text = step.apply(text);
    }
    return byteLevel ? ByteLevel.decode(text) : text.getBytes(StandardCharsets.UTF_8);
  }

  boolean isByteLevel() {
    return byteLevel;
  }

  boolean addsFirstBlank() {
    return addsFirstBlank;
  }
}
