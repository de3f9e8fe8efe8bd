/**
 * The records of catalogues: what rows of dumps and lists say of books, stored, searched, and
 * merged to works and editions.
 */
package dev.bookplate.books;
