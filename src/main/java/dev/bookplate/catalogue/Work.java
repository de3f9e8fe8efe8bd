package dev.bookplate.catalogue;

import java.io.Serializable;
import java.util.List;

/**
 * A book as its rights holder knows it. Lists are empty and strings null where nothing is known.
 *
 * @param id unique in its catalogue and stable: from catalogue.csv, else the source's path without
 *     its ending
 * @param title never null: the file's name where nothing better is known
 * @param authors in order
 * @param isbns ISBN-13, digits only, check digits verified
 * @param asin Amazon's number
 * @param publisher as given
 * @param year of publication
 * @param holder of the rights
 * @param registrations numbers at the US Copyright Office
 * @param rights status and rule
 * @param permission a licence that covers the use, in words
 */
public record Work(
    String id,
    String title,
    List<String> authors,
    List<String> isbns,
    String asin,
    String publisher,
    Integer year,
    String holder,
    List<String> registrations,
    Rights rights,
    String permission)
    implements Serializable {}
