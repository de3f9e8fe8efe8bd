package dev.bookplate.tokens;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A SentencePiece model: a protocol buffer whose field 1 is a list of pieces (1 the piece, 3 its
 * type, 2 its score), field 2 the trainer's settings (3 the kind of model), and field 3 the
 * normaliser's (2 its table, 3 whether a blank is put before a text, 4 whether blanks are removed).
 */
final class SentencePieceModel {
  /** Of models: pairs are merged, the one with the best score first. */
  private static final int BPE = 2;

  private static final int NORMAL = 1;
  private static final int UNKNOWN = 2;
  private static final int CONTROL = 3;
  private static final int BYTE = 6;

  private final ByteBuffer in;
  private final Pieces pieces = new Pieces();
  private boolean addsFirstBlank = true;
  private final Map<String, Float> scores = new HashMap<>();
  private int modelType = 1;
  private boolean normalises;
  private boolean removesBlanks = true;
  private int id;

  private SentencePieceModel(byte[] bytes) {
    in = ByteBuffer.wrap(bytes);
  }

  static TokenizerFile.Content read(byte[] bytes) throws TokenizerException {
    SentencePieceModel model = new SentencePieceModel(bytes);
    model.parse();
    return new TokenizerFile.Content("SentencePiece", model.pieces, model.addsFirstBlank);
  }

  /**
   * How text is encoded.
   *
   * @throws TokenizerException where pieces are not merged by their scores alone
   */
  static EncoderModel encoder(byte[] bytes) throws TokenizerException {
    SentencePieceModel model = new SentencePieceModel(bytes);
    model.parse();
    if (model.modelType != BPE) {
      throw new TokenizerException("its model is not BPE, and only BPE is encoded here");
    }
    if (model.normalises || model.removesBlanks) {
      throw new TokenizerException("it normalises text in a way that is not known here");
    }
    List<Float> best =
        model.scores.values().stream().distinct().sorted(Comparator.reverseOrder()).toList();
    Map<Float, Integer> places = new HashMap<>();
    best.forEach(score -> places.put(score, places.size()));
    Map<String, Integer> ranks = new HashMap<>();
    model.scores.forEach((piece, score) -> ranks.put(piece, places.get(score)));
    return new BlankMarkModel(
        ranks.keySet(),
        new Bpe((left, right) -> ranks.getOrDefault(left + right, -1)),
        model.addsFirstBlank ? BlankMarkModel.Start.EACH : BlankMarkModel.Start.NEVER,
        null);
  }

  private void parse() throws TokenizerException {
    try {
      read();
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new TokenizerException(
          "it is no tokenizer.json, tiktoken file or vocab.json, and as a SentencePiece model it"
              + " is damaged at byte "
              + in.position()
              + "; get it anew, or name another file",
          e);
    }
  }

  private void read() throws TokenizerException {
    while (in.hasRemaining()) {
      long tag = varint(in);
      if (tag == ((1 << 3) | 2)) {
        piece(bytes(in));
      } else if (tag == ((3 << 3) | 2)) {
        normaliser(bytes(in));
      } else if (tag == ((2 << 3) | 2)) {
        trainer(bytes(in));
      } else {
        skip(in, tag);
      }
    }
  }

  private void piece(ByteBuffer message) throws TokenizerException {
    String piece = "";
    int type = 1;
    float score = 0;
    while (message.hasRemaining()) {
      long tag = varint(message);
      if (tag == ((1 << 3) | 2)) {
        piece = StandardCharsets.UTF_8.decode(bytes(message)).toString();
      } else if (tag == (3 << 3)) {
        type = (int) varint(message);
      } else if (tag == ((2 << 3) | 5)) {
        score = message.order(ByteOrder.LITTLE_ENDIAN).getFloat();
      } else {
        skip(message, tag);
      }
    }
    put(piece, type);
    if (type == NORMAL) {
      scores.putIfAbsent(piece, score);
    }
    id++;
  }

  private void put(String piece, int type) throws TokenizerException {
    switch (type) {
      case UNKNOWN -> pieces.special(id, "<unk>");
      case CONTROL -> pieces.special(id, piece);
      case BYTE -> pieces.text(id, Fallback.bytes(piece));
      default -> pieces.text(id, piece.replace('\u2581', ' ').getBytes(StandardCharsets.UTF_8));
    }
  }

  private void trainer(ByteBuffer message) {
    while (message.hasRemaining()) {
      long tag = varint(message);
      if (tag == (3 << 3)) {
        modelType = (int) varint(message);
      } else {
        skip(message, tag);
      }
    }
  }

  private void normaliser(ByteBuffer message) {
    while (message.hasRemaining()) {
      long tag = varint(message);
      if (tag == (3 << 3)) {
        addsFirstBlank = varint(message) != 0;
      } else if (tag == ((2 << 3) | 2)) {
        normalises |= bytes(message).hasRemaining();
      } else if (tag == (4 << 3)) {
        removesBlanks = varint(message) != 0;
      } else {
        skip(message, tag);
      }
    }
  }

  private static ByteBuffer bytes(ByteBuffer in) {
    long length = varint(in);
    if (length < 0 || length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    ByteBuffer slice = in.slice(in.position(), (int) length);
    in.position(in.position() + (int) length);
    return slice;
  }

  private static void skip(ByteBuffer in, long tag) {
    switch ((int) (tag & 7)) {
      case 0 -> varint(in);
      case 1 -> in.position(in.position() + Long.BYTES);
      case 2 -> bytes(in);
      case 5 -> in.position(in.position() + Integer.BYTES);
      default -> throw new IllegalArgumentException("no such wire type");
    }
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte b = in.get();
      value |= (long) (b & 0x7F) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number without an end");
  }
}
