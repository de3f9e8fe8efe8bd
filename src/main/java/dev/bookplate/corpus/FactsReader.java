package dev.bookplate.corpus;

import java.nio.charset.StandardCharsets;

/** Reads a JSON record's own id and claims: a second walk, for the few records that match. */
final class FactsReader {
  private final RecordFields fields;
  private final JsonRecord record;
  private final JsonStrings strings = new JsonStrings();

  FactsReader(RecordFields fields) {
    this.fields = fields;
    record = new JsonRecord(FieldTree.of(fields.paths()), fields.paths().size());
  }

  /** Facts of the valid record {@code bytes[from, to)}. */
  CorpusDocument.Facts read(byte[] bytes, int from, int to) {
    record.walk(bytes, from, to);
    return fields.facts(slot -> value(bytes, slot));
  }

  private String value(byte[] bytes, int slot) {
    JsonRecord.Kind kind = record.kind(slot);
    if (kind != JsonRecord.Kind.STRING && kind != JsonRecord.Kind.NUMBER) {
      return null;
    }
    int start = record.start(slot);
    int end = record.end(slot);
    if (record.escaped(slot)) {
      int length = strings.unescape(bytes, start, end);
      return new String(strings.bytes(), 0, length, StandardCharsets.UTF_8);
    }
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }
}
