package dev.bookplate.catalogue.digests;

/**
 * MD4 by RFC 1320, which no JDK offers: eD2k is made of it. Long broken, so that it proves nothing
 * by itself. Belongs to one thread.
 */
final class Md4 {
  private static final int BLOCK = 64;
  private static final int ROUND_2 = 0x5A827999;
  private static final int ROUND_3 = 0x6ED9EBA1;

  private final int[] state = new int[4];
  private final int[] x = new int[16];
  private final byte[] block = new byte[BLOCK];
  private int filled;
  private long bytes;

  Md4() {
    reset();
  }

  private void reset() {
    state[0] = 0x67452301;
    state[1] = 0xEFCDAB89;
    state[2] = 0x98BADCFE;
    state[3] = 0x10325476;
    filled = 0;
    bytes = 0;
  }

  /** Takes {@code data[from, from + count)}. */
  void update(byte[] data, int from, int count) {
    bytes += count;
    int at = from;
    int left = count;
    while (left > 0) {
      if (filled == 0 && left >= BLOCK) {
        transform(data, at);
        at += BLOCK;
        left -= BLOCK;
        continue;
      }
      int n = Math.min(left, BLOCK - filled);
      System.arraycopy(data, at, block, filled, n);
      filled += n;
      at += n;
      left -= n;
      if (filled == BLOCK) {
        transform(block, 0);
        filled = 0;
      }
    }
  }

  /** The 16 bytes of the digest; what comes next begins a new one. */
  byte[] digest() {
    long bits = bytes * 8;
    byte[] end = new byte[(filled < 56 ? 56 : 120) - filled + 8];
    end[0] = (byte) 0x80;
    for (int i = 0; i < 8; i++) {
      end[end.length - 8 + i] = (byte) (bits >>> (8 * i));
    }
    update(end, 0, end.length);
    byte[] digest = new byte[16];
    for (int i = 0; i < digest.length; i++) {
      digest[i] = (byte) (state[i / 4] >>> (8 * (i % 4)));
    }
    reset();
    return digest;
  }

  private void transform(byte[] data, int at) {
    for (int i = 0; i < 16; i++) {
      int p = at + 4 * i;
      x[i] =
          (data[p] & 0xFF)
              | (data[p + 1] & 0xFF) << 8
              | (data[p + 2] & 0xFF) << 16
              | data[p + 3] << 24;
    }
    int a = state[0];
    int b = state[1];
    int c = state[2];
    int d = state[3];
    for (int i = 0; i < 16; i += 4) {
      a = Integer.rotateLeft(a + choose(b, c, d) + x[i], 3);
      d = Integer.rotateLeft(d + choose(a, b, c) + x[i + 1], 7);
      c = Integer.rotateLeft(c + choose(d, a, b) + x[i + 2], 11);
      b = Integer.rotateLeft(b + choose(c, d, a) + x[i + 3], 19);
    }
    for (int i = 0; i < 4; i++) {
      a = Integer.rotateLeft(a + most(b, c, d) + x[i] + ROUND_2, 3);
      d = Integer.rotateLeft(d + most(a, b, c) + x[i + 4] + ROUND_2, 5);
      c = Integer.rotateLeft(c + most(d, a, b) + x[i + 8] + ROUND_2, 9);
      b = Integer.rotateLeft(b + most(c, d, a) + x[i + 12] + ROUND_2, 13);
    }
    for (int i : new int[] {0, 2, 1, 3}) {
      a = Integer.rotateLeft(a + (b ^ c ^ d) + x[i] + ROUND_3, 3);
      d = Integer.rotateLeft(d + (a ^ b ^ c) + x[i + 8] + ROUND_3, 9);
      c = Integer.rotateLeft(c + (d ^ a ^ b) + x[i + 4] + ROUND_3, 11);
      b = Integer.rotateLeft(b + (c ^ d ^ a) + x[i + 12] + ROUND_3, 15);
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
  }

  private static int choose(int b, int c, int d) {
    return d ^ (b & (c ^ d));
  }

  private static int most(int b, int c, int d) {
    return (b & c) | (d & (b | c));
  }
}
