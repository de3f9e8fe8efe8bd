package dev.bookplate.books;

/**
 * What somebody decided about two records: that they are of one work, or that they are not.
 *
 * @param one number of a record
 * @param other number of a record
 * @param isJoin whether they are to be of one work, or to be kept apart
 * @param reason in words
 */
public record HandJoin(int one, int other, boolean isJoin, String reason) {}
