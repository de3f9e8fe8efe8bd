/** Bytes of e-books and office files to text and metadata. The only package that imports Tika. */
package dev.bookplate.extract;
