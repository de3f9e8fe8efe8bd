package dev.bookplate.notices;

import java.util.List;

/**
 * What is known of a work that its notices name.
 *
 * @param title of it
 * @param authors as written
 * @param publisher or null
 * @param isbns digits
 */
public record BookFacts(String title, List<String> authors, String publisher, List<String> isbns) {}
