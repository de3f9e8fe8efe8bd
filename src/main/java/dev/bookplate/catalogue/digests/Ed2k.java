package dev.bookplate.catalogue.digests;

import dev.bookplate.origin.Digests;
import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * The digest of the eDonkey network: the MD4 of a file of up to 9,728,000 bytes, of a larger one
 * the MD4 of the MD4s of its pieces. Programs disagree on files whose length is a multiple of that:
 * the first ones count an empty piece at the end, later ones none. Belongs to one thread.
 */
final class Ed2k {
  static final int PIECE = 9_728_000;

  private final Md4 md4 = new Md4();
  private final ByteArrayOutputStream pieces = new ByteArrayOutputStream();
  private int inPiece;

  void update(byte[] data, int from, int count) {
    int at = from;
    int left = count;
    while (left > 0) {
      int n = Math.min(left, PIECE - inPiece);
      md4.update(data, at, n);
      inPiece += n;
      at += n;
      left -= n;
      if (inPiece == PIECE) {
        pieces.writeBytes(md4.digest());
        inPiece = 0;
      }
    }
  }

  /** In hex: one, or two of a file on which programs disagree, that with an empty piece first. */
  List<String> digests() {
    byte[] whole = pieces.toByteArray();
    byte[] last = md4.digest();
    if (whole.length == 0) {
      return List.of(Digests.hex(last));
    }
    pieces.writeBytes(last);
    String withLast = ofPieces(pieces.toByteArray());
    if (inPiece > 0) {
      return List.of(withLast);
    }
    boolean isOne = whole.length == last.length;
    return List.of(withLast, isOne ? Digests.hex(whole) : ofPieces(whole));
  }

  private static String ofPieces(byte[] digests) {
    Md4 all = new Md4();
    all.update(digests, 0, digests.length);
    return Digests.hex(all.digest());
  }
}
