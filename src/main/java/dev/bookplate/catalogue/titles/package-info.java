/**
 * Whether two titles, with their authors, are of one work: field by field, in any common script.
 */
package dev.bookplate.catalogue.titles;
