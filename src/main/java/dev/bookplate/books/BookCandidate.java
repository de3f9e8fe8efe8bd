package dev.bookplate.books;

/**
 * A record that words were found in, and which is to be held against what was looked for.
 *
 * @param record the record
 * @param score the higher the better; comparable within one search and one catalogue
 */
public record BookCandidate(BookRecord record, float score) {}
