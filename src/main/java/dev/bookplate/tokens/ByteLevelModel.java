package dev.bookplate.tokens;

import dev.bookplate.origin.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A vocabulary of bytes, written in {@link ByteLevel}'s alphabet: GPT-2's and its many followers.
 *
 * @param splitting before anything is merged
 * @param bpe over the alphabet
 * @param whole stretches that are one token whatever their pairs are
 * @param added tokens, or null
 * @param nfc whether text is normalised
 */
record ByteLevelModel(Splitting splitting, Bpe bpe, Set<String> whole, Pattern added, boolean nfc)
    implements EncoderModel {
  @Override
  public void encode(String text, boolean first, List<Bpe.Symbol> tokens) {
    boolean blank = splitting.addsBlank() && !text.startsWith(" ");
    // the blank is none of the text's own bytes
    String given = blank ? " " + text : text;
    boolean pending = blank;
    for (Span span : splitting.of(given)) {
      List<Bpe.Symbol> symbols = new ArrayList<>();
      StringBuilder all = new StringBuilder();
      byte[] bytes = given.substring(span.start(), span.end()).getBytes(StandardCharsets.UTF_8);
      for (byte b : bytes) {
        char c = ByteLevel.encode(b);
        all.append(c);
        symbols.add(new Bpe.Symbol(String.valueOf(c), pending ? 0 : 1));
        pending = false;
      }
      if (whole.contains(all.toString())) {
        int length = symbols.stream().mapToInt(Bpe.Symbol::bytes).sum();
        tokens.add(new Bpe.Symbol(all.toString(), length));
      } else {
        tokens.addAll(bpe.merged(symbols));
      }
    }
  }
}
