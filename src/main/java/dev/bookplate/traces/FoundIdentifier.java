package dev.bookplate.traces;

import dev.bookplate.catalogue.rows.Identifier;
import dev.bookplate.origin.Span;
import java.io.Serializable;

/**
 * A number of a book that a document names. That it stands there does not say that the document is
 * that book: books name others, too.
 *
 * @param identifier in its one form
 * @param place where it was found
 * @param span of the number as written, in code points: of the text, or of the path or value
 * @param quote the number as written with its label, at most {@value IdentifierScanner#QUOTE} code
 *     points
 * @param repaired whether one character that is no digit was read as the only digit that the check
 *     digit allows there
 */
public record FoundIdentifier(
    Identifier identifier, Place place, Span span, String quote, boolean repaired)
    implements Serializable {}
