package dev.bookplate.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bookplate.origin.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Cuts text into stretches that no token goes over. Patterns are those of the tokenizers' own
 * files; Java's have the same syntax for what is in them.
 */
final class Splitting {
  static final String GPT2 =
      "'(?:[sdmt]|ll|ve|re)| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+";

  static final String CL100K =
      "'(?i:[sdmt]|ll|ve|re)|[^\\r\\n\\p{L}\\p{N}]?+\\p{L}++|\\p{N}{1,3}+|"
          + " ?[^\\s\\p{L}\\p{N}]++[\\r\\n]*+|\\s++$|\\s*[\\r\\n]|\\s+(?!\\S)|\\s";

  static final String LLAMA3 =
      "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}|"
          + " ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";

  static final String O200K =
      "[^\\r"
          + "\\n"
          + "\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]*[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]+"
          + "(?i:'s|'t|'re|'ve|'m|'ll|'d)?|[^\\r"
          + "\\n"
          + "\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]+[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]*"
          + "(?i:'s|'t|'re|'ve|'m|'ll|'d)?|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r"
          + "\\n"
          + "/]*|\\s*[\\r"
          + "\\n"
          + "]+|\\s+(?!\\S)|\\s+";

  private final List<Pattern> patterns = new ArrayList<>();
  private boolean addsBlank;

  /** By one pattern. */
  static Splitting by(String pattern) throws TokenizerException {
    Splitting splitting = new Splitting();
    splitting.add(pattern);
    return splitting;
  }

  /** Of a tokenizer.json whose vocabulary is of bytes. */
  static Splitting of(JsonNode preTokenizer) throws TokenizerException {
    Splitting splitting = new Splitting();
    splitting.read(preTokenizer);
    return splitting;
  }

  private void add(String pattern) throws TokenizerException {
    try {
      patterns.add(Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS));
    } catch (PatternSyntaxException e) {
      throw new TokenizerException("its pattern " + pattern + " is not known here", e);
    }
  }

  private void read(JsonNode node) throws TokenizerException {
    switch (node.path("type").asText("")) {
      case "Sequence" -> {
        for (JsonNode each : node.path("pretokenizers")) {
          read(each);
        }
      }
      case "ByteLevel" -> {
        addsBlank |= node.path("add_prefix_space").asBoolean(false);
        if (node.path("use_regex").asBoolean(true)) {
          add(GPT2);
        }
      }
      case "Digits" -> add(node.path("individual_digits").asBoolean(false) ? "\\p{N}" : "\\p{N}+");
      case "Split" -> split(node);
      default ->
          throw new TokenizerException(
              "its pre-tokenizer \"" + node.path("type").asText("none") + "\" is not known here");
    }
  }

  private void split(JsonNode node) throws TokenizerException {
    boolean isolated = node.path("behavior").asText("").equals("Isolated");
    if (!isolated || node.path("invert").asBoolean(false)) {
      throw new TokenizerException("its pre-tokenizer splits in a way that is not known here");
    }
    JsonNode pattern = node.path("pattern");
    add(
        pattern.has("String")
            ? Pattern.quote(pattern.get("String").asText())
            : pattern.path("Regex").asText());
  }

  /** Whether a blank is put before a text that has none. */
  boolean addsBlank() {
    return addsBlank;
  }

  /** The stretches of a text, in UTF-16 units: all of it, in order. */
  List<Span> of(String text) {
    List<Span> spans = text.isEmpty() ? List.of() : List.of(new Span(0, text.length()));
    for (Pattern pattern : patterns) {
      List<Span> cut = new ArrayList<>();
      Matcher matcher = pattern.matcher(text);
      for (Span span : spans) {
        cut(matcher.region(span.start(), span.end()), span, cut);
      }
      spans = cut;
    }
    return spans;
  }

  private static void cut(Matcher matcher, Span span, List<Span> cut) {
    int from = span.start();
    while (matcher.find()) {
      if (matcher.end() > matcher.start()) {
        if (matcher.start() > from) {
          cut.add(new Span(from, matcher.start()));
        }
        cut.add(new Span(matcher.start(), matcher.end()));
        from = matcher.end();
      }
    }
    if (from < span.end()) {
      cut.add(new Span(from, span.end()));
    }
  }
}
