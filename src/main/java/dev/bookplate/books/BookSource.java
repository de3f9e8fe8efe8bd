package dev.bookplate.books;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * The records of a catalogue, to be opened.
 *
 * @param catalogue its name
 * @param folder of its records
 * @param commit which of the folder's commits counts
 * @param date of the catalogue, or null
 */
public record BookSource(String catalogue, Path folder, String commit, LocalDate date) {}
