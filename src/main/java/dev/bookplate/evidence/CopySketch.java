package dev.bookplate.evidence;

import dev.bookplate.match.Resemblance;
import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * A document's sketch, kept to hold later copies against: the lowest 16 bits of each value. Values
 * that differ agree in these once in 65,536 (P. Li and A. König, "b-bit minwise hashing", 2010).
 */
final class CopySketch {
  private final char[] values;

  private CopySketch(char[] values) {
    this.values = values;
  }

  static CopySketch of(Resemblance copy) {
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(copy.sketch()));
    char[] values = new char[bytes.remaining() / Long.BYTES];
    for (int i = 0; i < values.length; i++) {
      values[i] = (char) bytes.getLong(i * Long.BYTES);
    }
    return new CopySketch(values);
  }

  /** Estimated resemblance of the two documents, 0 to 1; 0 for sketches of different sizes. */
  double resemblance(CopySketch other) {
    if (values.length != other.values.length || values.length == 0) {
      return 0;
    }
    int equal = 0;
    for (int i = 0; i < values.length; i++) {
      equal += values[i] == other.values[i] ? 1 : 0;
    }
    return (double) equal / values.length;
  }
}
