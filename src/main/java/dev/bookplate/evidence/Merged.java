package dev.bookplate.evidence;

import java.util.List;

/**
 * What a merge counted, for the manifest.
 *
 * @param counts of the whole run
 * @param inputs every file that was looked at, in canonical order
 */
public record Merged(Manifest.Counts counts, List<Manifest.Input> inputs) {}
