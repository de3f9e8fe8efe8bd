package dev.bookplate.books;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bookplate.catalogue.Rights;
import dev.bookplate.catalogue.rows.BookNames;
import dev.bookplate.catalogue.rows.BookRow;
import dev.bookplate.catalogue.rows.FileFacts;
import dev.bookplate.catalogue.rows.RowPlace;
import dev.bookplate.catalogue.rows.Standing;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookEntryTest {
  @Test
  void renewalStaysOneWhereWhatItRenewsIsNotKnown() throws IOException {
    Standing standing =
        new Standing(
            Rights.UNKNOWN,
            null,
            List.of(
                new Standing.Registration("R654321", "R654321", "1977-03-04", "", false),
                new Standing.Registration("A12345", "A 12345", null, null, false)),
            List.of());
    BookRow row =
        new BookRow(
            new RowPlace("list.csv", null, 1),
            "list:1",
            BookNames.NONE,
            List.of(),
            FileFacts.NONE,
            standing,
            null);

    assertEquals(row, BookEntry.fromBytes(new BookEntry(row, null).toBytes()).row());
  }
}
