package dev.bookplate.catalogue.rows;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.marc4j.converter.CharConverter;
import org.marc4j.converter.impl.AnselToUnicode;
import org.marc4j.converter.impl.Iso5426ToUnicode;

/**
 * The characters of a record, which its leader names, at times wrongly: UTF-8, MARC-8, ISO 5426.
 */
final class MarcCharacters {
  /** Has large tables, and is made when the first record needs it. */
  private CharConverter marc8;

  private final CharConverter iso5426 = new Iso5426ToUnicode();

  /** What the converter writes for a character that it does not know. */
  private static final String UNKNOWN = "<U+00";

  private static final Charset CYRILLIC = Charset.forName("windows-1251");
  private static final Charset WESTERN = Charset.forName("windows-1252");

  /** Of what is none of MARC, or null. */
  private Charset page;

  /** Null for UTF-8. */
  private CharConverter converter;

  private int failures;
  private boolean isBroken;

  private CharConverter marc8() {
    if (marc8 == null) {
      AnselToUnicode ansel = new AnselToUnicode();
      ansel.setTranslateNCR(true);
      marc8 = ansel;
    }
    return marc8;
  }

  /** Decides for one record, whose fields follow. */
  void of(String leader, byte[] record, List<String> defects) {
    failures = 0;
    isBroken = false;
    boolean isSaid = leader.length() > 9 && leader.charAt(9) == 'a';
    boolean isAscii = isAscii(record);
    boolean isUtf8 = isAscii ? isSaid : isUtf8(record);
    if (isSaid && !isAscii && !isUtf8) {
      defects.add("it says that it is UTF-8, and is not");
    } else if (!isSaid && isUtf8) {
      defects.add("it does not say that it is UTF-8");
    }
    page = null;
    boolean isOld = !isUtf8 && !isSaid;
    boolean isMarc8 = isOld && !isUnimarc(record);
    converter = isMarc8 ? marc8() : isOld ? iso5426 : null;
    boolean hasEscapes = indexOf(record, (byte) 0x1B) >= 0;
    if (isMarc8 && !isAscii && !hasEscapes && isNoMarc8(record)) {
      page = hasCyrillicWords(record) ? CYRILLIC : WESTERN;
      defects.add(
          "its characters are none of MARC-8, and were read as "
              + page.name().toLowerCase(Locale.ROOT));
    }
  }

  /** Marks stand in front of their letters there, and never four together. */
  private boolean isNoMarc8(byte[] record) {
    return hasCyrillicWords(record)
        || marc8().convert(new String(record, StandardCharsets.ISO_8859_1)).contains(UNKNOWN);
  }

  /** Letters of windows-1251 stand together, those with accents of windows-1252 alone. */
  private static boolean hasCyrillicWords(byte[] record) {
    int together = 0;
    int alone = 0;
    int run = 0;
    for (byte b : record) {
      boolean isHigh = (b & 0xFF) >= 0xC0;
      if (!isHigh && run > 0) {
        together += run > 3 ? run : 0;
        alone += run > 3 ? 0 : run;
      }
      run = isHigh ? run + 1 : 0;
    }
    return together > alone;
  }

  /** UNIMARC has its general data in field 100, and says there that its titles stand in 200. */
  private static boolean isUnimarc(byte[] record) {
    boolean has200 = false;
    boolean has245 = false;
    for (int at = 24; at + 12 <= record.length && record[at] != MarcFrames.FIELD_END; at += 12) {
      has200 |= record[at] == '2' && record[at + 1] == '0' && record[at + 2] == '0';
      has245 |= record[at] == '2' && record[at + 1] == '4' && record[at + 2] == '5';
    }
    return has200 && !has245;
  }

  String text(byte[] record, int from, int to) {
    byte[] bytes = Arrays.copyOfRange(record, from, to);
    if (converter == null || (isAscii(bytes) && indexOf(bytes, (byte) 0x1B) < 0)) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      isBroken |= converter == null && text.indexOf('\uFFFD') >= 0;
      return text;
    }
    if (page != null) {
      return new String(bytes, page);
    }
    try {
      String text = converter.convert(new String(bytes, StandardCharsets.ISO_8859_1));
      return Normalizer.normalize(text, Normalizer.Form.NFC);
    } catch (RuntimeException e) { // of a converter that trusts its input
      failures++;
      return new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("[\\x00-\\x1F]+", "");
    }
  }

  /** What could not be read of the record's texts. */
  void tell(List<String> defects) {
    if (failures > 0) {
      defects.add(failures + " of its texts hold escapes that are none of MARC-8");
    }
    if (isBroken) {
      defects.add("some of its characters are broken");
    }
  }

  private static int indexOf(byte[] bytes, byte b) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == b) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
