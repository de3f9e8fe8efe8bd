package dev.bookplate.catalogue.rows;

import java.util.List;

/**
 * A record of MARC 21 or UNIMARC, from any of the forms in which they are kept.
 *
 * @param leader 24 characters where it is whole
 * @param fields in order
 * @param defects what was wrong with it and how it was read nevertheless
 */
record MarcRecord(String leader, List<MarcField> fields, List<String> defects) {
  /** Fields of a tag, in order. */
  List<MarcField> all(String tag) {
    return fields.stream().filter(f -> f.tag().equals(tag)).toList();
  }

  /** The first of a tag; one without subfields if there is none. */
  MarcField first(String tag) {
    for (MarcField field : fields) {
      if (field.tag().equals(tag)) {
        return field;
      }
    }
    return new MarcField(tag, "  ", null, List.of());
  }

  boolean has(String tag) {
    return fields.stream().anyMatch(f -> f.tag().equals(tag));
  }

  /** What a control field says, or null. */
  String control(String tag) {
    return Written.text(first(tag).value());
  }

  /** Characters of the fixed field 008, as they are; empty if it is too short. */
  String fixed(int from, int to) {
    String value = first("008").value();
    return value == null || value.length() < to ? "" : value.substring(from, to);
  }

  /** A character of the leader; blank if it is too short. */
  char leader(int at) {
    return leader.length() > at ? leader.charAt(at) : ' ';
  }
}
