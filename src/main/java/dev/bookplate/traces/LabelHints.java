package dev.bookplate.traces;

/**
 * Which labels may stand before a number: a quick look back over bytes, so that patterns are tried
 * on few numbers only. It may say too much, never too little.
 */
final class LabelHints {
  static final int ISBN = 1;
  static final int ASIN = 2;
  static final int LCCN = 4;
  static final int OCLC = 8;
  static final int REGISTRATION = 16;

  private LabelHints() {}

  /** The labels that end in {@code bytes[from, at)}. */
  static int before(byte[] bytes, int from, int at) {
    int hints = 0;
    for (int i = at - 1; i >= from; i--) {
      hints |=
          switch (bytes[i] | 0x20) {
            case 'n' -> ofN(bytes, from, i);
            case 'm' -> ends(bytes, from, i, "oc") ? OCLC : 0;
            case 'c' -> ofC(bytes, from, i);
            case 's' -> ends(bytes, from, i, "ongres") ? LCCN : 0;
            case 'v' -> ends(bytes, from, i, "loc.go") ? LCCN : 0;
            case 'x' -> ends(bytes, from, i, "t") ? REGISTRATION : 0;
            case 'g' -> ends(bytes, from, i, "re") ? REGISTRATION : 0;
            case 'h' -> ends(bytes, from, i, "yrig") ? REGISTRATION : 0;
            case 'w' -> ends(bytes, from, i, "rene") ? REGISTRATION : 0;
            case 'p' -> ends(bytes, from, i, "/d") ? ASIN : 0;
            case 't' -> ofT(bytes, from, i);
            default -> 0;
          };
    }
    return hints;
  }

  private static int ofN(byte[] bytes, int from, int at) {
    if (ends(bytes, from, at, "sb")) {
      return ISBN;
    }
    if (ends(bytes, from, at, "asi") || ends(bytes, from, at, "azo")) {
      return ASIN;
    }
    if (ends(bytes, from, at, "lcc")) {
      return LCCN;
    }
    return ends(bytes, from, at, "oc") || ends(bytes, from, at, "o") ? OCLC : 0;
  }

  private static int ofC(byte[] bytes, int from, int at) {
    if (ends(bytes, from, at, "ocl") || ends(bytes, from, at, "ocol")) {
      return OCLC;
    }
    return ends(bytes, from, at, "l") ? LCCN : 0;
  }

  private static int ofT(byte[] bytes, int from, int at) {
    if (ends(bytes, from, at, "produc")) {
      return ASIN;
    }
    return ends(bytes, from, at, "worldca") ? OCLC : 0;
  }

  /** Whether letters, given in lower case, stand right before a place. */
  private static boolean ends(byte[] bytes, int from, int at, String letters) {
    int start = at - letters.length();
    if (start < from) {
      return false;
    }
    for (int i = 0; i < letters.length(); i++) {
      if ((bytes[start + i] | 0x20) != (letters.charAt(i) | 0x20)) {
        return false;
      }
    }
    return true;
  }
}
