package dev.bookplate.corpus;

import java.util.Set;

/**
 * The files that are a table now, among those that were once.
 *
 * @param people which state of it this is, for the user
 * @param live paths within its folder, with {@code /}
 */
record TableFiles(String people, Set<String> live) {}
