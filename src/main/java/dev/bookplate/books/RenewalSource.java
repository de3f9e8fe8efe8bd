package dev.bookplate.books;

import dev.bookplate.catalogue.rows.BookNames;
import java.io.IOException;

/** What a catalogue knows of renewals of US copyrights, beside the records of a work. */
interface RenewalSource {
  /** A catalogue without any: nothing follows from finding none. */
  RenewalSource NONE =
      new RenewalSource() {
        @Override
        public boolean covers(int year) {
          return false;
        }

        @Override
        public boolean mayHave(BookNames names) {
          return true;
        }
      };

  /** Whether there are renewals of every month of a year. */
  boolean covers(int year);

  /** Whether a renewal of this title is there, or may be. */
  boolean mayHave(BookNames names) throws IOException;
}
