package dev.bookplate.match;

import dev.bookplate.catalogue.rows.BookNames;
import dev.bookplate.catalogue.rows.FileFacts;

/**
 * One edition, or one row, of a catalogue, as far as it is matched without its text.
 *
 * @param reference its work, and its edition where it has a text
 * @param names of the book
 * @param file that it is of, or {@link FileFacts#NONE}
 * @param row where the catalogue has it from, as people are told it
 */
public record KnownBook(
    Finding.Reference reference, BookNames names, FileFacts file, String row) {}
