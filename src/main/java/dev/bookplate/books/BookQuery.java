package dev.bookplate.books;

import java.util.List;

/**
 * What somebody knows of a work that is looked for. Words may have typing errors; a work is found
 * by any of its numbers, or by two thirds of all words.
 *
 * @param any words of any field, or a number, digest or id; null for nothing
 * @param title words of it, or null
 * @param author words of names, or null
 * @param publisher words of it, or null
 * @param ids of the work or of its records, numbers or digests; may be empty
 */
public record BookQuery(
    String any, String title, String author, String publisher, List<String> ids) {}
