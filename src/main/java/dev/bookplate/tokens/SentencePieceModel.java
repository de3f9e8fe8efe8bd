package dev.bookplate.tokens;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A SentencePiece model: a protocol buffer whose field 1 is a list of pieces (1 the piece, 3 its
 * type), and whose field 3 is the normaliser's settings (3 whether a blank is put before a text).
 */
final class SentencePieceModel {
  private static final int UNKNOWN = 2;
  private static final int CONTROL = 3;
  private static final int BYTE = 6;

  private final ByteBuffer in;
  private final Pieces pieces = new Pieces();
  private boolean addsFirstBlank = true;
  private int id;

  private SentencePieceModel(byte[] bytes) {
    in = ByteBuffer.wrap(bytes);
  }

  static TokenizerFile.Content read(byte[] bytes) throws TokenizerException {
    SentencePieceModel model = new SentencePieceModel(bytes);
    try {
      model.read();
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new TokenizerException(
          "it is no tokenizer.json, tiktoken file or vocab.json, and as a SentencePiece model it"
              + " is damaged at byte "
              + model.in.position()
              + "; get it anew, or name another file",
          e);
    }
    return new TokenizerFile.Content("SentencePiece", model.pieces, model.addsFirstBlank);
  }

  private void read() throws TokenizerException {
    while (in.hasRemaining()) {
      long tag = varint(in);
      if (tag == ((1 << 3) | 2)) {
        piece(bytes(in));
      } else if (tag == ((3 << 3) | 2)) {
        normaliser(bytes(in));
      } else {
        skip(in, tag);
      }
    }
  }

  private void piece(ByteBuffer message) throws TokenizerException {
    String piece = "";
    int type = 1;
    while (message.hasRemaining()) {
      long tag = varint(message);
      if (tag == ((1 << 3) | 2)) {
        piece = StandardCharsets.UTF_8.decode(bytes(message)).toString();
      } else if (tag == (3 << 3)) {
        type = (int) varint(message);
      } else {
        skip(message, tag);
      }
    }
    put(piece, type);
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

  private void normaliser(ByteBuffer message) {
    while (message.hasRemaining()) {
      long tag = varint(message);
      if (tag == (3 << 3)) {
        addsFirstBlank = varint(message) != 0;
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
