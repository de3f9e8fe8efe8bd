package dev.bookplate.catalogue;

import java.util.List;

/**
 * A row of catalogue.csv.
 *
 * @param line where it starts, from 1
 * @param source as listed
 * @param id as listed, or the source's stem
 * @param description what it says of the work
 * @param language of the edition, or null
 * @param problems what of it could not be used, a sentence each
 */
record ListRow(
    long line,
    String source,
    String id,
    Description description,
    String language,
    List<String> problems) {}
