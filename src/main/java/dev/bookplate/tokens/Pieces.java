package dev.bookplate.tokens;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pieces of a vocabulary, as they are found in its file. */
final class Pieces {
  /** Larger than any vocabulary; a file that names higher ids is damaged. */
  static final int MOST = 1 << 24;

  /** What tokenizers call the end of a document, the surest first. */
  private static final List<String> ENDS =
      List.of(
          "<|endoftext|>",
          "<|end_of_text|>",
          "<|end\u2581of\u2581text|>",
          "<\uff5cend\u2581of\u2581sentence\uff5c>",
          "</s>",
          "<eos>",
          "<EOS>",
          "<eod>",
          "<EOD>",
          "<|eos|>",
          "[EOS]",
          "[SEP]");

  private static final List<String> PADDINGS =
      List.of("<pad>", "[PAD]", "<PAD>", "<|pad|>", "<|padding|>", "<|finetune_right_pad_id|>");

  private static final List<String> UNKNOWN = List.of("<unk>", "[UNK]", "<UNK>", "<|unk|>");

  /** What stands for text that the tokenizer could not write. */
  static final byte[] REPLACEMENT = "\ufffd".getBytes(StandardCharsets.UTF_8);

  private final Map<String, Integer> specials = new HashMap<>();
  private final BitSet special = new BitSet();
  private byte[][] pieces = new byte[1 << 10][];
  private int count;

  /**
   * A piece of text.
   *
   * @param bytes in UTF-8, or a part of a character's
   */
  void text(long id, byte[] bytes) throws TokenizerException {
    put(id, bytes);
    special.clear((int) id);
  }

  /** A token that is not text; one for what is unknown becomes U+FFFD. */
  void special(long id, String name) throws TokenizerException {
    boolean unknown = UNKNOWN.contains(name);
    put(id, unknown ? REPLACEMENT : new byte[0]);
    special.set((int) id, !unknown);
    specials.put(name, (int) id);
  }

  private void put(long id, byte[] bytes) throws TokenizerException {
    if (id < 0 || id >= MOST) {
      throw new TokenizerException(
          "it gives a token the id " + id + ", which no vocabulary reaches; get it anew");
    }
    int at = (int) id;
    if (at >= pieces.length) {
      pieces = Arrays.copyOf(pieces, Math.max(at + 1, 2 * pieces.length));
    }
    pieces[at] = bytes;
    count = Math.max(count, at + 1);
  }

  /** Whether the name of a token says that it is no text, where its file leaves it open. */
  static boolean isSpecialName(String name) {
    return ENDS.contains(name)
        || PADDINGS.contains(name)
        || UNKNOWN.contains(name)
        || name.equals("<s>")
        || name.equals("[CLS]")
        || name.equals("[MASK]");
  }

  /** Ids from 0 to below this are known, but for gaps. */
  int count() {
    return count;
  }

  /** The bytes of an id, or null for a gap. */
  byte[] bytes(int id) {
    return pieces[id];
  }

  /** Tokens that are no text. */
  BitSet special() {
    return special;
  }

  /** The token that ends documents, or -1. */
  int end() {
    return first(ENDS);
  }

  /** The token that fills rows, or -1. */
  int padding() {
    return first(PADDINGS);
  }

  private int first(List<String> names) {
    for (String name : names) {
      Integer id = specials.get(name);
      if (id != null) {
        return id;
      }
    }
    return -1;
  }
}
