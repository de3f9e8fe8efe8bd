package dev.bookplate.cli;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Languages, and what may be done to how each is written without doing anything to its words. */
enum Tongue {
  EN(Script.SPACED),
  FR(Script.SPACED, t -> t.replace("œ", "oe").replace('’', '\''), t -> t.replace("’", "\u02BC")),
  DE(Script.SPACED, t -> t.replace("ß", "ss"), t -> t.replace("ß", "\u1E9E")),
  ES(Script.SPACED, t -> t.replaceAll("[¿¡«»]", ""), t -> t.replace("ñ", "n")),
  RU(Script.SPACED, t -> t.replace('ё', 'е').replace('Ё', 'Е'), t -> t.replace("—", "-- ")),
  ID(Script.SPACED, t -> t.replaceAll("(\\p{L})-(\\p{L})", "$1 $2"), t -> t.replace("-", "\u2010")),
  TR(
      Script.SPACED,
      t -> t.replace('ı', 'i').replace('İ', 'I'),
      t -> t.toUpperCase(Locale.forLanguageTag("tr")),
      t -> t.replaceAll("[âÂ]", "a").replace('ş', 's')),
  AR(
      Script.SPACED,
      t -> t.replaceAll("[\u064B-\u0652]", ""),
      t -> t.replaceAll("(?<=\\p{L})(?=\\p{L})", "\u0640\u064E"),
      t -> t.replaceAll("[أإآ]", "ا").replace('ى', 'ي').replace('ة', 'ه'),
      t -> t.replace("لا", "\uFEFB").replace('ك', '\uFEDB').replace('ي', '\u06CC')),
  HE(
      Script.SPACED,
      t -> t.replaceAll("(?<=[א-ת])(?=[א-ת])", "\u05B7"),
      t -> t.replace('־', ' '),
      t -> t.replace('־', '-').replace("ש", "\uFB2A")),
  JA(Script.CHARACTERS, Tongue::halfWidth, t -> t.replace('「', '『').replace('」', '』')),
  ZH_HANS(Script.CHARACTERS, t -> t.replace('，', ','), t -> t.replaceAll("[，。]", "")),
  ZH_HANT(Script.CHARACTERS, t -> t.replace('，', '\uFE10'), t -> t.replaceAll("[，。]", "\u3000")),
  TH(Script.CLUSTERS, t -> t.replace("\u0E33", "\u0E4D\u0E32"), t -> t.replace(" ", "\u200B"));

  /** What is done to a run. */
  interface Change {
    String apply(String run, Random random);
  }

  /** The same words, written in another way. */
  interface Rewriting {
    String apply(String text);
  }

  private enum Script {
    /** Words between blanks. */
    SPACED("[\\p{L}\\p{M}\\p{Nd}'’]+", 25),
    /** A character is a word. */
    CHARACTERS("[\\p{L}\\p{Nd}][\\p{M}]*", 25),
    /** Words that are not told apart: so many letters are enough. */
    CLUSTERS("\\p{L}\\p{M}*", 170);

    private final Pattern unit;
    private final int run;

    Script(String unit, int run) {
      this.unit = Pattern.compile(unit);
      this.run = run;
    }
  }

  private static final Map<String, String> TYPED =
      Map.of("“", "\"", "”", "\"", "„", "\"", "«", "\"", "»", "\"", "’", "'", "—", "--");

  private static final List<Change> EVERYWHERE =
      List.of(
          (t, r) -> t,
          (t, r) -> t.toLowerCase(Locale.ROOT),
          (t, r) -> t.toUpperCase(Locale.ROOT),
          (t, r) -> Normalizer.normalize(t, Normalizer.Form.NFD),
          (t, r) -> Normalizer.normalize(t, Normalizer.Form.NFKC),
          (t, r) -> Normalizer.normalize(t, Normalizer.Form.NFD).replaceAll("[\u0300-\u036F]", ""),
          (t, r) -> typed(t),
          (t, r) -> t.replaceAll("[\\p{Po}\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}&&[^'’\u05F3]]", " "),
          Tongue::respaced);

  private final Script script;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of, of functions without state
  private final List<Rewriting> own;

  Tongue(Script script, Rewriting... own) {
    this.script = script;
    this.own = List.of(own);
  }

  /** The file with the story. */
  String file() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
  }

  /** Words, characters or letters of a run that must be found. */
  int run() {
    return script.run;
  }

  /** Words that the program counts in such a run, at least. */
  int words() {
    return script == Script.CLUSTERS ? 20 : 25;
  }

  /** Code points by which a passage may miss the ends of the run. */
  int slack() {
    return script == Script.CLUSTERS ? 24 : 3;
  }

  /** Where each word, character or letter stands. */
  List<int[]> units(String text) {
    List<int[]> units = new ArrayList<>();
    for (Matcher m = script.unit.matcher(text); m.find(); ) {
      units.add(new int[] {m.start(), m.end()});
    }
    return units;
  }

  int changes() {
    return EVERYWHERE.size() + own.size() + 1;
  }

  Change change(int which) {
    if (which < EVERYWHERE.size()) {
      return EVERYWHERE.get(which);
    } else if (which < EVERYWHERE.size() + own.size()) {
      return (t, r) -> own.get(which - EVERYWHERE.size()).apply(t);
    }
    return script == Script.SPACED ? Tongue::respaced : Tongue::broken;
  }

  private static String typed(String text) {
    String out = text;
    for (Map.Entry<String, String> mark : TYPED.entrySet()) {
      out = out.replace(mark.getKey(), mark.getValue());
    }
    return out;
  }

  private static String respaced(String text, Random random) {
    String[] gaps = {" ", "  ", "\n", "\r\n", "\u00A0", "\t", "\u3000", "\n\n    "};
    StringBuilder out = new StringBuilder();
    for (String part : text.split("\\s+", -1)) {
      out.append(out.isEmpty() ? "" : gaps[random.nextInt(gaps.length)]).append(part);
    }
    return out.toString();
  }

  /** Line ends and blanks where the script has none. */
  private static String broken(String text, Random random) {
    StringBuilder out = new StringBuilder();
    int letters = 0;
    for (int c : text.codePoints().toArray()) {
      boolean mark = Character.getType(c) == Character.NON_SPACING_MARK;
      if (!mark && letters++ > 0 && random.nextInt(6) == 0) {
        out.append(random.nextBoolean() ? "\n" : "\u3000");
      }
      out.appendCodePoint(c);
    }
    return out.toString();
  }

  private static String halfWidth(String text) {
    String full = "アイウエオガギグゲゴカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワンー";
    String half = "ｱｲｳｴｵ*****ｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝｰ";
    StringBuilder out = new StringBuilder();
    for (char c : Normalizer.normalize(text, Normalizer.Form.NFC).toCharArray()) {
      int at = full.indexOf(c);
      boolean kana = UnicodeScript.of(c) == UnicodeScript.KATAKANA || c == 'ー';
      out.append(kana && at >= 0 && half.charAt(at) != '*' ? half.charAt(at) : c);
    }
    return out.toString();
  }
}
