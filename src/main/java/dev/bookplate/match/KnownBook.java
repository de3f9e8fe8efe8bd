package dev.bookplate.match;

import dev.bookplate.catalogue.rows.BookNames;
import dev.bookplate.catalogue.rows.FileFacts;
import java.io.IOException;

/**
 * One edition, or one row, of a catalogue, as far as it is matched without its text.
 *
 * @param id unique among all catalogues
 * @param names of the book
 * @param file that it is of, or {@link FileFacts#NONE}
 * @param row where the catalogue has it from, as people are told it
 * @param of its work, and its edition where it has a text; worked out only for what is a hit
 */
public record KnownBook(String id, BookNames names, FileFacts file, String row, Referred of) {
  /** Tells which work a book is. */
  @FunctionalInterface
  public interface Referred {
    /** The work's side of a finding. */
    Finding.Reference reference() throws IOException;
  }
}
