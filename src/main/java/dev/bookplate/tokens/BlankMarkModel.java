package dev.bookplate.tokens;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A vocabulary of characters in which U+2581 stands for blanks, with pieces for the bytes of other
 * characters: SentencePiece's, as Llama 2 and Mistral have it.
 *
 * @param vocabulary all pieces
 * @param bpe over characters
 * @param start where a blank is put before the text
 * @param added tokens, or null
 */
record BlankMarkModel(Set<String> vocabulary, Bpe bpe, Start start, Pattern added)
    implements EncoderModel {
  private static final String MARK = "\u2581";

  /** Where a blank is put before what has none of its own in the text. */
  enum Start {
    /** Nowhere. */
    NEVER,
    /** At the start of the text, unless it has one. */
    FIRST,
    /** There and behind each added token, unless there is one. */
    ALWAYS,
    /** There, even if there is one. */
    EACH
  }

  @Override
  public void encode(String text, boolean first, List<Bpe.Symbol> tokens) {
    List<Bpe.Symbol> symbols = new ArrayList<>();
    boolean adds =
        switch (start) {
          case NEVER -> false;
          case FIRST -> first && !text.startsWith(" ");
          case ALWAYS -> !text.startsWith(" ");
          case EACH -> true;
        };
    if (adds) {
      symbols.add(new Bpe.Symbol(MARK, 0));
    }
    text.codePoints().forEach(c -> add(Character.toString(c), symbols));
    tokens.addAll(bpe.merged(symbols));
  }

  private void add(String character, List<Bpe.Symbol> symbols) {
    byte[] bytes = character.getBytes(StandardCharsets.UTF_8);
    String symbol = character.equals(" ") ? MARK : character;
    if (vocabulary.contains(symbol)) {
      symbols.add(new Bpe.Symbol(symbol, bytes.length));
      return;
    }
    for (byte b : bytes) {
      symbols.add(new Bpe.Symbol(Fallback.name(b), 1));
    }
  }

  @Override
  public boolean nfc() {
    return false;
  }
}
