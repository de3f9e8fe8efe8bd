package dev.bookplate.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what is needed to encode, of each kind of file. */
final class EncoderModels {
  private static final String VOCABULARY = "vocab.json";

  private EncoderModels() {}

  static EncoderModel read(Path file) throws TokenizerException, IOException {
    TokenizerFile.Raw raw = TokenizerFile.raw(file);
    if (raw.json() == null) {
      return TiktokenRanks.isOne(raw.bytes())
          ? tiktoken(TiktokenRanks.read(raw.bytes()).pieces())
          : SentencePieceModel.encoder(raw.bytes());
    }
    return raw.json().path("model").isObject()
        ? huggingFace(raw.json())
        : withMerges(mergesOf(file));
  }

  private static EncoderModel tiktoken(Pieces pieces) throws TokenizerException {
    Map<String, Integer> ranks = new HashMap<>();
    for (int id = 0; id < pieces.count(); id++) {
      byte[] bytes = pieces.bytes(id);
      if (bytes != null && bytes.length > 0 && !pieces.special().get(id)) {
        StringBuilder written = new StringBuilder();
        for (byte b : bytes) {
          written.append(ByteLevel.encode(b));
        }
        ranks.put(written.toString(), id);
      }
    }
    Bpe bpe = new Bpe((left, right) -> ranks.getOrDefault(left + right, -1));
    Splitting splitting = Splitting.by(TiktokenRanks.pattern(ranks.size()));
    return new ByteLevelModel(splitting, bpe, Set.copyOf(ranks.keySet()), null, false);
  }

  /** {@code merges.txt}, or {@code gpt2-merges.txt} of a {@code gpt2-vocab.json}. */
  private static Path mergesOf(Path vocabulary) {
    String name = String.valueOf(vocabulary.getFileName());
    String before = name.endsWith(VOCABULARY) ? name.substring(0, name.indexOf(VOCABULARY)) : "";
    return vocabulary.resolveSibling(before + "merges.txt");
  }

  /** GPT-2's two files. */
  private static EncoderModel withMerges(Path merges) throws TokenizerException, IOException {
    if (!Files.isRegularFile(merges)) {
      throw new TokenizerException(
          merges.getFileName() + " is not beside it, without which none can be made");
    }
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(merges, StandardCharsets.UTF_8)) {
      if (!line.isBlank() && !(lines.isEmpty() && line.startsWith("#version"))) {
        lines.add(line);
      }
    }
    return new ByteLevelModel(
        Splitting.by(Splitting.GPT2), new Bpe(ranks(lines)), Set.of(), null, false);
  }

  private static Bpe.Ranks ranks(List<String> merges) throws TokenizerException {
    Map<String, Integer> ranks = new HashMap<>();
    for (String merge : merges) {
      if (merge.indexOf(' ') <= 0) {
        throw new TokenizerException("its merge \"" + merge + "\" is not of two pieces");
      }
      ranks.putIfAbsent(merge, ranks.size());
    }
    return (left, right) -> ranks.getOrDefault(left + " " + right, -1);
  }

  private static EncoderModel huggingFace(JsonNode root) throws TokenizerException {
    JsonNode model = root.get("model");
    String type = model.path("type").asText("BPE");
    if (!type.equals("BPE")) {
      throw new TokenizerException("its model is " + type + ", and only BPE is encoded here");
    }
    for (String name : List.of("continuing_subword_prefix", "end_of_word_suffix")) {
      if (!model.path(name).asText("").isEmpty() && !model.path(name).isNull()) {
        throw new TokenizerException("its model has a " + name + ", which is not encoded here");
      }
    }
    Set<String> vocabulary = new HashSet<>();
    model.path("vocab").fieldNames().forEachRemaining(vocabulary::add);
    List<String> merges = new ArrayList<>();
    for (JsonNode merge : model.path("merges")) {
      merges.add(
          merge.isArray() ? merge.path(0).asText() + " " + merge.path(1).asText() : merge.asText());
    }
    Bpe bpe = new Bpe(ranks(merges));
    Pattern added = added(root.path("added_tokens"));
    if (root.path("pre_tokenizer").toString().contains("\"ByteLevel\"")) {
      boolean nfc = isNfc(root.path("normalizer"));
      Set<String> whole = model.path("ignore_merges").asBoolean(false) ? vocabulary : Set.of();
      return new ByteLevelModel(Splitting.of(root.get("pre_tokenizer")), bpe, whole, added, nfc);
    }
    return new BlankMarkModel(vocabulary, bpe, start(root), added);
  }

  private static boolean isNfc(JsonNode normalizer) throws TokenizerException {
    String type = normalizer.path("type").asText("");
    if (type.equals("Sequence") && normalizer.path("normalizers").size() == 0) {
      return false;
    }
    if (!type.isEmpty() && !type.equals("NFC")) {
      throw new TokenizerException("its normalizer \"" + type + "\" is not known here");
    }
    return type.equals("NFC");
  }

  /** A normaliser that writes U+2581 for blanks, or Metaspace, which does the same. */
  private static BlankMarkModel.Start start(JsonNode root) throws TokenizerException {
    JsonNode metaspace = root.path("pre_tokenizer");
    if (metaspace.path("type").asText("").equals("Metaspace")) {
      if (metaspace.path("split").asBoolean(true) || !root.path("normalizer").isNull()) {
        throw new TokenizerException("its Metaspace splits words, which is not encoded here");
      }
      return switch (metaspace.path("prepend_scheme").asText("always")) {
        case "never" -> BlankMarkModel.Start.NEVER;
        case "first" -> BlankMarkModel.Start.FIRST;
        default -> BlankMarkModel.Start.ALWAYS;
      };
    }
    if (metaspace.isObject()) {
      throw new TokenizerException(
          "its pre-tokenizer \"" + metaspace.path("type").asText("") + "\" is not known here");
    }
    JsonNode normalizer = root.path("normalizer");
    boolean first = false;
    boolean marks = false;
    for (JsonNode each :
        normalizer.has("normalizers") ? normalizer.get("normalizers") : List.of(normalizer)) {
      String type = each.path("type").asText("");
      boolean isMark =
          each.path("content").asText("").equals("\u2581")
              && each.path("pattern").path("String").asText("").equals(" ");
      marks |= type.equals("Replace") && isMark;
      first |= type.equals("Prepend") && each.path("prepend").asText("").equals("\u2581");
      if (!type.equals("Prepend") && !(type.equals("Replace") && isMark)) {
        throw new TokenizerException("its normalizer \"" + type + "\" is not known here");
      }
    }
    if (!marks) {
      throw new TokenizerException("it does not say how it writes blanks");
    }
    return first ? BlankMarkModel.Start.EACH : BlankMarkModel.Start.NEVER;
  }

  /** Longer ones first, as the longest at a place is taken. */
  private static Pattern added(JsonNode tokens) {
    List<String> contents = new ArrayList<>();
    tokens.forEach(token -> contents.add(token.path("content").asText("")));
    contents.removeIf(String::isEmpty);
    contents.sort(Comparator.comparingInt(String::length).reversed());
    return contents.isEmpty()
        ? null
        : Pattern.compile(String.join("|", contents.stream().map(Pattern::quote).toList()));
  }
}
