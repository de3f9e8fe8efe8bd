package dev.bookplate.catalogue.rows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads one ISO 2709 record: by its directory where that is right; where it is not, by the field
 * terminators, in the directory's order.
 */
final class MarcParser {
  private static final int LEADER = 24;
  private static final int ENTRY = 12;
  private static final byte SUBFIELD = 0x1F;

  private final MarcCharacters characters = new MarcCharacters();

  /** Bytes of a field and its tag. */
  private record Cut(String tag, int from, int to) {}

  /**
   * The record; one without fields if nothing of it can be read.
   *
   * @param record with its terminator
   * @param defects of its frame, to which those of its inside are added
   */
  MarcRecord parse(byte[] record, List<String> defects) {
    String leader = ascii(record, 0, Math.min(LEADER, record.length));
    int directoryEnd = indexOf(record, MarcFrames.FIELD_END, Math.min(LEADER, record.length));
    if (directoryEnd < 0) {
      defects.add("it has no directory of its fields");
      return new MarcRecord(leader, List.of(), defects);
    }
    List<Cut> cuts = byDirectory(record, directoryEnd, base(leader, directoryEnd, defects));
    if (cuts == null) {
      cuts = byTerminators(record, directoryEnd, defects);
    }
    characters.of(leader, record, defects);
    List<MarcField> fields = new ArrayList<>();
    for (Cut cut : cuts) {
      fields.add(field(record, cut, defects));
    }
    characters.tell(defects);
    return new MarcRecord(leader, fields, defects);
  }

  private static int base(String leader, int directoryEnd, List<String> defects) {
    int base = number(leader, 12, 5);
    if (base != directoryEnd + 1) {
      defects.add("its leader gives a wrong base address");
    }
    return directoryEnd + 1;
  }

  /** Null if an entry is wrong. */
  private static List<Cut> byDirectory(byte[] record, int directoryEnd, int base) {
    if ((directoryEnd - LEADER) % ENTRY != 0) {
      return null;
    }
    List<Cut> cuts = new ArrayList<>();
    for (int at = LEADER; at < directoryEnd; at += ENTRY) {
      String entry = ascii(record, at, at + ENTRY);
      int length = number(entry, 3, 4);
      int from = base + number(entry, 7, 5);
      boolean isRight =
          length > 0
              && from >= base
              && from + length < record.length
              && record[from + length - 1] == MarcFrames.FIELD_END
              && indexOf(record, MarcFrames.FIELD_END, from) == from + length - 1;
      if (!isRight) {
        return null;
      }
      cuts.add(new Cut(entry.substring(0, 3), from, from + length - 1));
    }
    return cuts;
  }

  private static List<Cut> byTerminators(byte[] record, int directoryEnd, List<String> defects) {
    List<Cut> cuts = new ArrayList<>();
    int entry = LEADER;
    int from = directoryEnd + 1;
    int to = indexOf(record, MarcFrames.FIELD_END, from);
    while (to >= 0 && entry + 3 <= directoryEnd) {
      cuts.add(new Cut(ascii(record, entry, entry + 3), from, to));
      // a field of over 9,999 bytes may have a digit more for its length than fits
      String length = String.valueOf(to + 1 - from);
      boolean isWide =
          length.length() == 5
              && ascii(record, entry + 3, Math.min(directoryEnd, entry + 8)).equals(length);
      entry += isWide ? ENTRY + 1 : ENTRY;
      from = to + 1;
      to = indexOf(record, MarcFrames.FIELD_END, from);
    }
    boolean isEven = entry == directoryEnd && to < 0;
    defects.add(
        isEven
            ? "its directory is wrong, and its fields were taken in their order"
            : "its directory and its fields do not agree in number, and tags may be wrong");
    return cuts;
  }

  private MarcField field(byte[] record, Cut cut, List<String> defects) {
    if (MarcField.isControl(cut.tag)) {
      return MarcField.control(cut.tag, characters.text(record, cut.from, cut.to));
    }
    int first = indexOf(record, SUBFIELD, cut.from);
    if (first < 0 || first >= cut.to) {
      tellOnce(defects, "field " + cut.tag + " has no subfields");
      return new MarcField(cut.tag, "  ", characters.text(record, cut.from, cut.to), List.of());
    }
    if (first - cut.from != 2) {
      tellOnce(defects, "field " + cut.tag + " has no two indicators");
    }
    String indicators = (ascii(record, cut.from, Math.min(first, cut.from + 2)) + "  ");
    List<MarcField.Part> parts = new ArrayList<>();
    int from = first;
    while (from < cut.to) {
      int next = indexOf(record, SUBFIELD, from + 1);
      int to = next < 0 || next > cut.to ? cut.to : next;
      if (to > from + 1) {
        parts.add(
            new MarcField.Part((char) record[from + 1], characters.text(record, from + 2, to)));
      }
      from = to;
    }
    return new MarcField(cut.tag, indicators.substring(0, 2), null, List.copyOf(parts));
  }

  private static void tellOnce(List<String> defects, String defect) {
    if (!defects.contains(defect)) {
      defects.add(defect);
    }
  }

  private static int indexOf(byte[] bytes, byte b, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == b) {
        return i;
      }
    }
    return -1;
  }

  private static String ascii(byte[] bytes, int from, int to) {
    return new String(Arrays.copyOfRange(bytes, from, to), StandardCharsets.ISO_8859_1);
  }

  /** Digits as a number, or -1. */
  private static int number(String text, int from, int digits) {
    if (text.length() < from + digits) {
      return -1;
    }
    int number = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
