/** A run on disk: what is in it, its writer and its reader. */
package dev.bookplate.evidence;
