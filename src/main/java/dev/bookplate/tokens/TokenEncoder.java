package dev.bookplate.tokens;

import dev.bookplate.origin.Span;
import dev.bookplate.origin.Utf8Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts text into the tokens of a tokenizer: byte-pair encodings, which are what models that write
 * text have. Never changes, so threads may share it.
 */
public final class TokenEncoder {
  private final EncoderModel model;

  private TokenEncoder(EncoderModel model) {
    this.model = model;
  }

  /**
   * Reads a tokenizer, or the one in a folder.
   *
   * @throws TokenizerException if text cannot be encoded with it here; says why
   */
  public static TokenEncoder of(Path fileOrFolder) throws TokenizerException, IOException {
    return new TokenEncoder(EncoderModels.read(TokenizerFile.in(fileOrFolder)));
  }

  /** How many tokens a text has. */
  public int count(String text) {
    return tokens(text).size();
  }

  /** The tokens of a text, as the vocabulary writes them; for tests against other programs. */
  List<String> pieces(String text) {
    return tokens(text).stream().map(Bpe.Symbol::symbol).toList();
  }

  /**
   * The most tokens that lie inside one of several stretches of a text. A token counts if all of
   * it, but for blanks that it begins with, is inside.
   *
   * @param stretches bytes of the text's array
   */
  public int most(Utf8Text text, List<Span> stretches) {
    String string = text.toString();
    return model.nfc() && !Normalizer.isNormalized(string, Normalizer.Form.NFC)
        ? mostAlone(text, stretches)
        : mostWithin(text, string, stretches);
  }

  /** Where the tokenizer would write the text otherwise, each stretch is encoded by itself. */
  private int mostAlone(Utf8Text text, List<Span> stretches) {
    int most = 0;
    for (Span span : stretches) {
      String alone = new Utf8Text(text.bytes(), span.start(), span.length()).toString();
      most = Math.max(most, count(Normalizer.normalize(alone, Normalizer.Form.NFC)));
    }
    return most;
  }

  private int mostWithin(Utf8Text text, String string, List<Span> stretches) {
    List<Bpe.Symbol> tokens = tokens(string);
    int[] starts = new int[tokens.size()];
    int[] ends = new int[tokens.size()];
    int at = text.offset();
    for (int i = 0; i < starts.length; i++) {
      int end = at + tokens.get(i).bytes();
      int start = at;
      while (start < end - 1 && isBlank(text.bytes()[start])) {
        start++;
      }
      starts[i] = start;
      ends[i] = end;
      at = end;
    }
    int most = 0;
    for (Span span : stretches) {
      int inside = 0;
      for (int i = first(ends, span.start()); i < starts.length && ends[i] <= span.end(); i++) {
        inside += starts[i] >= span.start() ? 1 : 0;
      }
      most = Math.max(most, inside);
    }
    return most;
  }

  /** The first token that ends behind a place. */
  private static int first(int[] ends, int place) {
    int low = 0;
    int high = ends.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends[middle] <= place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  private List<Bpe.Symbol> tokens(String text) {
    List<Bpe.Symbol> tokens = new ArrayList<>();
    Pattern added = model.added();
    if (added == null) {
      model.encode(text, true, tokens);
      return tokens;
    }
    Matcher matcher = added.matcher(text);
    int from = 0;
    while (matcher.find()) {
      section(text.substring(from, matcher.start()), from == 0, tokens);
      int bytes = matcher.group().getBytes(StandardCharsets.UTF_8).length;
      tokens.add(new Bpe.Symbol(matcher.group(), bytes));
      from = matcher.end();
    }
    section(text.substring(from), from == 0, tokens);
    return tokens;
  }

  private void section(String text, boolean first, List<Bpe.Symbol> tokens) {
    if (!text.isEmpty()) {
      model.encode(text, first, tokens);
    }
  }
}
