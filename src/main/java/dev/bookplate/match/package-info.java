/** Candidates to aligned passages to findings; grades and their rules. */
package dev.bookplate.match;
