package dev.bookplate.catalogue.rows;

/** Makes a row of a record: MARC 21, or UNIMARC where the title stands in field 200. */
final class MarcRow {
  /** Kinds of records that are of no book or other work: the leader's seventh character. */
  private static final String NOT_BIBLIOGRAPHIC = "uvwxyzq";

  private MarcRow() {}

  static RowOutcome of(MarcRecord record, RowPlace place) {
    char type = record.leader(6);
    if (NOT_BIBLIOGRAPHIC.indexOf(type) >= 0 && !record.has("245")) {
      return new RowOutcome.Rejected(
          place,
          "This record is of type "
              + type
              + ": an authority, a holding or a class, and no book"
              + (record.defects().isEmpty()
                  ? "."
                  : "; " + String.join(", ", record.defects()) + "."));
    }
    boolean isUnimarc = record.has("200") && !record.has("245");
    String agency = record.control("003");
    String number = record.control("001");
    String id = number == null ? "row:" + place.row() : number;
    RowBuilder book =
        new RowBuilder(place)
            .key("marc", agency == null || number == null ? id : agency + ":" + id);
    if (isUnimarc) {
      Unimarc.tell(record, book);
    } else {
      Marc21.tell(record, book);
    }
    record.defects().forEach(defect -> book.note("marc-defect", defect));
    RowOutcome outcome = book.outcome();
    return outcome instanceof RowOutcome.Rejected rejected && !record.defects().isEmpty()
        ? new RowOutcome.Rejected(
            place,
            rejected.reason() + " It is damaged: " + String.join(", ", record.defects()) + ".")
        : outcome;
  }
}
