package dev.bookplate.audit;

import java.io.Serializable;

/**
 * How well one planted passage was outlined, in characters, which are code points.
 *
 * @param planted of the passage as it was planted
 * @param found of these inside reported passages of its work
 * @param reported inside passages that were reported in the document, those of each work by itself
 * @param right of these in the planted passage or close to it, for its own work or a related one
 * @param passages that were reported for the planted one; one where it was not cut
 */
record CharacterCounts(long planted, long found, long reported, long right, int passages)
    implements Serializable {}
