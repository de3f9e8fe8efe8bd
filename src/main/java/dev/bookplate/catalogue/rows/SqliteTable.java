package dev.bookplate.catalogue.rows;

import java.util.List;

/**
 * A table of a SQLite database.
 *
 * @param root number of the page on which its tree begins
 * @param columns in order
 */
record SqliteTable(int root, List<String> columns) {}
