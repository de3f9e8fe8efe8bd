/** Records of catalogues as the world keeps them: what each says, without a text of the book. */
package dev.bookplate.catalogue.rows;
