package dev.bookplate.catalogue.rows;

import java.io.Serializable;
import java.util.List;

/**
 * What one record of a source says of one book.
 *
 * @param place where it stands
 * @param key the source's own id of it, with the source's prefix ({@code libgen:123}), never null
 * @param names of the book
 * @param identifiers each once, in order
 * @param file that the record is of, or {@link FileFacts#NONE}
 * @param standing of its rights, or {@link Standing#NONE}
 * @param asOf ISO date on which the source had it (added or modified), or null
 */
public record BookRow(
    RowPlace place,
    String key,
    BookNames names,
    List<Identifier> identifiers,
    FileFacts file,
    Standing standing,
    String asOf)
    implements Serializable {}
