/** What a file's bytes are summed up by: one pass for all kinds of digests that are wanted. */
package dev.bookplate.catalogue.digests;
