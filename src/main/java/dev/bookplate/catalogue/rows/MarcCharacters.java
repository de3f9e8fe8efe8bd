package dev.bookplate.catalogue.rows;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import org.marc4j.converter.CharConverter;
import org.marc4j.converter.impl.AnselToUnicode;
import org.marc4j.converter.impl.Iso5426ToUnicode;

/** The characters of a record, which its leader names, at times wrongly: UTF-8, MARC-8, ISO 5426. */
final class MarcCharacters {
  private final CharConverter marc8 = marc8();
  private final CharConverter iso5426 = new Iso5426ToUnicode();

  /** Null for UTF-8. */
  private CharConverter converter;

  private int failures;
  private boolean isBroken;

  private static CharConverter marc8() {
    // with a handler it goes on behind what it does not know, instead of giving up
    AnselToUnicode converter = new AnselToUnicode();
    converter.setTranslateNCR(true);
    return converter;
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
    converter = isUtf8 || isSaid ? null : isUnimarc(record) ? iso5426 : marc8;
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
