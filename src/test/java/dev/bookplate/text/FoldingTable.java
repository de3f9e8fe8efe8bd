package dev.bookplate.text;

import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes {@code folding.txt}. The table is a resource and not worked out at run time, because every
 * Java brings the Unicode of its year, and a catalogue must outlive the Java that built it.
 *
 * <p>{@code java -cp target/test-classes:target/classes dev.bookplate.text.FoldingTable}, on a JDK
 * 25, writes it again.
 */
final class FoldingTable {
  private static final Path FILE = Path.of("src/main/resources/dev/bookplate/text/folding.txt");

  private static final Set<UnicodeScript> ONE_WORD_A_CHARACTER =
      EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

  private static final Set<UnicodeScript> CLUSTERS =
      EnumSet.of(UnicodeScript.THAI, UnicodeScript.LAO, UnicodeScript.KHMER, UnicodeScript.MYANMAR);

  /** Letters that look alike, and letters with a stroke that Unicode does not take apart. */
  private static final Map<Integer, String> ALIKE = alike();

  private FoldingTable() {}

  public static void main(String[] args) throws IOException {
    Files.writeString(FILE, String.join("\n", lines()) + "\n", StandardCharsets.US_ASCII);
  }

  /** Runs of code points that fold by one rule, as {@code first last kind letters}. */
  private static List<String> lines() {
    List<String> lines = new ArrayList<>();
    int first = 0x80;
    String rule = rule(first);
    for (int c = 0x81; c <= Character.MAX_CODE_POINT + 1; c++) {
      String next = c > Character.MAX_CODE_POINT ? null : rule(c);
      if (!rule.equals(next)) {
        if (!rule.isEmpty()) {
          lines.add(String.format(Locale.ROOT, "%X %X %s", first, c - 1, rule));
        }
        first = c;
        rule = next;
      }
    }
    return lines;
  }

  /** The rule of one code point: kind and letters, {@code =} for itself; empty for a separator. */
  static String rule(int c) {
    if (c >= 0xAC00 && c <= 0xD7A3) {
      return ""; // Hangul syllables are taken apart by arithmetic
    }
    if (isApostrophe(c)) {
      return "A";
    } else if (isHyphen(c)) {
      return "H";
    } else if (isIgnored(c)) {
      return "I";
    }
    String folded = fold(c);
    if (folded.isEmpty()) {
      return "";
    }
    String kind = kind(folded);
    boolean itself = folded.equals(Character.toString(c));
    return kind + " " + (itself ? "=" : hex(folded));
  }

  private static String kind(String folded) {
    if (folded.codePointCount(0, folded.length()) > 1) {
      return "L";
    }
    UnicodeScript script = UnicodeScript.of(folded.codePointAt(0));
    if (ONE_WORD_A_CHARACTER.contains(script) || folded.codePointAt(0) == 0x30FC) {
      return "C";
    }
    return CLUSTERS.contains(script) ? "T" : "L";
  }

  private static String hex(String text) {
    return text.codePoints().mapToObj(Integer::toHexString).collect(Collectors.joining(" "));
  }

  private static boolean isApostrophe(int c) {
    return switch (c) {
      case 0xB4, 0x2018, 0x2019, 0x201B, 0x2032, 0x02B9, 0x02BB, 0x02BC, 0x02BD, 0x02C8 -> true;
      case 0xFF07, 0xFF40 -> true; // wide
      case 0x0374, 0x1FEF, 0x1FFD -> true; // Greek signs that Unicode calls equal to these
      case 0x05F3 -> true; // Hebrew, mostly typed as the ASCII one
      default -> false;
    };
  }

  private static boolean isHyphen(int c) {
    // the soft hyphen and the not sign stand where a line was broken
    return c == 0xAD || c == 0xAC || c == 0x2010 || c == 0x2011 || c == 0xFE63 || c == 0xFF0D;
  }

  private static boolean isIgnored(int c) {
    int type = Character.getType(c);
    if (c == 0x345) {
      return false; // the iota under a letter: beside it in capitals, and then a letter
    }
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT
        || c == 0x0640 // the Arabic stroke that only widens
        || c == 0xFFFD
        || isSuperscriptDigit(c);
  }

  /** A footnote's mark is not part of the word that it hangs on. */
  private static boolean isSuperscriptDigit(int c) {
    return c == 0xB2 || c == 0xB3 || c == 0xB9 || c >= 0x2070 && c <= 0x2079;
  }

  private static String fold(int c) {
    if (!Character.isDefined(c) || Character.getType(c) == Character.SURROGATE) {
      return "";
    }
    String apart = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
    String cased = lowerCase(lowerCase(apart)); // capital sharp s is a small one first, then ss
    StringBuilder out = new StringBuilder();
    Normalizer.normalize(cased, Normalizer.Form.NFKD)
        .codePoints()
        .filter(FoldingTable::counts)
        .forEach(l -> out.append(letter(l)));
    return out.toString();
  }

  private static String lowerCase(String text) {
    return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  private static boolean counts(int c) {
    return (Character.isLetterOrDigit(c)
            || Character.getType(c) == Character.LETTER_NUMBER
            || Character.getType(c) == Character.COMBINING_SPACING_MARK)
        && !isIgnored(c)
        && !isApostrophe(c);
  }

  private static String letter(int c) {
    int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
    if (digit >= 0) {
      return Integer.toString(digit);
    }
    String alike = ALIKE.get(c == 0x3C2 ? 0x3C3 : c);
    return alike != null ? alike : Character.toString(c == 0x3C2 ? 0x3C3 : c);
  }

  private static Map<Integer, String> alike() {
    Map<Integer, String> map = new TreeMap<>();
    pairs(map, "аaвbеeкkмmнhоoрpсcтtуyхxіiјjѕsһhԁdԛqԝwґrѵv"); // Cyrillic
    pairs(map, "αaβbεeζzηhιiκkμmνvοoρpτtυyχx"); // Greek
    pairs(map, "øođdłlħhŧtıiɡgɑaðdſsƒfɩiօoɪi");
    map.put((int) 'æ', "ae");
    map.put((int) 'œ', "oe");
    map.put((int) 'þ', "th");
    map.put(0x0649, "\u064A"); // alef maksura and the Persian yeh: written for yeh
    map.put(0x06CC, "\u064A");
    map.put(0x06A9, "\u0643"); // the Persian kaf, and the wide one
    map.put(0x06AA, "\u0643");
    map.put(0x0671, "\u0627"); // alef with a sign that other texts leave out
    map.put(0x0629, "\u0647"); // teh marbuta, written without its dots, and the hehs of Urdu
    map.put(0x06BE, "\u0647");
    map.put(0x06C1, "\u0647");
    map.put(0x06C3, "\u0647");
    map.put(0x06D5, "\u0647");
    map.put(0x05F0, "\u05D5\u05D5"); // pairs of Hebrew letters that have a sign in Yiddish
    map.put(0x05F1, "\u05D5\u05D9");
    map.put(0x05F2, "\u05D9\u05D9");
    return map;
  }

  private static void pairs(Map<Integer, String> map, String pairs) {
    int[] points = pairs.codePoints().toArray();
    for (int i = 0; i < points.length; i += 2) {
      map.put(points[i], Character.toString(points[i + 1]));
    }
  }
}
