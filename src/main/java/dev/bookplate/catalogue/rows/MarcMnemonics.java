package dev.bookplate.catalogue.rows;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names in braces that MARC as text has for characters: {@code d{acute}esir} is désir. Those of
 * marks above and below stand in front of their letter.
 */
final class MarcMnemonics {
  private static final Pattern NAME = Pattern.compile("\\{([A-Za-z0-9]{2,10})\\}");

  /** Names and code points in hexadecimal. */
  private static final Map<String, Integer> CHARACTERS =
      table(
          """
          lcub 7B rcub 7D dollar 24 bsol 5C esc 1B
          Lstrok 141 Ostrok D8 Dstrok 110 THORN DE AElig C6 OElig 152 softsign 2B9 middot B7
          flat 266D reg AE plusmn B1 Ohorn 1A0 Uhorn 1AF mlrhring 2BC mllhring 2BB lstrok 142
          ostrok F8 dstrok 111 thorn FE aelig E6 oelig 153 hardsign 2BA inodot 131 pound A3 eth F0
          ohorn 1A1 uhorn 1B0 deg B0 scriptl 2113 phono 2117 copy A9 sharp 266F iquest BF iexcl A1
          szlig DF euro 20AC
          """);

  private static final Map<String, Integer> MARKS =
      table(
          """
          hooka 309 grave 300 acute 301 circ 302 tilde 303 macr 304 breve 306 dot 307 uml 308
          caron 30C ring 30A llig FE20 rlig FE21 rcommaa 315 dblac 30B candra 310 cedil 327
          ogon 328 dotb 323 dbldotb 324 ringb 325 dblunder 333 under 332 commab 326 rcedil 31C
          breveb 32E ldbltil FE22 rdbltil FE23 commaa 313
          """);

  private MarcMnemonics() {}

  private static Map<String, Integer> table(String pairs) {
    String[] words = pairs.strip().split("\\s+", -1);
    Map<String, Integer> table = new HashMap<>();
    for (int i = 0; i < words.length; i += 2) {
      table.put(words[i], Integer.parseInt(words[i + 1], 16));
    }
    return Map.copyOf(table);
  }

  /** A text without them; names that are none are kept. */
  static String text(String text) {
    if (text.indexOf('{') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder();
    StringBuilder marks = new StringBuilder();
    Matcher name = NAME.matcher(text);
    int at = 0;
    while (at < text.length()) {
      name.region(at, text.length());
      boolean isName = name.lookingAt();
      Integer mark = isName ? MARKS.get(name.group(1)) : null;
      Integer character = isName ? CHARACTERS.get(name.group(1)) : null;
      if (mark != null) {
        marks.appendCodePoint(mark);
        at = name.end();
      } else {
        int codePoint = character == null ? text.codePointAt(at) : character;
        at = character == null ? at + Character.charCount(codePoint) : name.end();
        plain.appendCodePoint(codePoint).append(marks);
        marks.setLength(0);
      }
    }
    return Normalizer.normalize(plain.append(marks), Normalizer.Form.NFC);
  }
}
