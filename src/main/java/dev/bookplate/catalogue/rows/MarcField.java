package dev.bookplate.catalogue.rows;

import java.util.ArrayList;
import java.util.List;

/**
 * A field of a MARC record.
 *
 * @param tag three characters
 * @param indicators two characters; blank in control fields
 * @param value of a control field, or null
 * @param parts subfields in order; none in control fields
 */
record MarcField(String tag, String indicators, String value, List<Part> parts) {
  /** A subfield: its code and what it says. */
  record Part(char code, String text) {}

  static MarcField control(String tag, String value) {
    return new MarcField(tag, "  ", value, List.of());
  }

  /** Whether fields of a tag have no subfields. */
  static boolean isControl(String tag) {
    return tag.startsWith("00");
  }

  /** The first subfield of a code that says something, or null. */
  String text(char code) {
    for (Part part : parts) {
      String text = part.code == code ? Written.text(part.text) : null;
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  /** All subfields of any of the codes that say something, in the field's order. */
  List<String> texts(String codes) {
    List<String> texts = new ArrayList<>();
    for (Part part : parts) {
      String text = codes.indexOf(part.code) < 0 ? null : Written.text(part.text);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  char indicator(int number) {
    return indicators.charAt(number - 1);
  }
}
