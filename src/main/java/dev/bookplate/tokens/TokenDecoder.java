package dev.bookplate.tokens;

import dev.bookplate.origin.Digests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;

/**
 * What the ids of one tokenizer stand for. Every kind comes down to the same table: the bytes of
 * each id, and whether the blank at the start of a text is the tokenizer's own. Never changes, so
 * threads may share it.
 */
public final class TokenDecoder {
  private final String name;
  private final byte[] bytes;
  private final int[] starts;
  private final BitSet known;
  private final BitSet special;
  private final boolean addsFirstBlank;
  private final int end;
  private final int padding;
  private final Joints joints;

  private TokenDecoder(String name, Pieces pieces, boolean addsFirstBlank, int end) {
    this.name = name;
    this.addsFirstBlank = addsFirstBlank;
    this.end = end;
    padding = pieces.padding();
    special = pieces.special();
    known = new BitSet(pieces.count());
    starts = new int[pieces.count() + 1];
    byte[] all = new byte[1 << 16];
    int length = 0;
    for (int id = 0; id < pieces.count(); id++) {
      byte[] piece = pieces.bytes(id);
      if (piece != null) {
        known.set(id);
        if (length + piece.length > all.length) {
          all = Arrays.copyOf(all, 2 * (length + piece.length));
        }
        System.arraycopy(piece, 0, all, length, piece.length);
        length += piece.length;
      }
      starts[id + 1] = length;
    }
    bytes = Arrays.copyOf(all, length);
    joints = new Joints(this);
  }

  /**
   * Reads a tokenizer: a tokenizer.json, a SentencePiece model, a file of tiktoken ranks, a
   * vocab.json, or a folder that holds one of these.
   *
   * @param endOfText the id that ends documents, or -1 for the one that the tokenizer names
   * @throws TokenizerException if it is none of these, or damaged
   */
  public static TokenDecoder of(Path file, long endOfText) throws TokenizerException, IOException {
    Path actual = TokenizerFile.in(file);
    TokenizerFile.Content content = TokenizerFile.read(actual);
    if (content.pieces().count() == 0) {
      throw new TokenizerException("there is no token in it; get it anew");
    }
    if (endOfText >= 0 && endOfText >= Pieces.MOST) {
      throw new TokenizerException(
          "no vocabulary has an id as high as " + endOfText + "; give another --end-of-text");
    }
    if (endOfText >= 0) {
      content.pieces().special(endOfText, "(the end of a text)");
    }
    return new TokenDecoder(
        content.kind() + " sha256:" + Digests.of(actual).sha256(),
        content.pieces(),
        content.addsFirstBlank(),
        endOfText >= 0 ? (int) endOfText : content.pieces().end());
  }

  /** The file that a tokenizer is read from: itself, or one that is in the folder. */
  public static Path fileOf(Path fileOrFolder) throws TokenizerException {
    return TokenizerFile.in(fileOrFolder);
  }

  /** Its kind and its digest: {@code byte-level BPE sha256:…}. */
  public String name() {
    return name;
  }

  /** Ids are below this. */
  public int size() {
    return starts.length - 1;
  }

  /** Whether the vocabulary has an id. */
  public boolean knows(long id) {
    return id >= 0 && id < size() && known.get((int) id);
  }

  /** Whether an id that is known is no text. */
  public boolean isSpecial(int id) {
    return special.get(id);
  }

  /** The id that ends documents, or -1. */
  public int endOfText() {
    return end;
  }

  /** Whether documents are parted where an id stands: by their end, or by what fills rows. */
  public boolean parts(long id) {
    return id >= 0 && (id == end || id == padding);
  }

  /** Whether a text's first blank is the tokenizer's own, and not the text's. */
  boolean addsFirstBlank() {
    return addsFirstBlank;
  }

  byte[] bytes() {
    return bytes;
  }

  int start(int id) {
    return starts[id];
  }

  int length(int id) {
    return starts[id + 1] - starts[id];
  }

  /** What is known of neighbours. */
  Joints joints() {
    return joints;
  }
}
