package dev.bookplate.books;

import dev.bookplate.catalogue.Rights;
import dev.bookplate.catalogue.rows.BookRow;
import dev.bookplate.catalogue.rows.Standing;
import java.util.ArrayList;
import java.util.List;

/**
 * What is said of a whole source when it is added; a row's own word wins over it.
 *
 * @param asOf date on which the source is known to have been so, ISO, or null
 * @param rights of its works, or null
 * @param holder of its works' rights, or null
 * @param permission that covers its works, or null
 */
public record Given(String asOf, Rights rights, String holder, Permission permission) {
  /** Nothing is said. */
  public static final Given NOTHING = new Given(null, null, null, null);

  /** A row with what it does not say itself. */
  BookRow to(BookRow row) {
    Standing own = row.standing();
    boolean isSilent = own.rights().status() == Rights.Status.UNKNOWN && rights != null;
    List<String> notes = own.notes();
    if (permission != null) {
      notes = new ArrayList<>(notes);
      notes.add(permission.note());
    }
    Standing standing =
        new Standing(
            isSilent ? rights : own.rights(),
            own.holder() == null ? holder : own.holder(),
            own.registrations(),
            notes);
    return new BookRow(
        row.place(),
        row.key(),
        row.names(),
        row.identifiers(),
        row.file(),
        standing,
        row.asOf() == null ? asOf : row.asOf());
  }
}
