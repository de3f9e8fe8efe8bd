package dev.bookplate.text;

import com.google.common.base.Splitter;
import java.util.HashMap;
import java.util.Map;

/** HTML character references that were left in a text, by name or by number. */
final class Entities {
  private static final int LONGEST = 10;

  /** Names of Latin 1 from U+00A0 on, in their order. */
  private static final String LATIN =
      "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn"
          + " sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest"
          + " Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave"
          + " Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave"
          + " Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig"
          + " ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute"
          + " ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

  private static final Map<String, Integer> NAMES = names();

  private Entities() {}

  /**
   * The reference that starts at an ampersand.
   *
   * @return its code point in the upper bits and its bytes in the lower 8, or 0 where there is none
   */
  static int at(byte[] bytes, int p, int limit) {
    int stop = Math.min(limit, p + LONGEST + 2);
    for (int end = p + 1; end < stop; end++) {
      if (bytes[end] == ';') {
        int codePoint = codePoint(bytes, p + 1, end);
        return codePoint <= 0 ? 0 : codePoint << 8 | (end + 1 - p);
      } else if (!isName(bytes[end])) {
        return 0;
      }
    }
    return 0;
  }

  private static boolean isName(byte b) {
    return (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b == '#';
  }

  private static int codePoint(byte[] bytes, int from, int to) {
    if (to - from < 2) {
      return -1;
    }
    StringBuilder name = new StringBuilder();
    for (int i = from; i < to; i++) {
      name.append((char) bytes[i]);
    }
    return bytes[from] == '#' ? number(name.substring(1)) : NAMES.getOrDefault(name.toString(), -1);
  }

  private static int number(String digits) {
    boolean hex = digits.charAt(0) == 'x' || digits.charAt(0) == 'X';
    int radix = hex ? 16 : 10;
    int number = 0;
    for (int i = hex ? 1 : 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), radix);
      if (digit < 0 || number > Character.MAX_CODE_POINT) {
        return -1;
      }
      number = number * radix + digit;
    }
    return number > Character.MAX_CODE_POINT ? -1 : number;
  }

  private static Map<String, Integer> names() {
    Map<String, Integer> names = new HashMap<>();
    int c = 0xA0;
    for (String name : Splitter.on(' ').split(LATIN)) {
      names.put(name, c++);
    }
    names.put("amp", (int) '&');
    names.put("lt", (int) '<');
    names.put("gt", (int) '>');
    names.put("quot", (int) '"');
    names.put("apos", (int) '\'');
    names.put("OElig", 0x152);
    names.put("oelig", 0x153);
    names.put("Scaron", 0x160);
    names.put("scaron", 0x161);
    names.put("ensp", 0x2002);
    names.put("emsp", 0x2003);
    names.put("thinsp", 0x2009);
    names.put("zwnj", 0x200C);
    names.put("zwj", 0x200D);
    names.put("ndash", 0x2013);
    names.put("mdash", 0x2014);
    names.put("lsquo", 0x2018);
    names.put("rsquo", 0x2019);
    names.put("sbquo", 0x201A);
    names.put("ldquo", 0x201C);
    names.put("rdquo", 0x201D);
    names.put("bdquo", 0x201E);
    names.put("bull", 0x2022);
    names.put("hellip", 0x2026);
    names.put("prime", 0x2032);
    names.put("lsaquo", 0x2039);
    names.put("rsaquo", 0x203A);
    names.put("euro", 0x20AC);
    names.put("trade", 0x2122);
    return Map.copyOf(names);
  }
}
