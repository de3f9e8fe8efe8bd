package dev.bookplate.books;

/**
 * A work that a search found.
 *
 * @param work the work
 * @param by the number, digest or id that it was found by, or null where it was words
 * @param score of words: the higher the better, comparable within one search; else 0
 */
public record FoundWork(CataloguedWork work, String by, float score) {}
